using CdktfLogfire.L1;
using Constructs;
using HashiCorp.Cdktf;

static class ProjectsByBindings
{
    public static void Describe(TerraformStack stack, int count)
    {
        new LogfireProvider(stack, "Logfire");
        for (var index = 0; index < count; index++)
        {
            new Project(new Construct(stack, $"Shop{index}"), "Resource", new ProjectConfig
            {
                Name = $"app-shop{index}",
                Visibility = "public",
                Lifecycle = new TerraformResourceLifecycle { PreventDestroy = true },
            });
        }
    }
}
