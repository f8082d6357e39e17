using CdktfLogfire;
using HashiCorp.Cdktf;

var app = new App();
var stack = new TerraformStack(app, "monitoring");

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, "Logfire");

var shop = new LogfireProject(stack, "Shop", new LogfireProjectProps
{
    // For a trial: without this, `terraform destroy` fails.
    DeletionProtection = false,
});

// You pass both secrets at apply, as TF_VAR_slack_url and TF_VAR_routing_key, so neither is in the program.
var url = new TerraformVariable(stack, "slack_url", new TerraformVariableConfig { Type = "string", Sensitive = true });
var key = new TerraformVariable(stack, "routing_key", new TerraformVariableConfig { Type = "string", Sensitive = true });
var slack = new LogfireSlackWebhookChannel(stack, "Slack", new LogfireSlackWebhookChannelProps { Url = SecretValue.FromVariable(url) });
var pager = new LogfirePagerDutyChannel(stack, "OnCall", new LogfirePagerDutyChannelProps { RoutingKey = SecretValue.FromVariable(key) });
var officeHours = LogfireSchedule.OfficeHours(stack, "OfficeHours", new LogfireOfficeHoursProps { Timezone = Timezone.Of("Europe/Berlin") });

var monitoring = new LogfireMonitoring(stack, "Monitoring", new LogfireMonitoringProps
{
    // Production pages. The alerts of the others go to the deliveries for information.
    Environments = DeploymentEnvironments.InProject(shop, new[] { "production", "staging", "testing" }),
    Routing = NotificationRouting.BySeverity(new SeverityDeliveries
    {
        Critical = new[] { Delivery.To(pager) },
        Warning = new[] { Delivery.To(slack).During(officeHours) },
        Info = new[] { Delivery.To(slack).During(officeHours) },
    }),
    RunbookBaseUrl = "https://runbooks.example.com",
    Owner = "Team Checkout",
});

monitoring.MonitorService("Checkout", new LogfireServiceMonitoringProps
{
    ServiceName = "checkout",
    Slo = new ServiceSlo { TargetPercent = 99.9 },
});
monitoring.MonitorService("Mailer", new LogfireServiceMonitoringProps
{
    ServiceName = "mailer",
    Latency = new LatencyThresholds { Warning = new LatencyThreshold { AboveSeconds = 30 } },
});
monitoring.MonitorAi("Assistant", new LogfireAiMonitoringProps
{
    ServiceName = "assistant",
    Spend = new SpendThresholds { Warning = new SpendThreshold { AboveUsd = 50 } },
});
monitoring.MonitorHost("Web", new LogfireHostMonitoringProps { HostName = "web-1" });

app.Synth();
