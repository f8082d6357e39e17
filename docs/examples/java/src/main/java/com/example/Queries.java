package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.List;

final class Queries {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "queries");
      ILogfireProject project = Given.project(stack);
      List<Delivery> deliveries = Given.deliveries(stack);
      // example: queries
      RecordFilter requests = RecordFilter.service("checkout").also(RecordFilter.isRootSpan());
      RecordFilter failed = RecordFilter.levelAtLeast(RecordLevel.ERROR).orElse(RecordFilter.httpStatusAtLeast(500));

      LogfireAlert.Builder.create(stack, "Errors")
          .project(project)
          .query(AlertQuery.errorRatio(ErrorRatioAlertOptions.builder()
              .filter(requests)
              .bad(failed)
              .abovePercent(5)
              .build()).getSql())
          .timeWindow(Duration.minutes(10))
          .notify(deliveries)
          .build();

      LogfireSlo.Builder.create(stack, "Availability")
          .project(project)
          .sloScope(SloScope.service("checkout"))
          .sli(Sli.ratio(SliQueries.builder().totalQuery(requests.getSql()).badQuery(failed.getSql()).build()))
          .targetPercent(99.9)
          .routing(SloRouting.bySeverity(SloSeverityDeliveries.builder().page(deliveries).ticket(List.of()).build()))
          .build();

      TimeSeriesQuery errors = TimeSeriesQuery.errorRatio(ErrorRatioSeriesOptions.builder().filter(requests).bad(failed).build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "query-filters");
      ILogfireProject project = Given.project(stack);
      List<Delivery> deliveries = Given.deliveries(stack);
      // example: query-filters
      TerraformVariable environment = TerraformVariable.Builder.create(stack, "environment").type("string").build();
      RecordFilter largeOrders = RecordFilter.environment(environment.getStringValue())
          .also(RecordFilter.numberAttribute("order.items", QueryComparison.AT_LEAST, 100))
          .also(RecordFilter.attribute("customer", "O'Brien").negate())
          .also(RecordFilter.fromSql("message LIKE '%timeout%'"));

      LogfireAlert.Builder.create(stack, "LargeOrders")
          .project(project)
          .query(AlertQuery.rows(RowsAlertOptions.builder()
              .filter(largeOrders)
              .columns(List.of(RecordColumn.MESSAGE, RecordColumn.attribute("customer")))
              .build()).getSql())
          .notify(deliveries)
          .build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "query-alerts");
      ILogfireProject project = Given.project(stack);
      List<Delivery> deliveries = Given.deliveries(stack);
      // example: query-alerts
      RecordFilter backups = RecordFilter.service("backup").also(RecordFilter.spanName("nightly backup"));
      LogfireAlert.Builder.create(stack, "NoBackup")
          .project(project)
          .query(AlertQuery.staleness(StalenessAlertOptions.builder()
              .filter(backups)
              .olderThan(Duration.hours(26))
              .build()).getSql())
          .timeWindow(Duration.days(7))
          .frequency(Duration.hours(1))
          .notify(deliveries)
          .build();

      MetricFilter refunds = MetricFilter.metricName("refunds").also(MetricFilter.service("checkout"));
      LogfireAlert.Builder.create(stack, "ManyRefunds")
          .project(project)
          .query(AlertQuery.metricAbove(MetricAlertOptions.builder()
              .filter(refunds)
              .aggregate(MetricAggregate.increase())
              .threshold(100)
              .build()).getSql())
          .timeWindow(Duration.hours(1))
          .notify(deliveries)
          .build();
      // end
    }
    {
      Given.stackOf(app, "query-panels");
      // example: query-panels
      RecordFilter requests = RecordFilter.service("checkout").also(RecordFilter.isRootSpan());
      TimeSeriesQuery traffic = TimeSeriesQuery.rate(RecordSeriesOptions.builder()
          .filter(requests)
          .groupBy(RecordColumn.HTTP_ROUTE)
          .topN(5)
          .build());
      TimeSeriesQuery latency = TimeSeriesQuery.durationPercentiles(DurationSeriesOptions.builder()
          .filter(requests)
          .percentiles(List.of(50, 99))
          .build());

      RowsQuery slowest = RowsQuery.topN(TopRecordsOptions.builder()
          .filter(requests)
          .groupBy(RecordColumn.HTTP_ROUTE)
          .aggregate(RecordAggregate.durationPercentile(95))
          .greatestLast(true)
          .build());
      RowsQuery orders = RowsQuery.metricValue(MetricValueOptions.builder()
          .filter(MetricFilter.metricName("orders"))
          .aggregate(MetricAggregate.increase())
          .build());
      RowsQuery active = RowsQuery.fromSql(
          "SELECT count(DISTINCT attributes->>'customer') AS customers FROM records WHERE deployment_environment = $environment");
      // end
    }
  }
}
