using System.Collections.Generic;
using Amazon.JSII.Runtime.Deputy;
using CdktfLogfire;
using Constructs;
using HashiCorp.Cdktf;

var app = new App();
var stack = new TerraformStack(app, "everything");
var secret = SecretValue.FromVariable(new TerraformVariable(stack, "secret", new TerraformVariableConfig { Type = "string", Sensitive = true }));

new LogfireProvider(stack, "Logfire", new LogfireProviderProps
{
    Region = LogfireRegion.EU,
    CustomHeaders = new Dictionary<string, SecretValue> { ["CF-Access-Client-Id"] = secret },
});

// Projects
var shop = new LogfireProject(stack, "Shop", new LogfireProjectProps
{
    Description = "Sells things",
    Visibility = ProjectVisibility.PRIVATE,
    DeletionProtection = false,
});
new LogfireProject(stack, "Old", new LogfireProjectProps { ImportFrom = ProjectImportId.ByName("acme", "old") });
var billing = LogfireProject.FromProjectId(stack, "Billing", "00000000-0000-4000-8000-000000000001");
var quick = new LogfireProjectWithToken(stack, "Quick", new LogfireProjectWithTokenProps
{
    Expiry = TokenExpiry.After(Duration.Days(90)),
    ServiceName = "quick",
    DeploymentEnvironment = "production",
});
new TerraformOutput(stack, "headers", new TerraformOutputConfig
{
    Value = Fn.Upper(quick.OtlpEnvironment["OTEL_EXPORTER_OTLP_HEADERS"]),
    Sensitive = true,
});

// Tokens
var monthly = TokenRotation.Every(Duration.Days(30));
billing.AddWriteToken("Token", new TokenOptions { Rotation = monthly, WarnBefore = Duration.Days(14) });
new LogfireWriteToken(stack, "Write", new LogfireWriteTokenProps { Project = shop, Expiry = TokenExpiry.Never("burned into devices") });
new LogfireReadToken(stack, "Read", new LogfireReadTokenProps
{
    Project = shop,
    Expiry = TokenExpiry.At("2027-03-31T00:00:00Z"),
    Rotation = TokenRotation.Manual(1),
});
var deploy = new LogfireRotatingWriteToken(stack, "Deploy", new LogfireRotatingWriteTokenProps { Project = shop, Rotation = monthly });
new LogfireRotatingReadToken(stack, "Report", new LogfireRotatingReadTokenProps { Project = shop, Rotation = monthly });
new TerraformOutput(stack, "deploy_token", new TerraformOutputConfig { Value = deploy.TokenValue, Sensitive = true });

// Keys
new LogfireApiKey(stack, "Inventory", new LogfireApiKeyProps
{
    Scopes = new[] { ApiScope.ORGANIZATION_READ, ApiScope.Of("organization:read_member") },
});
var collector = new LogfireIngestKey(stack, "Collector", new LogfireIngestKeyProps
{
    Project = shop,
    Description = "The collector in the cluster",
});
new LogfireRotatingApiKey(stack, "Query", new LogfireRotatingApiKeyProps { Project = shop, Scopes = ApiScope.Query(), Rotation = monthly });
new LogfireGatewayApiKey(stack, "Chat", new LogfireGatewayApiKeyProps { Project = shop, DailyLimitUsd = 20, MonthlyLimitUsd = 200 });
new LogfireRotatingGatewayApiKey(stack, "Agents", new LogfireRotatingGatewayApiKeyProps
{
    Project = shop,
    DailyLimitUsd = 5,
    Rotation = monthly,
});
new LogfireGatewayProvider(stack, "OpenAI", new LogfireGatewayProviderProps
{
    GatewayProviderSlug = "openai",
    Vendor = GatewayVendor.OPENAI,
    ApiKey = secret,
});
new LogfireGatewayProvider(stack, "Bedrock", new LogfireGatewayProviderProps
{
    GatewayProviderSlug = "bedrock",
    Vendor = GatewayVendor.Bedrock(new BedrockOptions { Api = BedrockApi.RUNTIME, Region = "eu-west-1" }),
    ApiKey = secret,
});

