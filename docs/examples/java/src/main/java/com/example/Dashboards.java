package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;
import java.util.List;
import java.util.Map;

final class Dashboards {
  static void run(App app) {
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
