using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Keys
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "keys");
            var project = Given.Project(stack);
            // example: keys
            var collector = project.AddIngestKey("Collector", new KeyOptions { Description = "The collector in the cluster" });
            var environment = LogfireEnvironment.ForToken(collector); // an ingest key sends telemetry, as a write token does

            new LogfireApiKey(stack, "Inventory", new LogfireApiKeyProps
            {
                Scopes = new[] { ApiScope.ORGANIZATION_READ, ApiScope.ORGANIZATION_READ_MEMBER },
                Expiry = TokenExpiry.After(Duration.Days(90)),
            });

            new LogfireRotatingApiKey(stack, "Reports", new LogfireRotatingApiKeyProps
            {
                Project = project,
                Scopes = ApiScope.Query(),
                Rotation = TokenRotation.Every(Duration.Days(30)),
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "gateway");
            var project = Given.Project(stack);
            // example: gateway
            var vendorKey = new TerraformVariable(stack, "vendor_key", new TerraformVariableConfig { Type = "string", Sensitive = true });

            new LogfireGatewayProvider(stack, "Upstream", new LogfireGatewayProviderProps
            {
                Vendor = GatewayVendor.OPENAI,
                ApiKey = SecretValue.FromVariable(vendorKey),
            });
            new LogfireGatewayProvider(stack, "Bedrock", new LogfireGatewayProviderProps
            {
                Vendor = GatewayVendor.Bedrock(new BedrockOptions { Api = BedrockApi.RUNTIME, Region = "eu-west-1" }),
                ApiKey = SecretValue.FromVariable(vendorKey),
            });
            new LogfireGatewayApiKey(stack, "Chat", new LogfireGatewayApiKeyProps { Project = project, DailyLimitUsd = 20, MonthlyLimitUsd = 200 });
            // end
        }
        {
            var stack = Given.StackOf(app, "frontend");
            var project = Given.Project(stack);
            // example: frontend
            var web = new LogfireFrontendApplication(stack, "Web", new LogfireFrontendApplicationProps
            {
                Project = project,
                ApplicationName = "web-shop",
                Environment = "production",
                Replacement = FrontendReplacement.CREATE_FIRST,
            });
            web.AddToken("Token2027");
            // end
        }
    }
}
