using System.Linq;
using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Policies
{
    public static void Run(App outer)
    {
        {
            Given.StackOf(outer, "recommended");
            // example: recommended
            var app = new App();
            var stack = new TerraformStack(app, "shop");
            new LogfireProvider(stack, "Logfire");
            new LogfireProjectWithToken(stack, "Shop");

            LogfirePolicies.Recommended().ApplyTo(app); // at the end, after the last stack
            app.Synth();
            // end
        }
        {
            var stack = Given.StackOf(outer, "stricter");
            // example: stricter
            LogfirePolicies.Of(new LogfirePolicy[]
            {
                new RequireTokenExpiry(new RequireTokenExpiryOptions { MaxLifetime = Duration.Days(90), Latest = "2030-01-01T00:00:00Z" }),
                new LeastPrivilegeScopes(new LeastPrivilegeScopesOptions { Allowed = ApiScope.Ingest().Concat(ApiScope.Query()).ToArray() }),
                new RequireRunbook(),
            }).ApplyTo(stack);
            // end
            LogfirePolicies.Of(new LogfirePolicy[] { new ProjectsArePrivate() });
        }
        {
            var stack = Given.StackOf(outer, "suppression");
            var project = Given.Project(stack);
            // example: suppression
            var token = project.AddWriteToken("Device", new TokenOptions { Expiry = TokenExpiry.Never("burned into devices") });

            LogfirePolicies.Suppress(token, "RequireTokenExpiry", "devices cannot be updated; agreed with security");
            // end
        }
        {
            var stack = Given.StackOf(outer, "inventory");
            // example: inventory
            LogfireInventory.WriteFor(stack); // or an app
            // end
        }
    }
}
