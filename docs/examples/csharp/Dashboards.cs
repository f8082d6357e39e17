using System.Collections.Generic;
using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Dashboards
{
    public static void Run(App app)
    {
        Sections(app);
        Document(app);
    }

    static void Sections(App app)
    {
        var stack = Given.StackOf(app, "dashboard-sections");
        var project = Given.Project(stack);
        // example: dashboard-sections
        var services = RowsQuery.FromSql("SELECT DISTINCT service_name FROM records");
        var service = DashboardVariable.FromQuery("service", services, new ChoiceVariableOptions { AllowAll = true });
        var spans = RecordFilter.FromSql(service.Matches("service_name")).Also(RecordFilter.IsRootSpan());
        var failed = RecordFilter.IsException();

        var errorRate = new ValuesPanel(new ValuesPanelProps
        {
            PanelId = "error-rate",
            Title = "Error rate",
            Query = RowsQuery.Value(new RecordValueOptions { Filter = spans, Aggregate = RecordAggregate.PercentOf(failed) }),
            Unit = DashboardUnit.PERCENT,
            Thresholds = new ValueThresholds { Warning = 1, Critical = 5 },
        });
        var help = new MarkdownPanel(new MarkdownPanelProps
        {
            PanelId = "help",
            Title = "What to do",
            Text = "If the error rate is red, see the [runbook](https://example.com/runbook).",
            Width = 18,
        });
        var requests = new TimeSeriesPanel(new TimeSeriesPanelProps
        {
            PanelId = "requests",
            Title = "Requests",
            Query = TimeSeriesQuery.Count(new RecordSeriesOptions { Filter = spans }),
            Display = TimeSeriesDisplay.BAR,
        });
        var slowest = new BarPanel(new BarPanelProps
        {
            PanelId = "slowest",
            Title = "Slowest spans",
            Query = RowsQuery.TopN(new TopRecordsOptions
            {
                Filter = spans,
                GroupBy = RecordColumn.SPAN_NAME,
                Aggregate = RecordAggregate.DurationPercentile(95),
                GreatestLast = true,
            }),
            Unit = DashboardUnit.SECONDS,
        });
        var exceptions = new TablePanel(new TablePanelProps
        {
            PanelId = "exceptions",
            Title = "Latest exceptions",
            Query = RowsQuery.Records(new RecentRecordsOptions
            {
                Filter = spans.Also(failed),
                Columns = new[] { RecordColumn.START_TIMESTAMP, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.TRACE_ID },
                Limit = 20,
            }),
        });

        new LogfireDashboard(stack, "Shop", new LogfireDashboardProps
        {
            Project = project,
            Definition = DashboardDefinition.FromSections(new DashboardDefinitionProps
            {
                DisplayName = "Shop",
                Duration = Duration.Hours(6),
                Variables = new[] { service },
                Sections = new[]
                {
                    new DashboardSection(new DashboardSectionProps
                    {
                        Title = "Health",
                        Panels = new DashboardPanel[] { errorRate, help, requests, slowest },
                    }),
                    new DashboardSection(new DashboardSectionProps
                    {
                        Title = "Details",
                        Panels = new DashboardPanel[] { exceptions },
                        Collapsed = true,
                    }),
                },
            }),
        });
        // end
    }

    static void Document(App app)
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
