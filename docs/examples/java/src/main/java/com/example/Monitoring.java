package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;
import java.util.List;

final class Monitoring {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "monitoring");
      ILogfireProject project = Given.project(stack);
      ILogfireChannel pager = Given.pager(stack);
      ILogfireChannel slack = Given.slack(stack);
      // example: monitoring
      LogfireSchedule officeHours = LogfireSchedule.officeHours(stack, "OfficeHours", LogfireOfficeHoursProps.builder()
          .timezone(Timezone.of("Europe/Berlin"))
          .build());

      LogfireMonitoring monitoring = LogfireMonitoring.Builder.create(stack, "Monitoring")
          .environments(DeploymentEnvironments.inProject(project, List.of("production", "staging")))
          .routing(NotificationRouting.bySeverity(SeverityDeliveries.builder()
              .critical(List.of(Delivery.to(pager)))
              .warning(List.of(Delivery.to(slack).during(officeHours)))
              .build()))
          .runbookBaseUrl("https://runbooks.example.com")
          .owner("Payments")
          .build();

      monitoring.monitorService("Checkout", LogfireServiceMonitoringProps.builder()
          .serviceName("checkout")
          .slo(ServiceSlo.builder().targetPercent(99.9).build())
          .build());
      monitoring.monitorService("Mailer", LogfireServiceMonitoringProps.builder().serviceName("mailer").build());
      monitoring.monitorAi("Assistant", LogfireAiMonitoringProps.builder()
          .serviceName("assistant")
          .spend(SpendThresholds.builder().warning(SpendThreshold.builder().aboveUsd(50).build()).build())
          .build());
      monitoring.monitorHost("Web", LogfireHostMonitoringProps.builder().hostName("web-1").build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "monitoring-thresholds");
      ILogfireProject project = Given.project(stack);
      // example: monitoring-thresholds
      LogfireMonitoring monitoring = LogfireMonitoring.Builder.create(stack, "Monitoring")
          .project(project)
          .routing(NotificationRouting.nobody())
          .build();

      monitoring.monitorService("Checkout", LogfireServiceMonitoringProps.builder()
          .serviceName("checkout")
          .requests(RecordFilter.httpRoute("/checkout"))
          .errorRate(FailureThresholds.builder()
              .critical(FailureThreshold.builder().abovePercent(10).minimumCount(50).build())
              .warning(FailureThreshold.builder().abovePercent(2).timeWindow(Duration.minutes(30)).build())
              .build())
          .latency(LatencyThresholds.builder().build())
          .diagnostics(ServiceDiagnostics.builder()
              .newExceptions(TuningBySeverity.builder().warning(AlertTuning.builder().active(true).build()).build())
              .build())
          .build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "monitoring-own");
      ILogfireProject project = Given.project(stack);
      ILogfireChannel pager = Given.pager(stack);
      // example: monitoring-own
      NotificationRouting routing = NotificationRouting.bySeverity(SeverityDeliveries.builder()
          .critical(List.of(Delivery.to(pager)))
          .build());
      LogfireMonitoring monitoring = LogfireMonitoring.Builder.create(stack, "Monitoring").project(project).routing(routing).build();
      RecordFilter orders = RecordFilter.spanName("order placed");

      LogfireSubjectMonitoring shop = LogfireSubjectMonitoring.Builder.create(stack, "Orders")
          .project(project)
          .routing(routing)
          .owner("Sales")
          .build();
      shop.addAlert("NoOrdersCritical", SubjectAlertOptions.builder()
          .title("no orders")
          .query(AlertQuery.silence(SilenceAlertOptions.builder().filter(orders).build()))
          .severity(AlertSeverity.CRITICAL)
          .description("Nobody ordered anything for an hour. Try to order something yourself first.")
          .timeWindow(Duration.hours(1))
          .build());
      shop.addSummaryPanel(TimeSeriesPanel.Builder.create()
          .panelId("orders")
          .title("Orders")
          .query(TimeSeriesQuery.count(RecordSeriesOptions.builder().filter(orders).build()))
          .build());
      monitoring.add(shop);
      // end
    }
  }

  private Monitoring() {}
}
