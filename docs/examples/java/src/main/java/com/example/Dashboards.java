package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;
import java.util.List;
import java.util.Map;

final class Dashboards {
  static void run(App app) {
    sections(app);
    document(app);
  }

  private static void sections(App app) {
    TerraformStack stack = Given.stackOf(app, "dashboard-sections");
    ILogfireProject project = Given.project(stack);
    // example: dashboard-sections
    RowsQuery services = RowsQuery.fromSql("SELECT DISTINCT service_name FROM records");
    DashboardVariable service = DashboardVariable.fromQuery("service", services,
        ChoiceVariableOptions.builder().allowAll(true).build());
    RecordFilter spans = RecordFilter.fromSql(service.matches("service_name")).also(RecordFilter.isRootSpan());
    RecordFilter failed = RecordFilter.isException();

    ValuesPanel errorRate = ValuesPanel.Builder.create()
        .panelId("error-rate")
        .title("Error rate")
        .query(RowsQuery.value(RecordValueOptions.builder().filter(spans).aggregate(RecordAggregate.percentOf(failed)).build()))
        .unit(DashboardUnit.PERCENT)
        .thresholds(ValueThresholds.builder().warning(1).critical(5).build())
        .build();
    MarkdownPanel help = MarkdownPanel.Builder.create()
        .panelId("help")
        .title("What to do")
        .text("If the error rate is red, see the [runbook](https://example.com/runbook).")
        .width(18)
        .build();
    TimeSeriesPanel requests = TimeSeriesPanel.Builder.create()
        .panelId("requests")
        .title("Requests")
        .query(TimeSeriesQuery.count(RecordSeriesOptions.builder().filter(spans).build()))
        .display(TimeSeriesDisplay.BAR)
        .build();
    BarPanel slowest = BarPanel.Builder.create()
        .panelId("slowest")
        .title("Slowest spans")
        .query(RowsQuery.topN(TopRecordsOptions.builder()
            .filter(spans)
            .groupBy(RecordColumn.SPAN_NAME)
            .aggregate(RecordAggregate.durationPercentile(95))
            .greatestLast(true)
            .build()))
        .unit(DashboardUnit.SECONDS)
        .build();
    TablePanel exceptions = TablePanel.Builder.create()
        .panelId("exceptions")
        .title("Latest exceptions")
        .query(RowsQuery.records(RecentRecordsOptions.builder()
            .filter(spans.also(failed))
            .columns(List.of(RecordColumn.START_TIMESTAMP, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.TRACE_ID))
            .limit(20)
            .build()))
        .build();

    LogfireDashboard.Builder.create(stack, "Shop")
        .project(project)
        .definition(DashboardDefinition.fromSections(DashboardDefinitionProps.builder()
            .displayName("Shop")
            .duration(Duration.hours(6))
            .variables(List.of(service))
            .sections(List.of(
                DashboardSection.Builder.create().title("Health").panels(List.of(errorRate, help, requests, slowest)).build(),
                DashboardSection.Builder.create().title("Details").panels(List.of(exceptions)).collapsed(true).build()))
            .build()))
        .build();
    // end
  }

  private static void document(App app) {
    TerraformStack stack = Given.stackOf(app, "dashboard");
    ILogfireProject project = Given.project(stack);
    // example: dashboard
    Map<String, Object> query = Map.of(
        "kind", "LogfireTimeSeriesQuery",
        "spec", Map.of(
            "query", "SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS n FROM records GROUP BY x",
            "metrics", List.of("n"),
            "groupBy", ""));
    Map<String, Object> requests = Map.of(
        "kind", "Panel",
        "spec", Map.of(
            "display", Map.of("name", "Requests"),
            "plugin", Map.of("kind", "TimeSeriesChart", "spec", Map.of()),
            "queries", List.of(Map.of("kind", "TimeSeriesQuery", "spec", Map.of("plugin", query)))));
    Map<String, Object> item = Map.of(
        "x", 0, "y", 0, "width", 24, "height", 6,
        "content", Map.of("$ref", "#/spec/panels/requests"));

    LogfireDashboard.Builder.create(stack, "Traffic")
        .project(project)
        .definition(DashboardDefinition.fromObject(Map.of(
            "kind", "Dashboard",
            "spec", Map.of(
                "display", Map.of("name", "Traffic"),
                "panels", Map.of("requests", requests),
                "layouts", List.of(Map.of("kind", "Grid", "spec", Map.of("items", List.of(item))))))))
        .build();
    // end
  }

  private Dashboards() {}
}
