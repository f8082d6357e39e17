# example: own-policy
from cdktf_logfire import LogfirePolicy, PolicySubject


class ProjectsArePrivate(LogfirePolicy):
    def __init__(self) -> None:
        super().__init__("ProjectsArePrivate")

    def check(self, subject: PolicySubject) -> None:
        if subject.resource_type == "logfire_project" and subject.attributes.get("visibility") != "private":
            subject.report("the project is public", "pass visibility=ProjectVisibility.PRIVATE")
# end
