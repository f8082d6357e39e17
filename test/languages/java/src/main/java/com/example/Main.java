package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

public final class Main {
  static final class OutputSink implements ISecretSink {
    @Override
    public String getKind() {
      return "output";
    }

    @Override
    public void store(Construct scope, SecretToStore secret) {
      TerraformOutput.Builder.create(scope, "Output").value(secret.getValue()).sensitive(true).build();
    }
  }

  static final class ProjectsAreDescribed extends LogfirePolicy {
    ProjectsAreDescribed() {
      super("ProjectsAreDescribed");
    }

    @Override
    public void check(PolicySubject subject) {
      if (subject.getResourceType().equals("logfire_project") && !subject.getAttributes().containsKey("description")) {
        subject.report("the project has no description", "say what it is for");
      }
    }
  }

  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "everything");
    SecretValue secret = SecretValue.fromVariable(TerraformVariable.Builder.create(stack, "secret").type("string").sensitive(true).build());

    LogfireProvider.Builder.create(stack, "Logfire").region(LogfireRegion.EU).customHeaders(Map.of("CF-Access-Client-Id", secret)).build();

    // Projects
    LogfireProject shop = LogfireProject.Builder.create(stack, "Shop")
        .description("Sells things")
        .visibility(ProjectVisibility.PRIVATE)
        .deletionProtection(false)
        .build();
    LogfireProject.Builder.create(stack, "Old").importFrom(ProjectImportId.byName("acme", "old")).build();
    ILogfireProject billing = LogfireProject.fromProjectId(stack, "Billing", "00000000-0000-4000-8000-000000000001");
    LogfireProjectWithToken quick = LogfireProjectWithToken.Builder.create(stack, "Quick")
        .expiry(TokenExpiry.after(Duration.days(90)))
        .serviceName("quick")
        .deploymentEnvironment("production")
        .build();
    String headers = quick.getOtlpEnvironment().get("OTEL_EXPORTER_OTLP_HEADERS");
    TerraformOutput.Builder.create(stack, "headers").value(Fn.upper(headers)).sensitive(true).build();

    // Tokens
    TokenRotation monthly = TokenRotation.every(Duration.days(30));
    billing.addWriteToken("Token", TokenOptions.builder().rotation(monthly).warnBefore(Duration.days(14)).build());
    LogfireWriteToken.Builder.create(stack, "Write").project(shop).expiry(TokenExpiry.never("burned into devices")).build();
    LogfireReadToken.Builder.create(stack, "Read")
        .project(shop)
        .expiry(TokenExpiry.at("2027-03-31T00:00:00Z"))
        .rotation(TokenRotation.manual(1))
        .build();
    LogfireRotatingWriteToken deploy = LogfireRotatingWriteToken.Builder.create(stack, "Deploy").project(shop).rotation(monthly).build();
    LogfireRotatingReadToken.Builder.create(stack, "Report").project(shop).rotation(monthly).build();
    TerraformOutput.Builder.create(stack, "deploy_token").value(deploy.getTokenValue()).sensitive(true).build();

    // Keys
    LogfireApiKey.Builder.create(stack, "Inventory")
        .scopes(List.of(ApiScope.ORGANIZATION_READ, ApiScope.of("organization:read_member")))
        .build();
    LogfireIngestKey collector = LogfireIngestKey.Builder.create(stack, "Collector")
        .project(shop)
        .description("The collector in the cluster")
        .build();
    LogfireRotatingApiKey.Builder.create(stack, "Query").project(shop).scopes(ApiScope.query()).rotation(monthly).build();
    LogfireGatewayApiKey.Builder.create(stack, "Chat").project(shop).dailyLimitUsd(20).monthlyLimitUsd(200).build();
    LogfireRotatingGatewayApiKey.Builder.create(stack, "Agents").project(shop).dailyLimitUsd(5).rotation(monthly).build();
    LogfireGatewayProvider.Builder.create(stack, "OpenAI").gatewayProviderSlug("openai").vendor(GatewayVendor.OPENAI).apiKey(secret).build();
    LogfireGatewayProvider.Builder.create(stack, "Bedrock")
        .gatewayProviderSlug("bedrock")
        .vendor(GatewayVendor.bedrock(BedrockOptions.builder().api(BedrockApi.RUNTIME).region("eu-west-1").build()))
        .apiKey(secret)
        .build();

    // Notification
    LogfirePagerDutyService pagerDutyService = LogfirePagerDutyService.Builder.create(stack, "Service")
        .accountSubdomain("acme")
        .pagerDutyServiceId("PABC123")
        .build();
    LogfireSlackChannel slack = LogfireSlackChannel.Builder.create(stack, "Slack")
        .installId("00000000-0000-4000-8000-000000000002")
        .slackChannelId("C0123456789")
        .build();
    LogfirePagerDutyChannel pager = LogfirePagerDutyChannel.Builder.create(stack, "Pager").routingKey(secret).build();
    LogfireWebhookChannel.Builder.create(stack, "Webhook").url(secret).build();
    LogfireSlackWebhookChannel.Builder.create(stack, "SlackWebhook").url(secret).build();
    LogfireOpsgenieChannel.Builder.create(stack, "Opsgenie").authKey(secret).build();
    LogfirePagerDutyServiceChannel.Builder.create(stack, "ServiceChannel").service(pagerDutyService).build();
    LogfireSchedule hours = LogfireSchedule.Builder.create(stack, "Hours")
        .timezone(Timezone.of("Europe/Berlin"))
        .windows(List.of(ScheduleWindow.between(List.of(Weekday.MONDAY, Weekday.FRIDAY), "08:00", "18:00")))
        .build();
    LogfireAlert.Builder.create(stack, "Errors")
        .project(shop)
        .query("SELECT trace_id FROM records WHERE is_exception")
        .frequency(Duration.minutes(5))
        .timeWindow(Duration.hours(1))
        .notifyWhen(NotifyWhen.HAS_MATCHES)
        .notify(List.of(Delivery.to(slack).during(hours), Delivery.to(pager)))
        .severity(AlertSeverity.CRITICAL)
        .runbook("https://wiki.example.com/errors")
        .environments(List.of("production"))
        .build();
    LogfireSlo.Builder.create(stack, "Latency")
        .project(shop)
        .sloScope(SloScope.service("checkout"))
        .sli(Sli.histogram(SliHistogramOptions.builder()
            .totalQuery("metric_name = 'http.server.request.duration'")
            .good(SliGoodValues.below(0.3))
            .build()))
        .targetPercent(99.9)
        .rollingWindow(Duration.days(7))
        .routing(SloRouting.bySeverity(SloSeverityDeliveries.builder()
            .page(List.of(Delivery.to(pager)))
            .ticket(List.of(Delivery.to(slack).during(hours)))
            .build()))
        .build();

    // What people look at
    LogfireDashboard.Builder.create(stack, "Traffic")
        .project(shop)
        .definition(DashboardDefinition.fromObject(
            Map.of("kind", "Dashboard", "spec", Map.of("display", Map.of("name", "Traffic"), "duration", "6h"))))
        .build();
    LogfireFrontendApplication web = LogfireFrontendApplication.Builder.create(stack, "Web").project(shop).environment("production").build();
    LogfireFrontendToken.Builder.create(stack, "WebToken").application(web).build();

    // What runs
    LogfireEnvironmentProjects systems = LogfireEnvironmentProjects.Builder.create(stack, "Systems")
        .names(List.of("production", "staging"))
        .projectNamePrefix("till")
        .build();
    LogfireOfficeHoursSplit week = LogfireOfficeHoursSplit.Builder.create(stack, "Week").timezone(Timezone.of("Europe/Berlin")).build();
    NotificationRouting routing = NotificationRouting.bySeverity(SeverityDeliveries.builder()
        .critical(List.of(Delivery.to(pager)))
        .warning(week.deliverTo(OfficeHoursChannels.builder().during(List.of(slack)).outside(List.of()).build()))
        .build());
    LogfireMonitoring monitoring = LogfireMonitoring.Builder.create(stack, "Monitoring")
        .environments(systems.getEnvironments())
        .routing(routing)
        .owner("Team Till")
        .build();
    monitoring.add(LogfireServiceMonitoring.Builder.create(stack, "Till")
        .environments(systems.getEnvironments())
        .routing(routing)
        .serviceName("till")
        .latency(LatencyThresholds.builder().build())
        .build());
    LogfireAiMonitoring.Builder.create(stack, "Assistant").project(shop).routing(routing).serviceName("assistant").build();
    LogfireHostMonitoring.Builder.create(stack, "Hosts").project(shop).routing(routing).source(HostMetricsSource.COLLECTOR).build();
    LogfireDatabaseMonitoring.Builder.create(stack, "Database").project(shop).routing(routing).build();
    LogfireQueueMonitoring.Builder.create(stack, "Mails").project(shop).routing(routing).build();
    LogfireJobMonitoring.Builder.create(stack, "Backup").project(shop).routing(routing).spanName("backup").every(Duration.hours(6)).build();
    LogfireFrontendMonitoring.Builder.create(stack, "Pages").project(shop).routing(routing).serviceName("web").build();
    LogfireSubjectMonitoring orders = LogfireSubjectMonitoring.Builder.create(stack, "Orders").project(shop).routing(routing).build();
    orders.addAlert("NoOrdersCritical", SubjectAlertOptions.builder()
        .title("no orders")
        .query(AlertQuery.silence(SilenceAlertOptions.builder().filter(RecordFilter.spanName("order")).build()))
        .severity(AlertSeverity.CRITICAL)
        .description("Nobody orders.")
        .timeWindow(Duration.hours(1))
        .build());

    // Secrets where they are used, and rules
    LogfireSinkProvider.Builder.create(stack, "Vault")
        .source("hashicorp/vault")
        .version("~> 5.6")
        .configuration(Map.of("address", "https://vault.example.com"))
        .build();
    deploy.storeIn(new OutputSink());
    LogfireProjectMigration move = LogfireProjectMigration.Builder.create(stack, "Move")
        .fromToken(deploy)
        .toToken(collector)
        .phase(MigrationPhase.DUAL_WRITE)
        .build();
    TerraformOutput.Builder.create(stack, "environment")
        .value(LogfireEnvironment.forToken(move, LogfireEnvironmentOptions.builder().serviceName("shop").build()).toLambdaVariables())
        .sensitive(true)
        .build();
    TerraformOutput.Builder.create(stack, "deploy_environment")
        .value(LogfireEnvironment.forToken(deploy, LogfireEnvironmentOptions.builder().deploymentEnvironment("production").build()).toVariables())
        .sensitive(true)
        .build();
    TerraformOutput.Builder.create(stack, "collector_environment")
        .value(LogfireEnvironment.forToken(collector, LogfireEnvironmentOptions.builder().format(EnvironmentFormat.OPEN_TELEMETRY).build()).toVariables())
        .sensitive(true)
        .build();
    LogfirePolicies.of(List.of(new ProjectsAreDescribed())).applyTo(stack);
    LogfirePolicies.suppress(stack, "ProjectsAreDescribed", "the names say it all");

    // A Logfire of one's own
    TerraformStack selfHosted = new TerraformStack(app, "self-hosted");
    LogfireProvider.Builder.create(selfHosted, "Logfire").baseUrl("https://logfire.example.com").build();
    LogfireOrganization.Builder.create(selfHosted, "Acme").organizationName("acme").displayName("Acme").deletionProtection(false).build();

    app.synth();
  }
}
