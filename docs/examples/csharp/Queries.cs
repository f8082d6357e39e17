using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Queries
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "queries");
            var project = Given.Project(stack);
            var notify = Given.Deliveries(stack);
            // example: queries
            var requests = RecordFilter.Service("checkout").Also(RecordFilter.IsRootSpan());
            var failed = RecordFilter.LevelAtLeast(RecordLevel.ERROR).OrElse(RecordFilter.HttpStatusAtLeast(500));

            new LogfireAlert(stack, "Errors", new LogfireAlertProps
            {
                Project = project,
                Query = AlertQuery.ErrorRatio(new ErrorRatioAlertOptions { Filter = requests, Bad = failed, AbovePercent = 5 }).Sql,
                TimeWindow = Duration.Minutes(10),
                Notify = notify,
            });

            new LogfireSlo(stack, "Availability", new LogfireSloProps
            {
                Project = project,
                SloScope = SloScope.Service("checkout"),
                Sli = Sli.Ratio(new SliQueries { TotalQuery = requests.Sql, BadQuery = failed.Sql }),
                TargetPercent = 99.9,
                Routing = SloRouting.BySeverity(new SloSeverityDeliveries { Page = notify, Ticket = new Delivery[] { } }),
            });

            var errors = TimeSeriesQuery.ErrorRatio(new ErrorRatioSeriesOptions { Filter = requests, Bad = failed });
            // end
        }
        {
            var stack = Given.StackOf(app, "query-filters");
            var project = Given.Project(stack);
            var notify = Given.Deliveries(stack);
            // example: query-filters
            var environment = new TerraformVariable(stack, "environment", new TerraformVariableConfig { Type = "string" });
            var largeOrders = RecordFilter.Environment(environment.StringValue)
                .Also(RecordFilter.NumberAttribute("order.items", QueryComparison.AT_LEAST, 100))
                .Also(RecordFilter.Attribute("customer", "O'Brien").Negate())
                .Also(RecordFilter.FromSql("message LIKE '%timeout%'"));

            new LogfireAlert(stack, "LargeOrders", new LogfireAlertProps
            {
                Project = project,
                Query = AlertQuery.Rows(new RowsAlertOptions
                {
                    Filter = largeOrders,
                    Columns = new[] { RecordColumn.MESSAGE, RecordColumn.Attribute("customer") },
                }).Sql,
                Notify = notify,
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "query-alerts");
            var project = Given.Project(stack);
            var notify = Given.Deliveries(stack);
            // example: query-alerts
            var backups = RecordFilter.Service("backup").Also(RecordFilter.SpanName("nightly backup"));
            new LogfireAlert(stack, "NoBackup", new LogfireAlertProps
            {
                Project = project,
                Query = AlertQuery.Staleness(new StalenessAlertOptions { Filter = backups, OlderThan = Duration.Hours(26) }).Sql,
                TimeWindow = Duration.Days(7),
                Frequency = Duration.Hours(1),
                Notify = notify,
            });

            var refunds = MetricFilter.MetricName("refunds").Also(MetricFilter.Service("checkout"));
            new LogfireAlert(stack, "ManyRefunds", new LogfireAlertProps
            {
                Project = project,
                Query = AlertQuery.MetricAbove(new MetricAlertOptions
                {
                    Filter = refunds,
                    Aggregate = MetricAggregate.Increase(),
                    Threshold = 100,
                }).Sql,
                TimeWindow = Duration.Hours(1),
                Notify = notify,
            });
            // end
        }
        {
            Given.StackOf(app, "query-panels");
            // example: query-panels
            var requests = RecordFilter.Service("checkout").Also(RecordFilter.IsRootSpan());
            var traffic = TimeSeriesQuery.Rate(new RecordSeriesOptions { Filter = requests, GroupBy = RecordColumn.HTTP_ROUTE, TopN = 5 });
            var latency = TimeSeriesQuery.DurationPercentiles(new DurationSeriesOptions { Filter = requests, Percentiles = new double[] { 50, 99 } });

            var slowest = RowsQuery.TopN(new TopRecordsOptions
            {
                Filter = requests,
                GroupBy = RecordColumn.HTTP_ROUTE,
                Aggregate = RecordAggregate.DurationPercentile(95),
                GreatestLast = true,
            });
            var orders = RowsQuery.MetricValue(new MetricValueOptions
            {
                Filter = MetricFilter.MetricName("orders"),
                Aggregate = MetricAggregate.Increase(),
            });
            var active = RowsQuery.FromSql(
                "SELECT count(DISTINCT attributes->>'customer') AS customers FROM records WHERE deployment_environment = $environment");
            // end
        }
    }
}
