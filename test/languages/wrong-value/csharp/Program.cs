using CdktfLogfire;
using HashiCorp.Cdktf;

var app = new App();
var stack = new TerraformStack(app, "app");
new LogfireProvider(stack, "Logfire");
new LogfireSlo(stack, "Slo", new LogfireSloProps
{
    Project = new LogfireProject(stack, "Shop"),
    SloScope = SloScope.Service("shop"),
    Sli = Sli.Availability(),
    TargetPercent = 100,
    Routing = SloRouting.Unmanaged(),
});
app.Synth();
