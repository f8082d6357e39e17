package com.example;

// example: own-policy
import io.github.cdktflogfire.LogfirePolicy;
import io.github.cdktflogfire.PolicySubject;

class ProjectsArePrivate extends LogfirePolicy {
  ProjectsArePrivate() {
    super("ProjectsArePrivate");
  }

  @Override
  public void check(PolicySubject subject) {
    if (subject.getResourceType().equals("logfire_project") && !"private".equals(subject.getAttributes().get("visibility"))) {
      subject.report("the project is public", "pass visibility(ProjectVisibility.PRIVATE)");
    }
  }
}
// end
