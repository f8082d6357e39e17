using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Environments
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "projects-per-environment");
            // example: projects-per-environment
            var shop = new LogfireEnvironmentProjects(stack, "Shop", new LogfireEnvironmentProjectsProps
            {
                Names = new[] { "production", "staging" },
                ProjectNamePrefix = "shop",
            });
            shop.ProjectOf("production").AddWriteToken("Token");
            shop.ProjectOf("staging").AddWriteToken("Token");
            // end
        }
        {
            var stack = Given.StackOf(app, "environments-in-one-project");
            var project = Given.Project(stack);
            // example: environments-in-one-project
            var environments = DeploymentEnvironments.InProject(project, new[] { "production", "staging" }, new DeploymentEnvironmentsOptions
            {
                Paging = new[] { "production" },
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "routing-of-environment");
            var project = Given.Project(stack);
            var pager = Given.Pager(stack);
            var slack = Given.Slack(stack);
            // example: routing-of-environment
            var environments = DeploymentEnvironments.InProject(project, new[] { "production", "staging" });
            var routing = NotificationRouting.BySeverity(new SeverityDeliveries
            {
                Critical = new[] { Delivery.To(pager) },
                Info = new[] { Delivery.To(slack) },
            });

            new LogfireAlert(stack, "StagingErrors", new LogfireAlertProps
            {
                Project = environments.ProjectOf("staging"),
                Environments = environments.FilterOf("staging"),
                Query = "SELECT trace_id FROM records WHERE is_exception",
                Severity = AlertSeverity.CRITICAL,
                Notify = environments.RoutingOf("staging", routing).DeliveriesFor(AlertSeverity.CRITICAL), // Slack, not the pager
            });
            // end
        }
        {
            var stack = Given.StackOf(app, "defaults");
            var project = Given.Project(stack);
            var pager = Given.Pager(stack);
            // example: defaults
            LogfireDefaults.Of(stack).Set(new LogfireDefaultValues
            {
                Expiry = TokenExpiry.After(Duration.Days(90)),
                Routing = NotificationRouting.BySeverity(new SeverityDeliveries { Critical = new[] { Delivery.To(pager) } }),
                RunbookBaseUrl = "https://runbooks.example.com",
                Owner = "Team Checkout",
            });

            project.AddWriteToken("Token"); // expires after 90 days
            new LogfireAlert(stack, "NoOrders", new LogfireAlertProps
            {
                Project = project,
                Query = AlertQuery.Silence(new SilenceAlertOptions { Filter = RecordFilter.SpanName("place order") }).Sql,
                Severity = AlertSeverity.CRITICAL, // notifies the pager; its runbook is https://runbooks.example.com/no-orders
            });
            // end
        }
    }
}
