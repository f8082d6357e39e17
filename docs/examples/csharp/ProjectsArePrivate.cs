// example: own-policy
using CdktfLogfire;

class ProjectsArePrivate : LogfirePolicy
{
    public ProjectsArePrivate() : base("ProjectsArePrivate")
    {
    }

    public override void Check(PolicySubject subject)
    {
        subject.Attributes.TryGetValue("visibility", out var visibility);
        if (subject.ResourceType == "logfire_project" && visibility is not "private")
        {
            subject.Report("the project is public", "pass Visibility = ProjectVisibility.PRIVATE");
        }
    }
}
// end
