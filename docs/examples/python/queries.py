from cdktf import App, TerraformVariable
from cdktf_logfire import (
    AlertQuery, QueryComparison, Duration, LogfireAlert, LogfireSlo, MetricAggregate, MetricFilter, RecordAggregate, RecordColumn, RecordFilter,
    RecordLevel, RowsQuery, Sli, SloRouting, SloScope, TimeSeriesQuery,
)
from given import given_notify, given_project, stack_of


def queries(app: App) -> None:
    stack = stack_of(app, "queries")
    project = given_project(stack)
    notify = given_notify(stack)
    # example: queries
    requests = RecordFilter.service("checkout").also(RecordFilter.is_root_span())
    failed = RecordFilter.level_at_least(RecordLevel.ERROR).or_else(RecordFilter.http_status_at_least(500))

    LogfireAlert(
        stack, "Errors",
        project=project,
        query=AlertQuery.error_ratio(filter=requests, bad=failed, above_percent=5).sql,
        time_window=Duration.minutes(10),
        notify=notify,
    )

    LogfireSlo(
        stack, "Availability",
        project=project,
        slo_scope=SloScope.service("checkout"),
        sli=Sli.ratio(total_query=requests.sql, bad_query=failed.sql),
        target_percent=99.9,
        routing=SloRouting.by_severity(page=notify, ticket=[]),
    )

    errors = TimeSeriesQuery.error_ratio(filter=requests, bad=failed)
    # end

    stack = stack_of(app, "query-filters")
    project = given_project(stack)
    notify = given_notify(stack)
    # example: query-filters
    environment = TerraformVariable(stack, "environment", type="string")
    large_orders = (
        RecordFilter.environment(environment.string_value)
        .also(RecordFilter.number_attribute("order.items", QueryComparison.AT_LEAST, 100))
        .also(RecordFilter.attribute("customer", "O'Brien").negate())
        .also(RecordFilter.from_sql("message LIKE '%timeout%'"))
    )

    LogfireAlert(
        stack, "LargeOrders",
        project=project,
        query=AlertQuery.rows(filter=large_orders, columns=[RecordColumn.MESSAGE, RecordColumn.attribute("customer")]).sql,
        notify=notify,
    )
    # end

    stack = stack_of(app, "query-alerts")
    project = given_project(stack)
    notify = given_notify(stack)
    # example: query-alerts
    backups = RecordFilter.service("backup").also(RecordFilter.span_name("nightly backup"))
    LogfireAlert(
        stack, "NoBackup",
        project=project,
        query=AlertQuery.staleness(filter=backups, older_than=Duration.hours(26)).sql,
        time_window=Duration.days(7),
        frequency=Duration.hours(1),
        notify=notify,
    )

    refunds = MetricFilter.metric_name("refunds").also(MetricFilter.service("checkout"))
    LogfireAlert(
        stack, "ManyRefunds",
        project=project,
        query=AlertQuery.metric_above(filter=refunds, aggregate=MetricAggregate.increase(), threshold=100).sql,
        time_window=Duration.hours(1),
        notify=notify,
    )
    # end

    stack_of(app, "query-panels")
    # example: query-panels
    requests = RecordFilter.service("checkout").also(RecordFilter.is_root_span())
    traffic = TimeSeriesQuery.rate(filter=requests, group_by=RecordColumn.HTTP_ROUTE, top_n=5)
    latency = TimeSeriesQuery.duration_percentiles(filter=requests, percentiles=[50, 99])

    slowest = RowsQuery.top_n(
        filter=requests,
        group_by=RecordColumn.HTTP_ROUTE,
        aggregate=RecordAggregate.duration_percentile(95),
        greatest_last=True,
    )
    orders = RowsQuery.metric_value(filter=MetricFilter.metric_name("orders"), aggregate=MetricAggregate.increase())
    active = RowsQuery.from_sql(
        "SELECT count(DISTINCT attributes->>'customer') AS customers FROM records WHERE deployment_environment = $environment"
    )
    # end
