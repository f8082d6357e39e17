using System.Collections.Generic;
using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Dashboards
{
    public static void Run(App app)
    {
        var stack = Given.StackOf(app, "dashboard");
        var project = Given.Project(stack);
        // example: dashboard
        var query = new Dictionary<string, object>
        {
            ["kind"] = "LogfireTimeSeriesQuery",
            ["spec"] = new Dictionary<string, object>
            {
                ["query"] = "SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS n FROM records GROUP BY x",
                ["metrics"] = new[] { "n" },
                ["groupBy"] = "",
            },
        };
        var requests = new Dictionary<string, object>
        {
            ["kind"] = "Panel",
            ["spec"] = new Dictionary<string, object>
            {
                ["display"] = new Dictionary<string, object> { ["name"] = "Requests" },
                ["plugin"] = new Dictionary<string, object> { ["kind"] = "TimeSeriesChart", ["spec"] = new Dictionary<string, object>() },
                ["queries"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["kind"] = "TimeSeriesQuery",
                        ["spec"] = new Dictionary<string, object> { ["plugin"] = query },
                    },
                },
            },
        };
        var grid = new Dictionary<string, object>
        {
            ["kind"] = "Grid",
            ["spec"] = new Dictionary<string, object>
            {
                ["items"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["x"] = 0, ["y"] = 0, ["width"] = 24, ["height"] = 6,
                        ["content"] = new Dictionary<string, object> { ["$ref"] = "#/spec/panels/requests" },
                    },
                },
            },
        };

        new LogfireDashboard(stack, "Traffic", new LogfireDashboardProps
        {
            Project = project,
            Definition = DashboardDefinition.FromObject(new Dictionary<string, object>
            {
                ["kind"] = "Dashboard",
                ["spec"] = new Dictionary<string, object>
                {
                    ["display"] = new Dictionary<string, object> { ["name"] = "Traffic" },
                    ["panels"] = new Dictionary<string, object> { ["requests"] = requests },
                    ["layouts"] = new[] { grid },
                },
            }),
        });
        // end
    }
}
