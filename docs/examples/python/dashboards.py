from cdktf import App
from cdktf_logfire import (
    BarPanel, DashboardDefinition, DashboardSection, DashboardUnit, DashboardVariable, Duration, LogfireDashboard, MarkdownPanel, RowsQuery,
    TablePanel, TimeSeriesDisplay, TimeSeriesPanel, TimeSeriesQuery, ValuesPanel, ValueThresholds,
)
from given import given_project, stack_of


def dashboards(app: App) -> None:
    sections(app)
    document(app)


def sections(app: App) -> None:
    stack = stack_of(app, "dashboard-sections")
    project = given_project(stack)
    # example: dashboard-sections
    services = RowsQuery.from_sql("SELECT DISTINCT service_name FROM records")
    service = DashboardVariable.from_query("service", services, allow_all=True)
    of_service = service.matches("service_name")

    error_rate = ValuesPanel(
        panel_id="error-rate",
        title="Error rate",
        query=RowsQuery.from_sql(f"SELECT avg(CASE WHEN is_exception THEN 1.0 ELSE 0.0 END) AS errors FROM records WHERE {of_service}"),
        unit=DashboardUnit.PERCENT_DECIMAL,
        thresholds=ValueThresholds(warning=0.01, critical=0.05),
    )
    help_text = MarkdownPanel(
        panel_id="help",
        title="What to do",
        text="If the error rate is red, see the [runbook](https://example.com/runbook).",
        width=18,
    )
    requests = TimeSeriesPanel(
        panel_id="requests",
        title="Requests",
        query=TimeSeriesQuery.from_sql(
            f"SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS requests FROM records WHERE {of_service} GROUP BY x ORDER BY x",
            metrics=["requests"],
        ),
        display=TimeSeriesDisplay.BAR,
    )
    slowest = BarPanel(
        panel_id="slowest",
        title="Slowest spans",
        query=RowsQuery.from_sql(
            f"SELECT span_name, max(duration) AS seconds FROM records WHERE {of_service} GROUP BY span_name ORDER BY seconds DESC LIMIT 10"
        ),
        unit=DashboardUnit.SECONDS,
    )
    exceptions = TablePanel(
        panel_id="exceptions",
        title="Latest exceptions",
        query=RowsQuery.from_sql(
            f"SELECT start_timestamp, exception_message, trace_id FROM records WHERE is_exception AND {of_service} LIMIT 20"
        ),
    )

    LogfireDashboard(
        stack, "Shop",
        project=project,
        definition=DashboardDefinition.from_sections(
            display_name="Shop",
            duration=Duration.hours(6),
            variables=[service],
            sections=[
                DashboardSection(title="Health", panels=[error_rate, help_text, requests, slowest]),
                DashboardSection(title="Details", panels=[exceptions], collapsed=True),
            ],
        ),
    )
    # end


def document(app: App) -> None:
    stack = stack_of(app, "dashboard")
    project = given_project(stack)
    # example: dashboard
    query = "SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS n FROM records GROUP BY x"
    LogfireDashboard(
        stack, "Traffic",
        project=project,
        definition=DashboardDefinition.from_object({
            "kind": "Dashboard",
            "spec": {
                "display": {"name": "Traffic"},
                "panels": {
                    "requests": {
                        "kind": "Panel",
                        "spec": {
                            "display": {"name": "Requests"},
                            "plugin": {"kind": "TimeSeriesChart", "spec": {}},
                            "queries": [{
                                "kind": "TimeSeriesQuery",
                                "spec": {
                                    "plugin": {
                                        "kind": "LogfireTimeSeriesQuery",
                                        "spec": {"query": query, "metrics": ["n"], "groupBy": ""},
                                    },
                                },
                            }],
                        },
                    },
                },
                "layouts": [{
                    "kind": "Grid",
                    "spec": {"items": [{"x": 0, "y": 0, "width": 24, "height": 6, "content": {"$ref": "#/spec/panels/requests"}}]},
                }],
            },
        }),
    )
    # end
