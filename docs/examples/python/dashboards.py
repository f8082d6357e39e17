from cdktf import App
from cdktf_logfire import (
    BarPanel, DashboardDefinition, DashboardSection, DashboardUnit, DashboardVariable, Duration, LogfireDashboard, MarkdownPanel,
    RecordAggregate, RecordColumn, RecordFilter, RowsQuery, TablePanel, TimeSeriesDisplay, TimeSeriesPanel, TimeSeriesQuery, ValuesPanel,
    ValueThresholds,
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
    spans = RecordFilter.from_sql(service.matches("service_name")).also(RecordFilter.is_root_span())
    failed = RecordFilter.is_exception()

    error_rate = ValuesPanel(
        panel_id="error-rate",
        title="Error rate",
        query=RowsQuery.value(filter=spans, aggregate=RecordAggregate.percent_of(failed)),
        unit=DashboardUnit.PERCENT,
        thresholds=ValueThresholds(warning=1, critical=5),
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
        query=TimeSeriesQuery.count(filter=spans),
        display=TimeSeriesDisplay.BAR,
    )
    slowest = BarPanel(
        panel_id="slowest",
        title="Slowest spans",
        query=RowsQuery.top_n(
            filter=spans,
            group_by=RecordColumn.SPAN_NAME,
            aggregate=RecordAggregate.duration_percentile(95),
            greatest_last=True,
        ),
        unit=DashboardUnit.SECONDS,
    )
    exceptions = TablePanel(
        panel_id="exceptions",
        title="Latest exceptions",
        query=RowsQuery.records(
            filter=spans.also(failed),
            columns=[RecordColumn.START_TIMESTAMP, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.TRACE_ID],
            limit=20,
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
