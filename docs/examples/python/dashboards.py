from cdktf import App
from cdktf_logfire import DashboardDefinition, LogfireDashboard
from given import given_project, stack_of


def dashboards(app: App) -> None:
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
