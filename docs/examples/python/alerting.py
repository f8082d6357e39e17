from cdktf import App, TerraformVariable
from cdktf_logfire import (
    AlertSeverity, Delivery, Duration, LogfireAlert, LogfireOfficeHoursSplit, LogfirePagerDutyChannel, LogfireSchedule, LogfireSlackWebhookChannel, LogfireSlo,
    NotificationRouting, NotifyWhen, SecretValue, Sli, SliGoodValues, SloRouting, SloScope, SloTierRouting, Timezone,
)
from given import given_notify, given_pager, given_project, given_slack, stack_of


def alerting(app: App) -> None:
    stack = stack_of(app, "channels")
    # example: channels
    url = TerraformVariable(stack, "slack_url", type="string", sensitive=True)
    slack = LogfireSlackWebhookChannel(stack, "Slack", url=SecretValue.from_variable(url))

    key = TerraformVariable(stack, "routing_key", type="string", sensitive=True)
    on_call = LogfirePagerDutyChannel(stack, "OnCall", routing_key=SecretValue.from_variable(key))

    berlin = Timezone.of("Europe/Berlin")
    office_hours = LogfireSchedule.office_hours(stack, "OfficeHours", timezone=berlin)
    outside = LogfireSchedule.outside_office_hours(stack, "Outside", timezone=berlin)

    notify = [Delivery.to(slack).during(office_hours), Delivery.to(on_call).during(outside)]
    # end

    stack = stack_of(app, "alert")
    project = given_project(stack)
    notify = given_notify(stack)
    # example: alert
    LogfireAlert(
        stack, "FailedCheckouts",
        project=project,
        query="SELECT trace_id FROM records WHERE service_name = 'checkout' AND is_exception LIMIT 20",
        frequency=Duration.minutes(5),
        notify_when=NotifyWhen.STARTS_HAVING_MATCHES,
        environments=["production"],
        severity=AlertSeverity.CRITICAL,
        runbook="https://wiki.example.com/checkout",
        notify=notify,
    )
    # end

    stack = stack_of(app, "slos")
    project = given_project(stack)
    pager = given_pager(stack)
    slack = given_slack(stack)
    # example: slos
    LogfireSlo(
        stack, "Availability",
        project=project,
        slo_scope=SloScope.service("checkout"),
        sli=Sli.availability(),
        target_percent=99.9,
        routing=SloRouting.by_severity(page=[Delivery.to(pager)], ticket=[Delivery.to(slack)]),
    )

    LogfireSlo(
        stack, "Latency",
        project=project,
        slo_scope=SloScope.service("checkout"),
        sli=Sli.histogram(total_query="metric_name = 'http.server.request.duration'", good=SliGoodValues.below(0.3)),
        target_percent=95,
        rolling_window=Duration.days(7),
        routing=SloRouting.by_tier(fast=SloTierRouting.to([Delivery.to(pager)]), medium=SloTierRouting.nobody()),
    )
    # end

    stack = stack_of(app, "routing")
    project = given_project(stack)
    pager = given_pager(stack)
    slack = given_slack(stack)
    # example: routing
    week = LogfireOfficeHoursSplit(stack, "Week", timezone=Timezone.of("Europe/Berlin"))
    routing = NotificationRouting.by_severity(
        critical=[Delivery.to(pager), Delivery.to(slack)],
        warning=week.deliver_to(during=[slack], outside=[]),
    )

    LogfireAlert(
        stack, "Exceptions",
        project=project,
        query="SELECT trace_id FROM records WHERE is_exception",
        severity=AlertSeverity.WARNING,
        notify=routing.deliveries_for(AlertSeverity.WARNING),
    )

    LogfireSlo(
        stack, "Checkout",
        project=project,
        slo_scope=SloScope.service("checkout"),
        sli=Sli.availability(),
        target_percent=99.9,
        routing=routing.to_slo_routing(),  # pages are critical, tickets are warnings
    )
    # end
