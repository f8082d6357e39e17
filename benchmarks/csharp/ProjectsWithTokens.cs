using CdktfLogfire;
using HashiCorp.Cdktf;

/// <summary>The tree `projectsByConstructs` in TypeScript.</summary>
static class ProjectsWithTokens
{
    public static void Describe(TerraformStack stack, int count)
    {
        new LogfireProvider(stack, "Logfire");
        for (var index = 0; index < count; index++)
        {
            new LogfireProjectWithToken(stack, $"Shop{index}");
        }
    }
}
