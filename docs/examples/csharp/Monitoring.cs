using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Monitoring
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "monitoring");
            var project = Given.Project(stack);
            var pager = Given.Pager(stack);
            var slack = Given.Slack(stack);
            // example: monitoring
            var officeHours = LogfireSchedule.OfficeHours(stack, "OfficeHours", new LogfireOfficeHoursProps { Timezone = Timezone.Of("Europe/Berlin") });

            var monitoring = new LogfireMonitoring(stack, "Monitoring", new LogfireMonitoringProps
            {
                Environments = DeploymentEnvironments.InProject(project, new[] { "production", "staging" }),
                Routing = NotificationRouting.BySeverity(new SeverityDeliveries
                {
                    Critical = new[] { Delivery.To(pager) },
                    Warning = new[] { Delivery.To(slack).During(officeHours) },
                }),
                RunbookBaseUrl = "https://runbooks.example.com",
                Owner = "Payments",
            });

            monitoring.MonitorService("Checkout", new LogfireServiceMonitoringProps
            {
                ServiceName = "checkout",
                Slo = new ServiceSlo { TargetPercent = 99.9 },
            });
            monitoring.MonitorService("Mailer", new LogfireServiceMonitoringProps { ServiceName = "mailer" });
            monitoring.MonitorAi("Assistant", new LogfireAiMonitoringProps
            {
                ServiceName = "assistant",
                Spend = new SpendThresholds { Warning = new SpendThreshold { AboveUsd = 50 } },
            });
            monitoring.MonitorHost("Web", new LogfireHostMonitoringProps { HostName = "web-1" });
            // end
        }
        {
            var stack = Given.StackOf(app, "monitoring-thresholds");
            var project = Given.Project(stack);
            // example: monitoring-thresholds
            var monitoring = new LogfireMonitoring(stack, "Monitoring", new LogfireMonitoringProps
            {
                Project = project,
                Routing = NotificationRouting.Nobody(),
            });

            monitoring.MonitorService("Checkout", new LogfireServiceMonitoringProps
            {
                ServiceName = "checkout",
                Requests = RecordFilter.HttpRoute("/checkout"),
                ErrorRate = new FailureThresholds
                {
                    Critical = new FailureThreshold { AbovePercent = 10, MinimumCount = 50 },
                    Warning = new FailureThreshold { AbovePercent = 2, TimeWindow = Duration.Minutes(30) },
                },
                Latency = new LatencyThresholds(),
                Diagnostics = new ServiceDiagnostics
                {
                    NewExceptions = new TuningBySeverity { Warning = new AlertTuning { Active = true } },
                },
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "monitoring-own");
            var project = Given.Project(stack);
            var pager = Given.Pager(stack);
            // example: monitoring-own
            var routing = NotificationRouting.BySeverity(new SeverityDeliveries { Critical = new[] { Delivery.To(pager) } });
            var monitoring = new LogfireMonitoring(stack, "Monitoring", new LogfireMonitoringProps { Project = project, Routing = routing });
            var orders = RecordFilter.SpanName("order placed");

            var shop = new LogfireSubjectMonitoring(stack, "Orders", new LogfireSubjectMonitoringProps
            {
                Project = project,
                Routing = routing,
                Owner = "Sales",
            });
            shop.AddAlert("NoOrdersCritical", new SubjectAlertOptions
            {
                Title = "no orders",
                Query = AlertQuery.Silence(new SilenceAlertOptions { Filter = orders }),
                Severity = AlertSeverity.CRITICAL,
                Description = "Nobody ordered anything for an hour. Try to order something yourself first.",
                TimeWindow = Duration.Hours(1),
            });
            shop.AddSummaryPanel(new TimeSeriesPanel(new TimeSeriesPanelProps
            {
                PanelId = "orders",
                Title = "Orders",
                Query = TimeSeriesQuery.Count(new RecordSeriesOptions { Filter = orders }),
            }));
            monitoring.Add(shop);
            // end
        }
    }
}
