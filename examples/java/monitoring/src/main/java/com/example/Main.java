package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.List;

public final class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "monitoring");

    // The key comes from LOGFIRE_API_KEY at plan and apply.
    LogfireProvider.Builder.create(stack, "Logfire").build();

    LogfireProject shop = LogfireProject.Builder.create(stack, "Shop")
        .deletionProtection(false) // For a trial: without this, `terraform destroy` fails.
        .build();

    // You pass both secrets at apply, as TF_VAR_slack_url and TF_VAR_routing_key, so neither is in the program.
    LogfireSlackWebhookChannel slack = LogfireSlackWebhookChannel.Builder.create(stack, "Slack").url(secret(stack, "slack_url")).build();
    LogfirePagerDutyChannel pager = LogfirePagerDutyChannel.Builder.create(stack, "OnCall").routingKey(secret(stack, "routing_key")).build();
    LogfireSchedule officeHours = LogfireSchedule.officeHours(stack, "OfficeHours", LogfireOfficeHoursProps.builder()
        .timezone(Timezone.of("Europe/Berlin"))
        .build());

    LogfireMonitoring monitoring = LogfireMonitoring.Builder.create(stack, "Monitoring")
        // Production pages. The alerts of the others go to the deliveries for information.
        .environments(DeploymentEnvironments.inProject(shop, List.of("production", "staging", "testing")))
        .routing(NotificationRouting.bySeverity(SeverityDeliveries.builder()
            .critical(List.of(Delivery.to(pager)))
            .warning(List.of(Delivery.to(slack).during(officeHours)))
            .info(List.of(Delivery.to(slack).during(officeHours)))
            .build()))
        .runbookBaseUrl("https://runbooks.example.com")
        .owner("Team Checkout")
        .build();

    monitoring.monitorService("Checkout", LogfireServiceMonitoringProps.builder()
        .serviceName("checkout")
        .slo(ServiceSlo.builder().targetPercent(99.9).build())
        .build());
    monitoring.monitorService("Mailer", LogfireServiceMonitoringProps.builder()
        .serviceName("mailer")
        .latency(LatencyThresholds.builder().warning(LatencyThreshold.builder().aboveSeconds(30).build()).build())
        .build());
    monitoring.monitorAi("Assistant", LogfireAiMonitoringProps.builder()
        .serviceName("assistant")
        .spend(SpendThresholds.builder().warning(SpendThreshold.builder().aboveUsd(50).build()).build())
        .build());
    monitoring.monitorHost("Web", LogfireHostMonitoringProps.builder().hostName("web-1").build());

    app.synth();
  }

  private static SecretValue secret(TerraformStack stack, String name) {
    return SecretValue.fromVariable(TerraformVariable.Builder.create(stack, name).type("string").sensitive(true).build());
  }
}
