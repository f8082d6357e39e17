import jsii
from cdktf import App, Fn, TerraformOutput, TerraformStack, TerraformVariable
from cdktf_logfire import (
    AlertQuery, AlertSeverity, ApiScope, BedrockApi, DashboardDefinition, Delivery, Duration, EnvironmentFormat, GatewayVendor,
    HostMetricsSource, ISecretSink, LogfireAiMonitoring, LogfireAlert, LogfireApiKey, LogfireDashboard, LogfireDatabaseMonitoring,
    LogfireEnvironment, LogfireEnvironmentProjects, LogfireFrontendApplication, LogfireFrontendMonitoring, LogfireFrontendToken,
    LogfireGatewayApiKey, LogfireGatewayProvider, LogfireHostMonitoring, LogfireIngestKey, LogfireJobMonitoring, LogfireMonitoring,
    LogfireOfficeHoursSplit, LogfireOpsgenieChannel, LogfireOrganization, LogfirePagerDutyChannel, LogfirePagerDutyService,
    LogfirePagerDutyServiceChannel, LogfirePolicies, LogfirePolicy, LogfireProject, LogfireProjectMigration, LogfireProjectWithToken,
    LogfireProvider, LogfireQueueMonitoring, LogfireReadToken, LogfireRegion, LogfireRotatingApiKey, LogfireRotatingGatewayApiKey,
    LogfireRotatingReadToken, LogfireRotatingWriteToken, LogfireSchedule, LogfireServiceMonitoring, LogfireSinkProvider,
    LogfireSlackChannel, LogfireSlackWebhookChannel, LogfireSlo, LogfireSubjectMonitoring, LogfireWebhookChannel, LogfireWriteToken,
    MigrationPhase, NotificationRouting, NotifyWhen, PolicySubject, ProjectImportId, ProjectVisibility, RecordFilter, ScheduleWindow,
    SecretValue, Sli, SliGoodValues, SloRouting, SloScope, Timezone, TokenExpiry, TokenRotation, Weekday,
)
from constructs import Construct


@jsii.implements(ISecretSink)
class OutputSink:
    @property
    def kind(self) -> str:
        return "output"

    def store(self, scope: Construct, *, value: str, version: float) -> None:
        TerraformOutput(scope, "Output", value=value, sensitive=True)


class ProjectsAreDescribed(LogfirePolicy):
    def __init__(self) -> None:
        super().__init__("ProjectsAreDescribed")

    def check(self, subject: PolicySubject) -> None:
        if subject.resource_type == "logfire_project" and "description" not in subject.attributes:
            subject.report("the project has no description", "say what it is for")


app = App()
stack = TerraformStack(app, "everything")
secret = SecretValue.from_variable(TerraformVariable(stack, "secret", type="string", sensitive=True))

LogfireProvider(stack, "Logfire", region=LogfireRegion.EU, custom_headers={"CF-Access-Client-Id": secret})

# Projects
shop = LogfireProject(stack, "Shop", description="Sells things", visibility=ProjectVisibility.PRIVATE, deletion_protection=False)
LogfireProject(stack, "Old", import_from=ProjectImportId.by_name("acme", "old"))
billing = LogfireProject.from_project_id(stack, "Billing", "00000000-0000-4000-8000-000000000001")
quick = LogfireProjectWithToken(
    stack, "Quick",
    expiry=TokenExpiry.after(Duration.days(90)),
    service_name="quick",
    deployment_environment="production",
)
TerraformOutput(stack, "headers", value=Fn.upper(quick.otlp_environment["OTEL_EXPORTER_OTLP_HEADERS"]), sensitive=True)

# Tokens
monthly = TokenRotation.every(Duration.days(30))
billing.add_write_token("Token", rotation=monthly, warn_before=Duration.days(14))
LogfireWriteToken(stack, "Write", project=shop, expiry=TokenExpiry.never("burned into devices"))
LogfireReadToken(stack, "Read", project=shop, expiry=TokenExpiry.at("2027-03-31T00:00:00Z"), rotation=TokenRotation.manual(1))
deploy = LogfireRotatingWriteToken(stack, "Deploy", project=shop, rotation=monthly)
LogfireRotatingReadToken(stack, "Report", project=shop, rotation=monthly)
TerraformOutput(stack, "deploy_token", value=deploy.token_value, sensitive=True)

# Keys
LogfireApiKey(stack, "Inventory", scopes=[ApiScope.ORGANIZATION_READ, ApiScope.of("organization:read_member")])
collector = LogfireIngestKey(stack, "Collector", project=shop, description="The collector in the cluster")
LogfireRotatingApiKey(stack, "Query", project=shop, scopes=ApiScope.query(), rotation=monthly)
LogfireGatewayApiKey(stack, "Chat", project=shop, daily_limit_usd=20, monthly_limit_usd=200)
LogfireRotatingGatewayApiKey(stack, "Agents", project=shop, daily_limit_usd=5, rotation=monthly)
LogfireGatewayProvider(stack, "OpenAI", gateway_provider_slug="openai", vendor=GatewayVendor.OPENAI, api_key=secret)
LogfireGatewayProvider(
    stack, "Bedrock",
    gateway_provider_slug="bedrock",
    vendor=GatewayVendor.bedrock(api=BedrockApi.RUNTIME, region="eu-west-1"),
    api_key=secret,
)

