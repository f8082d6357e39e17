from cdktf import App
from cdktf_logfire import (
    AlertQuery, AlertSeverity, Delivery, DeploymentEnvironments, Duration, LogfireMonitoring, LogfireSchedule, LogfireSubjectMonitoring,
    NotificationRouting, RecordFilter, TimeSeriesPanel, TimeSeriesQuery, Timezone,
)
from given import given_pager, given_project, given_slack, stack_of


def monitoring(app: App) -> None:
    stack = stack_of(app, "monitoring")
    project = given_project(stack)
    pager = given_pager(stack)
    slack = given_slack(stack)
    # example: monitoring
    office_hours = LogfireSchedule.office_hours(stack, "OfficeHours", timezone=Timezone.of("Europe/Berlin"))

    monitoring = LogfireMonitoring(
        stack, "Monitoring",
        environments=DeploymentEnvironments.in_project(project, ["production", "staging"]),
        routing=NotificationRouting.by_severity(
            critical=[Delivery.to(pager)],
            warning=[Delivery.to(slack).during(office_hours)],
        ),
        runbook_base_url="https://runbooks.example.com",
        owner="Payments",
    )

    monitoring.monitor_service("Checkout", service_name="checkout", slo={"target_percent": 99.9})
    monitoring.monitor_service("Mailer", service_name="mailer")
    monitoring.monitor_ai("Assistant", service_name="assistant", spend={"warning": {"above_usd": 50}})
    monitoring.monitor_host("Web", host_name="web-1")
    # end

    stack = stack_of(app, "monitoring-thresholds")
    project = given_project(stack)
    # example: monitoring-thresholds
    monitoring = LogfireMonitoring(stack, "Monitoring", project=project, routing=NotificationRouting.nobody())

    monitoring.monitor_service(
        "Checkout",
        service_name="checkout",
        requests=RecordFilter.http_route("/checkout"),
        error_rate={
            "critical": {"above_percent": 10, "minimum_count": 50},
            "warning": {"above_percent": 2, "time_window": Duration.minutes(30)},
        },
        latency={},
        diagnostics={"new_exceptions": {"warning": {"active": True}}},
    )
    # end

    stack = stack_of(app, "monitoring-own")
    project = given_project(stack)
    pager = given_pager(stack)
    # example: monitoring-own
    routing = NotificationRouting.by_severity(critical=[Delivery.to(pager)])
    monitoring = LogfireMonitoring(stack, "Monitoring", project=project, routing=routing)
    orders = RecordFilter.span_name("order placed")

    shop = LogfireSubjectMonitoring(stack, "Orders", project=project, routing=routing, owner="Sales")
    shop.add_alert(
        "NoOrdersCritical",
        title="no orders",
        query=AlertQuery.silence(filter=orders),
        severity=AlertSeverity.CRITICAL,
        description="Nobody ordered anything for an hour. Try to order something yourself first.",
        time_window=Duration.hours(1),
    )
    shop.add_summary_panel(TimeSeriesPanel(panel_id="orders", title="Orders", query=TimeSeriesQuery.count(filter=orders)))
    monitoring.add(shop)
    # end
