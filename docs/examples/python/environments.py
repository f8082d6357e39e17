from cdktf import App
from cdktf_logfire import (
    AlertQuery, AlertSeverity, Delivery, DeploymentEnvironments, Duration, LogfireAlert, LogfireDefaults, LogfireEnvironmentProjects,
    NotificationRouting, RecordFilter, TokenExpiry,
)
from given import given_pager, given_project, given_slack, stack_of


def environments(app: App) -> None:
    stack = stack_of(app, "projects-per-environment")
    # example: projects-per-environment
    shop = LogfireEnvironmentProjects(stack, "Shop", names=["production", "staging"], project_name_prefix="shop")
    shop.project_of("production").add_write_token("Token")
    shop.project_of("staging").add_write_token("Token")
    # end

    stack = stack_of(app, "environments-in-one-project")
    project = given_project(stack)
    # example: environments-in-one-project
    environments = DeploymentEnvironments.in_project(project, ["production", "staging"], paging=["production"])
    # end

    stack = stack_of(app, "routing-of-environment")
    project = given_project(stack)
    pager = given_pager(stack)
    slack = given_slack(stack)
    # example: routing-of-environment
    environments = DeploymentEnvironments.in_project(project, ["production", "staging"])
    routing = NotificationRouting.by_severity(critical=[Delivery.to(pager)], info=[Delivery.to(slack)])

    LogfireAlert(
        stack, "StagingErrors",
        project=environments.project_of("staging"),
        environments=environments.filter_of("staging"),
        query="SELECT trace_id FROM records WHERE is_exception",
        severity=AlertSeverity.CRITICAL,
        notify=environments.routing_of("staging", routing).deliveries_for(AlertSeverity.CRITICAL),  # Slack, not the pager
    )
    # end

    stack = stack_of(app, "defaults")
    project = given_project(stack)
    pager = given_pager(stack)
    # example: defaults
    LogfireDefaults.of(stack).set(
        expiry=TokenExpiry.after(Duration.days(90)),
        routing=NotificationRouting.by_severity(critical=[Delivery.to(pager)]),
        runbook_base_url="https://runbooks.example.com",
        owner="Team Checkout",
    )

    project.add_write_token("Token")  # expires after 90 days
    LogfireAlert(
        stack, "NoOrders",
        project=project,
        query=AlertQuery.silence(filter=RecordFilter.span_name("place order")).sql,
        severity=AlertSeverity.CRITICAL,  # notifies the pager; its runbook is https://runbooks.example.com/no-orders
    )
    # end