# Notification
pager_duty_service = LogfirePagerDutyService(stack, "Service", account_subdomain="acme", pager_duty_service_id="PABC123")
slack = LogfireSlackChannel(stack, "Slack", install_id="00000000-0000-4000-8000-000000000002", slack_channel_id="C0123456789")
pager = LogfirePagerDutyChannel(stack, "Pager", routing_key=secret)
LogfireWebhookChannel(stack, "Webhook", url=secret)
LogfireSlackWebhookChannel(stack, "SlackWebhook", url=secret)
LogfireOpsgenieChannel(stack, "Opsgenie", auth_key=secret)
LogfirePagerDutyServiceChannel(stack, "ServiceChannel", service=pager_duty_service)
hours = LogfireSchedule(
    stack, "Hours",
    timezone=Timezone.of("Europe/Berlin"),
    windows=[ScheduleWindow.between([Weekday.MONDAY, Weekday.FRIDAY], "08:00", "18:00")],
)
LogfireAlert(
    stack, "Errors",
    project=shop,
    query="SELECT trace_id FROM records WHERE is_exception",
    frequency=Duration.minutes(5),
    time_window=Duration.hours(1),
    notify_when=NotifyWhen.HAS_MATCHES,
    notify=[Delivery.to(slack).during(hours), Delivery.to(pager)],
    severity=AlertSeverity.CRITICAL,
    runbook="https://wiki.example.com/errors",
    environments=["production"],
)
LogfireSlo(
    stack, "Latency",
    project=shop,
    slo_scope=SloScope.service("checkout"),
    sli=Sli.histogram(total_query="metric_name = 'http.server.request.duration'", good=SliGoodValues.below(0.3)),
    target_percent=99.9,
    rolling_window=Duration.days(7),
    routing=SloRouting.by_severity(page=[Delivery.to(pager)], ticket=[Delivery.to(slack).during(hours)]),
)

# What people look at
LogfireDashboard(
    stack, "Traffic",
    project=shop,
    definition=DashboardDefinition.from_object({"kind": "Dashboard", "spec": {"display": {"name": "Traffic"}, "duration": "6h"}}),
)
web = LogfireFrontendApplication(stack, "Web", project=shop, environment="production")
LogfireFrontendToken(stack, "WebToken", application=web)

# What runs
systems = LogfireEnvironmentProjects(stack, "Systems", names=["production", "staging"], project_name_prefix="till")
week = LogfireOfficeHoursSplit(stack, "Week", timezone=Timezone.of("Europe/Berlin"))
routing = NotificationRouting.by_severity(critical=[Delivery.to(pager)], warning=week.deliver_to(during=[slack], outside=[]))
monitoring = LogfireMonitoring(stack, "Monitoring", environments=systems.environments, routing=routing, owner="Team Till")
monitoring.add(LogfireServiceMonitoring(stack, "Till", environments=systems.environments, routing=routing, service_name="till", latency={}))
LogfireAiMonitoring(stack, "Assistant", project=shop, routing=routing, service_name="assistant")
LogfireHostMonitoring(stack, "Hosts", project=shop, routing=routing, source=HostMetricsSource.COLLECTOR)
LogfireDatabaseMonitoring(stack, "Database", project=shop, routing=routing)
LogfireQueueMonitoring(stack, "Mails", project=shop, routing=routing)
LogfireJobMonitoring(stack, "Backup", project=shop, routing=routing, span_name="backup", every=Duration.hours(6))
LogfireFrontendMonitoring(stack, "Pages", project=shop, routing=routing, service_name="web")
orders = LogfireSubjectMonitoring(stack, "Orders", project=shop, routing=routing)
orders.add_alert(
    "NoOrdersCritical",
    title="no orders",
    query=AlertQuery.silence(filter=RecordFilter.span_name("order")),
    severity=AlertSeverity.CRITICAL,
    description="Nobody orders.",
    time_window=Duration.hours(1),
)

# Secrets where they are used, and rules
LogfireSinkProvider(stack, "Vault", source="hashicorp/vault", version="~> 5.6", configuration={"address": "https://vault.example.com"})
deploy.store_in(OutputSink())
move = LogfireProjectMigration(stack, "Move", from_token=deploy, to_token=collector, phase=MigrationPhase.DUAL_WRITE)
TerraformOutput(
    stack, "environment",
    value=LogfireEnvironment.for_token(move, service_name="shop").to_lambda_variables(),
    sensitive=True,
)
TerraformOutput(
    stack, "deploy_environment",
    value=LogfireEnvironment.for_token(deploy, deployment_environment="production").to_variables(),
    sensitive=True,
)
TerraformOutput(
    stack, "collector_environment",
    value=LogfireEnvironment.for_token(collector, format=EnvironmentFormat.OPEN_TELEMETRY).to_variables(),
    sensitive=True,
)
LogfirePolicies.of([ProjectsAreDescribed()]).apply_to(stack)
LogfirePolicies.suppress(stack, "ProjectsAreDescribed", "the names say it all")

# A Logfire of one's own
self_hosted = TerraformStack(app, "self-hosted")
LogfireProvider(self_hosted, "Logfire", base_url="https://logfire.example.com")
LogfireOrganization(self_hosted, "Acme", organization_name="acme", display_name="Acme", deletion_protection=False)

app.synth()
