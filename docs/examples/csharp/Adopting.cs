using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Adopting
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "import");
            // example: import
            new LogfireProject(stack, "Shop", new LogfireProjectProps
            {
                ProjectName = "shop",
                ImportFrom = ProjectImportId.ByName("acme", "shop"),
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "stored");
            // example: stored
            var kept = new TerraformVariable(stack, "shop_token", new TerraformVariableConfig { Type = "string", Sensitive = true });
            var token = LogfireWriteToken.FromSecret(stack, "Kept", SecretValue.FromVariable(kept));
            // end
        }
        {
            var stack = Given.StackOf(app, "existing");
            // example: existing
            var project = LogfireProject.FromProjectId(stack, "Shop", "00000000-0000-4000-8000-000000000001");
            project.AddReadToken("Audit");
            // end
        }
        {
            var stack = Given.StackOf(app, "keep-address");
            // example: keep-address
            var project = new LogfireProject(stack, "Shop", new LogfireProjectProps { ProjectName = "shop" });
            project.Resource.OverrideLogicalId("shop");
            // end
        }
        {
            var stack = Given.StackOf(app, "move-address");
            // example: move-address
            var project = new LogfireProject(stack, "Shop", new LogfireProjectProps { ProjectName = "shop" });
            project.Resource.MoveFromId("logfire_project.shop");
            // end
        }
    }
}
