using CdktfLogfire;
using HashiCorp.Cdktf;

static class ProjectsByConstructs
{
    public static void Describe(TerraformStack stack, int count)
    {
        new LogfireProvider(stack, "Logfire");
        for (var index = 0; index < count; index++)
        {
            new LogfireProject(stack, $"Shop{index}");
        }
    }
}