// Notification
var pagerDutyService = new LogfirePagerDutyService(stack, "Service", new LogfirePagerDutyServiceProps
{
    AccountSubdomain = "acme",
    PagerDutyServiceId = "PABC123",
});
var slack = new LogfireSlackChannel(stack, "Slack", new LogfireSlackChannelProps
{
    InstallId = "00000000-0000-4000-8000-000000000002",
    SlackChannelId = "C0123456789",
});
var pager = new LogfirePagerDutyChannel(stack, "Pager", new LogfirePagerDutyChannelProps { RoutingKey = secret });
new LogfireWebhookChannel(stack, "Webhook", new LogfireWebhookChannelProps { Url = secret });
new LogfireSlackWebhookChannel(stack, "SlackWebhook", new LogfireSlackWebhookChannelProps { Url = secret });
new LogfireOpsgenieChannel(stack, "Opsgenie", new LogfireOpsgenieChannelProps { AuthKey = secret });
new LogfirePagerDutyServiceChannel(stack, "ServiceChannel", new LogfirePagerDutyServiceChannelProps { Service = pagerDutyService });
var hours = new LogfireSchedule(stack, "Hours", new LogfireScheduleProps
{
    Timezone = Timezone.Of("Europe/Berlin"),
    Windows = new[] { ScheduleWindow.Between(new[] { Weekday.MONDAY, Weekday.FRIDAY }, "08:00", "18:00") },
});
new LogfireAlert(stack, "Errors", new LogfireAlertProps
{
    Project = shop,
    Query = "SELECT trace_id FROM records WHERE is_exception",
    Frequency = Duration.Minutes(5),
    TimeWindow = Duration.Hours(1),
    NotifyWhen = NotifyWhen.HAS_MATCHES,
    Notify = new[] { Delivery.To(slack).During(hours), Delivery.To(pager) },
    Severity = AlertSeverity.CRITICAL,
    Runbook = "https://wiki.example.com/errors",
    Environments = new[] { "production" },
});
new LogfireSlo(stack, "Latency", new LogfireSloProps
{
    Project = shop,
    SloScope = SloScope.Service("checkout"),
    Sli = Sli.Histogram(new SliHistogramOptions
    {
        TotalQuery = "metric_name = 'http.server.request.duration'",
        Good = SliGoodValues.Below(0.3),
    }),
    TargetPercent = 99.9,
    RollingWindow = Duration.Days(7),
    Routing = SloRouting.BySeverity(new SloSeverityDeliveries
    {
        Page = new[] { Delivery.To(pager) },
        Ticket = new[] { Delivery.To(slack).During(hours) },
    }),
});

// What people look at
new LogfireDashboard(stack, "Traffic", new LogfireDashboardProps
{
    Project = shop,
    Definition = DashboardDefinition.FromObject(new Dictionary<string, object>
    {
        ["kind"] = "Dashboard",
        ["spec"] = new Dictionary<string, object>
        {
            ["display"] = new Dictionary<string, object> { ["name"] = "Traffic" },
            ["duration"] = "6h",
        },
    }),
});
var web = new LogfireFrontendApplication(stack, "Web", new LogfireFrontendApplicationProps { Project = shop, Environment = "production" });
new LogfireFrontendToken(stack, "WebToken", new LogfireFrontendTokenProps { Application = web });

