// example: quickstart
using CdktfLogfire;
using HashiCorp.Cdktf;

class Quickstart
{
    public static void Main()
    {
        var app = new App();
        var stack = new TerraformStack(app, "quickstart");

        new LogfireProvider(stack, "Logfire"); // the key comes from LOGFIRE_API_KEY
        new LogfireProjectWithToken(stack, "Shop");

        app.Synth();
    }
}
// end
