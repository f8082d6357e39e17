package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;
import java.util.List;

final class Environments {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "projects-per-environment");
      // example: projects-per-environment
      LogfireEnvironmentProjects shop = LogfireEnvironmentProjects.Builder.create(stack, "Shop")
          .names(List.of("production", "staging"))
          .projectNamePrefix("shop")
          .build();
      shop.projectOf("production").addWriteToken("Token");
      shop.projectOf("staging").addWriteToken("Token");
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "environments-in-one-project");
      ILogfireProject project = Given.project(stack);
      // example: environments-in-one-project
      DeploymentEnvironments environments = DeploymentEnvironments.inProject(project, List.of("production", "staging"),
          DeploymentEnvironmentsOptions.builder().paging(List.of("production")).build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "routing-of-environment");
      ILogfireProject project = Given.project(stack);
      ILogfireChannel pager = Given.pager(stack);
      ILogfireChannel slack = Given.slack(stack);
      // example: routing-of-environment
      DeploymentEnvironments environments = DeploymentEnvironments.inProject(project, List.of("production", "staging"));
      NotificationRouting routing = NotificationRouting.bySeverity(SeverityDeliveries.builder()
          .critical(List.of(Delivery.to(pager)))
          .info(List.of(Delivery.to(slack)))
          .build());

      LogfireAlert.Builder.create(stack, "StagingErrors")
          .project(environments.projectOf("staging"))
          .environments(environments.filterOf("staging"))
          .query("SELECT trace_id FROM records WHERE is_exception")
          .severity(AlertSeverity.CRITICAL)
          .notify(environments.routingOf("staging", routing).deliveriesFor(AlertSeverity.CRITICAL)) // Slack, not the pager
          .build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "defaults");
      ILogfireProject project = Given.project(stack);
      ILogfireChannel pager = Given.pager(stack);
      // example: defaults
      LogfireDefaults.of(stack).set(LogfireDefaultValues.builder()
          .expiry(TokenExpiry.after(Duration.days(90)))
          .routing(NotificationRouting.bySeverity(SeverityDeliveries.builder().critical(List.of(Delivery.to(pager))).build()))
          .runbookBaseUrl("https://runbooks.example.com")
          .owner("Team Checkout")
          .build());

      project.addWriteToken("Token"); // expires after 90 days
      LogfireAlert.Builder.create(stack, "NoOrders")
          .project(project)
          .query(AlertQuery.silence(SilenceAlertOptions.builder().filter(RecordFilter.spanName("place order")).build()).getSql())
          .severity(AlertSeverity.CRITICAL) // notifies the pager; its runbook is https://runbooks.example.com/no-orders
          .build();
      // end
    }
  }

  private Environments() {}
}