// What runs
var systems = new LogfireEnvironmentProjects(stack, "Systems", new LogfireEnvironmentProjectsProps
{
    Names = new[] { "production", "staging" },
    ProjectNamePrefix = "till",
});
var week = new LogfireOfficeHoursSplit(stack, "Week", new LogfireOfficeHoursSplitProps { Timezone = Timezone.Of("Europe/Berlin") });
var routing = NotificationRouting.BySeverity(new SeverityDeliveries
{
    Critical = new[] { Delivery.To(pager) },
    Warning = week.DeliverTo(new OfficeHoursChannels { During = new ILogfireChannel[] { slack }, Outside = new ILogfireChannel[0] }),
});
var monitoring = new LogfireMonitoring(stack, "Monitoring", new LogfireMonitoringProps
{
    Environments = systems.Environments,
    Routing = routing,
    Owner = "Team Till",
});
monitoring.Add(new LogfireServiceMonitoring(stack, "Till", new LogfireServiceMonitoringProps
{
    Environments = systems.Environments,
    Routing = routing,
    ServiceName = "till",
    Latency = new LatencyThresholds(),
}));
new LogfireAiMonitoring(stack, "Assistant", new LogfireAiMonitoringProps { Project = shop, Routing = routing, ServiceName = "assistant" });
new LogfireHostMonitoring(stack, "Hosts", new LogfireHostMonitoringProps { Project = shop, Routing = routing, Source = HostMetricsSource.COLLECTOR });
new LogfireDatabaseMonitoring(stack, "Database", new LogfireDatabaseMonitoringProps { Project = shop, Routing = routing });
new LogfireQueueMonitoring(stack, "Mails", new LogfireQueueMonitoringProps { Project = shop, Routing = routing });
new LogfireJobMonitoring(stack, "Backup", new LogfireJobMonitoringProps { Project = shop, Routing = routing, SpanName = "backup", Every = Duration.Hours(6) });
new LogfireFrontendMonitoring(stack, "Pages", new LogfireFrontendMonitoringProps { Project = shop, Routing = routing, ServiceName = "web" });
var orders = new LogfireSubjectMonitoring(stack, "Orders", new LogfireSubjectMonitoringProps { Project = shop, Routing = routing });
orders.AddAlert("NoOrdersCritical", new SubjectAlertOptions
{
    Title = "no orders",
    Query = AlertQuery.Silence(new SilenceAlertOptions { Filter = RecordFilter.SpanName("order") }),
    Severity = AlertSeverity.CRITICAL,
    Description = "Nobody orders.",
    TimeWindow = Duration.Hours(1),
});

// Secrets where they are used, and rules
new LogfireSinkProvider(stack, "Vault", new LogfireSinkProviderProps
{
    Source = "hashicorp/vault",
    Version = "~> 5.6",
    Configuration = new Dictionary<string, object> { ["address"] = "https://vault.example.com" },
});
deploy.StoreIn(new OutputSink());
var move = new LogfireProjectMigration(stack, "Move", new LogfireProjectMigrationProps
{
    FromToken = deploy,
    ToToken = collector,
    Phase = MigrationPhase.DUAL_WRITE,
});
new TerraformOutput(stack, "environment", new TerraformOutputConfig
{
    Value = LogfireEnvironment.ForToken(move, new LogfireEnvironmentOptions { ServiceName = "shop" }).ToLambdaVariables(),
    Sensitive = true,
});
new TerraformOutput(stack, "deploy_environment", new TerraformOutputConfig
{
    Value = LogfireEnvironment.ForToken(deploy, new LogfireEnvironmentOptions { DeploymentEnvironment = "production" }).ToVariables(),
    Sensitive = true,
});
new TerraformOutput(stack, "collector_environment", new TerraformOutputConfig
{
    Value = LogfireEnvironment.ForToken(collector, new LogfireEnvironmentOptions { Format = EnvironmentFormat.OPEN_TELEMETRY }).ToVariables(),
    Sensitive = true,
});
LogfirePolicies.Of(new LogfirePolicy[] { new ProjectsAreDescribed() }).ApplyTo(stack);
LogfirePolicies.Suppress(stack, "ProjectsAreDescribed", "the names say it all");

// A Logfire of one's own
var selfHosted = new TerraformStack(app, "self-hosted");
new LogfireProvider(selfHosted, "Logfire", new LogfireProviderProps { BaseUrl = "https://logfire.example.com" });
new LogfireOrganization(selfHosted, "Acme", new LogfireOrganizationProps
{
    OrganizationName = "acme",
    DisplayName = "Acme",
    DeletionProtection = false,
});

app.Synth();

sealed class OutputSink : DeputyBase, ISecretSink
{
    public string Kind => "output";

    public void Store(Construct scope, ISecretToStore secret)
    {
        new TerraformOutput(scope, "Output", new TerraformOutputConfig { Value = secret.Value, Sensitive = true });
    }
}

sealed class ProjectsAreDescribed : LogfirePolicy
{
    public ProjectsAreDescribed() : base("ProjectsAreDescribed")
    {
    }

    public override void Check(PolicySubject subject)
    {
        if (subject.ResourceType == "logfire_project" && !subject.Attributes.ContainsKey("description"))
        {
            subject.Report("the project has no description", "say what it is for");
        }
    }
}
