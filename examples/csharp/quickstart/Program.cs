using CdktfLogfire;
using HashiCorp.Cdktf;

var app = new App();
var stack = new TerraformStack(app, "quickstart");

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, "Logfire");

// A project `quickstart-shop`, a token that expires after a year, a sensitive output `shop_token`.
new LogfireProjectWithToken(stack, "Shop", new LogfireProjectWithTokenProps
{
    // For a trial: without this, `terraform destroy` fails.
    DeletionProtection = false,
});

app.Synth();
