using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Alerting
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "channels");
            // example: channels
            var url = new TerraformVariable(stack, "slack_url", new TerraformVariableConfig { Type = "string", Sensitive = true });
            var slack = new LogfireSlackWebhookChannel(stack, "Slack", new LogfireSlackWebhookChannelProps { Url = SecretValue.FromVariable(url) });

            var key = new TerraformVariable(stack, "routing_key", new TerraformVariableConfig { Type = "string", Sensitive = true });
            var onCall = new LogfirePagerDutyChannel(stack, "OnCall", new LogfirePagerDutyChannelProps
            {
                RoutingKey = SecretValue.FromVariable(key),
            });

            var berlin = Timezone.Of("Europe/Berlin");
            var officeHours = LogfireSchedule.OfficeHours(stack, "OfficeHours", new LogfireOfficeHoursProps { Timezone = berlin });
            var outside = LogfireSchedule.OutsideOfficeHours(stack, "Outside", new LogfireOfficeHoursProps { Timezone = berlin });

            var notify = new[] { Delivery.To(slack).During(officeHours), Delivery.To(onCall).During(outside) };
            // end
        }
        {
            var stack = Given.StackOf(app, "alert");
            var project = Given.Project(stack);
            var notify = Given.Deliveries(stack);
            // example: alert
            new LogfireAlert(stack, "FailedCheckouts", new LogfireAlertProps
            {
                Project = project,
                Query = "SELECT trace_id FROM records WHERE service_name = 'checkout' AND is_exception LIMIT 20",
                Frequency = Duration.Minutes(5),
                NotifyWhen = NotifyWhen.STARTS_HAVING_MATCHES,
                Environments = new[] { "production" },
                Severity = AlertSeverity.CRITICAL,
                Runbook = "https://wiki.example.com/checkout",
                Notify = notify,
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "slos");
            var project = Given.Project(stack);
            var pager = Given.Pager(stack);
            var slack = Given.Slack(stack);
            // example: slos
            new LogfireSlo(stack, "Availability", new LogfireSloProps
            {
                Project = project,
                SloScope = SloScope.Service("checkout"),
                Sli = Sli.Availability(),
                TargetPercent = 99.9,
                Routing = SloRouting.BySeverity(new SloSeverityDeliveries
                {
                    Page = new[] { Delivery.To(pager) },
                    Ticket = new[] { Delivery.To(slack) },
                }),
            });

            new LogfireSlo(stack, "Latency", new LogfireSloProps
            {
                Project = project,
                SloScope = SloScope.Service("checkout"),
                Sli = Sli.Histogram(new SliHistogramOptions
                {
                    TotalQuery = "metric_name = 'http.server.request.duration'",
                    Good = SliGoodValues.Below(0.3),
                }),
                TargetPercent = 95,
                RollingWindow = Duration.Days(7),
                Routing = SloRouting.ByTier(new SloTierRoutings
                {
                    Fast = SloTierRouting.To(new[] { Delivery.To(pager) }),
                    Medium = SloTierRouting.Nobody(),
                }),
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "routing");
            var project = Given.Project(stack);
            var pager = Given.Pager(stack);
            var slack = Given.Slack(stack);
            // example: routing
            var week = new LogfireOfficeHoursSplit(stack, "Week", new LogfireOfficeHoursSplitProps { Timezone = Timezone.Of("Europe/Berlin") });
            var routing = NotificationRouting.BySeverity(new SeverityDeliveries
            {
                Critical = new[] { Delivery.To(pager), Delivery.To(slack) },
                Warning = week.DeliverTo(new OfficeHoursChannels { During = new[] { slack }, Outside = new ILogfireChannel[0] }),
            });

            new LogfireAlert(stack, "Exceptions", new LogfireAlertProps
            {
                Project = project,
                Query = "SELECT trace_id FROM records WHERE is_exception",
                Severity = AlertSeverity.WARNING,
                Notify = routing.DeliveriesFor(AlertSeverity.WARNING),
            });

            new LogfireSlo(stack, "Checkout", new LogfireSloProps
            {
                Project = project,
                SloScope = SloScope.Service("checkout"),
                Sli = Sli.Availability(),
                TargetPercent = 99.9,
                Routing = routing.ToSloRouting(), // pages are critical, tickets are warnings
            });
            // end
        }
    }
}
