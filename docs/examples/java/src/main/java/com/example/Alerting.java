package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.List;

final class Alerting {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "channels");
      // example: channels
      TerraformVariable url = TerraformVariable.Builder.create(stack, "slack_url").type("string").sensitive(true).build();
      LogfireSlackWebhookChannel slack = LogfireSlackWebhookChannel.Builder.create(stack, "Slack")
          .url(SecretValue.fromVariable(url))
          .build();

      TerraformVariable key = TerraformVariable.Builder.create(stack, "routing_key").type("string").sensitive(true).build();
      LogfirePagerDutyChannel onCall = LogfirePagerDutyChannel.Builder.create(stack, "OnCall")
          .routingKey(SecretValue.fromVariable(key))
          .build();

      Timezone berlin = Timezone.of("Europe/Berlin");
      LogfireSchedule officeHours = LogfireSchedule.officeHours(stack, "OfficeHours", LogfireOfficeHoursProps.builder().timezone(berlin).build());
      LogfireSchedule outside = LogfireSchedule.outsideOfficeHours(stack, "Outside", LogfireOfficeHoursProps.builder().timezone(berlin).build());

      List<Delivery> deliveries = List.of(Delivery.to(slack).during(officeHours), Delivery.to(onCall).during(outside));
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "alert");
      ILogfireProject project = Given.project(stack);
      List<Delivery> deliveries = Given.deliveries(stack);
      // example: alert
      LogfireAlert.Builder.create(stack, "FailedCheckouts")
          .project(project)
          .query("SELECT trace_id FROM records WHERE service_name = 'checkout' AND is_exception LIMIT 20")
          .frequency(Duration.minutes(5))
          .notifyWhen(NotifyWhen.STARTS_HAVING_MATCHES)
          .environments(List.of("production"))
          .severity(AlertSeverity.CRITICAL)
          .runbook("https://wiki.example.com/checkout")
          .notify(deliveries)
          .build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "slos");
      ILogfireProject project = Given.project(stack);
      ILogfireChannel pager = Given.pager(stack);
      ILogfireChannel slack = Given.slack(stack);
      // example: slos
      LogfireSlo.Builder.create(stack, "Availability")
          .project(project)
          .sloScope(SloScope.service("checkout"))
          .sli(Sli.availability())
          .targetPercent(99.9)
          .routing(SloRouting.bySeverity(SloSeverityDeliveries.builder()
              .page(List.of(Delivery.to(pager)))
              .ticket(List.of(Delivery.to(slack)))
              .build()))
          .build();

      LogfireSlo.Builder.create(stack, "Latency")
          .project(project)
          .sloScope(SloScope.service("checkout"))
          .sli(Sli.histogram(SliHistogramOptions.builder()
              .totalQuery("metric_name = 'http.server.request.duration'")
              .good(SliGoodValues.below(0.3))
              .build()))
          .targetPercent(95)
          .rollingWindow(Duration.days(7))
          .routing(SloRouting.byTier(SloTierRoutings.builder()
              .fast(SloTierRouting.to(List.of(Delivery.to(pager))))
              .medium(SloTierRouting.nobody())
              .build()))
          .build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "routing");
      ILogfireProject project = Given.project(stack);
      ILogfireChannel pager = Given.pager(stack);
      ILogfireChannel slack = Given.slack(stack);
      // example: routing
      LogfireOfficeHoursSplit week = LogfireOfficeHoursSplit.Builder.create(stack, "Week")
          .timezone(Timezone.of("Europe/Berlin"))
          .build();
      NotificationRouting routing = NotificationRouting.bySeverity(SeverityDeliveries.builder()
          .critical(List.of(Delivery.to(pager), Delivery.to(slack)))
          .warning(week.deliverTo(OfficeHoursChannels.builder().during(List.of(slack)).outside(List.of()).build()))
          .build());

      LogfireAlert.Builder.create(stack, "Exceptions")
          .project(project)
          .query("SELECT trace_id FROM records WHERE is_exception")
          .severity(AlertSeverity.WARNING)
          .notify(routing.deliveriesFor(AlertSeverity.WARNING))
          .build();

      LogfireSlo.Builder.create(stack, "Checkout")
          .project(project)
          .sloScope(SloScope.service("checkout"))
          .sli(Sli.availability())
          .targetPercent(99.9)
          .routing(routing.toSloRouting()) // pages are critical, tickets are warnings
          .build();
      // end
    }
  }

  private Alerting() {}
}
