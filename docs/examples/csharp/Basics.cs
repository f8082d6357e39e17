using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

/// <summary>Also of projects and tokens.</summary>
static class Basics
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "expiry");
            var project = Given.Project(stack);
            // example: expiry
            project.AddWriteToken("Year"); // TokenExpiry.After(Duration.Days(365))
            project.AddWriteToken("Quarter", new TokenOptions { Expiry = TokenExpiry.After(Duration.Days(90)), WarnBefore = Duration.Days(14) });
            project.AddReadToken("Audit", new TokenOptions { Expiry = TokenExpiry.At("2027-03-31T00:00:00Z") });
            project.AddWriteToken("Device", new TokenOptions { Expiry = TokenExpiry.Never("burned into devices that cannot be updated") });
            // end
        }
        {
            var stack = Given.StackOf(app, "rotation");
            var project = Given.Project(stack);
            // example: rotation
            // Raise the number for a new token.
            project.AddWriteToken("ByHand", new TokenOptions { Rotation = TokenRotation.Manual(1) });
            // At the first apply of each period.
            project.AddWriteToken("Monthly", new TokenOptions { Rotation = TokenRotation.Every(Duration.Days(30)) });
            // end
        }
        {
            var stack = Given.StackOf(app, "deploy");
            var project = Given.Project(stack);
            // example: deploy
            var token = new LogfireRotatingWriteToken(stack, "Deploy", new LogfireRotatingWriteTokenProps
            {
                Project = project,
                Rotation = TokenRotation.Every(Duration.Days(30)),
            });
            new TerraformOutput(stack, "deploy_token", new TerraformOutputConfig { Value = token.TokenValue, Sensitive = true });
            // end
        }
        {
            var stack = Given.StackOf(app, "otlp-environment");
            // example: otlp-environment
            var shop = new LogfireProjectWithToken(stack, "Shop", new LogfireProjectWithTokenProps
            {
                ServiceName = "shop",
                DeploymentEnvironment = "production",
            });
            var environment = shop.OtlpEnvironment; // OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, ...
            // end
        }
        {
            var stack = Given.StackOf(app, "provider");
            // example: provider
            var key = new TerraformVariable(stack, "logfire_key", new TerraformVariableConfig { Type = "string", Sensitive = true });
            new LogfireProvider(stack, "Eu", new LogfireProviderProps
            {
                Alias = "eu",
                Region = LogfireRegion.EU,
                ApiKey = SecretValue.FromVariable(key),
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "project");
            // example: project
            new LogfireProject(stack, "Shop", new LogfireProjectProps
            {
                ProjectName = "shop",
                Description = "Sells things",
                Visibility = ProjectVisibility.PRIVATE,
                ImportFrom = ProjectImportId.ByName("acme", "shop"), // imports the existing project
            });
            // Creates no project.
            var billing = LogfireProject.FromProjectId(stack, "Billing", "00000000-0000-4000-8000-000000000001");
            billing.AddWriteToken("Token");
            // end
        }
        {
            var stack = Given.StackOf(app, "text");
            // example: text
            new LogfireProject(stack, "Shop", new LogfireProjectProps { Description = "Costs ${amount}" }); // not a template
            new LogfireProject(stack, "Till", new LogfireProjectProps { Description = TerraformExpression.Raw("upper(terraform.workspace)") });
            // end
        }
        {
            var stack = Given.StackOf(app, "resource");
            // example: resource
            var project = new LogfireProject(stack, "Shop");
            project.Resource.OverrideLogicalId("shop"); // keeps the address of an existing resource
            // end
        }
    }
}
