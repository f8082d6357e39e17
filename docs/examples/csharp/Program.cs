using HashiCorp.Cdktf;

namespace Guides;

/// <summary>Runs the examples of all guides, each in a stack of its own.</summary>
static class Program
{
    static void Main()
    {
        Quickstart.Main();
        var app = new App(new AppConfig { SkipValidation = true });
        Basics.Run(app);
        Adopting.Run(app);
        Alerting.Run(app);
        Dashboards.Run(app);
        Environments.Run(app);
        Keys.Run(app);
        Monitoring.Run(app);
        Policies.Run(app);
        Queries.Run(app);
        Review.Run(app);
        Secrets.Run(app);
        app.Synth();
    }
}
