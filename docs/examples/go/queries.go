package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func queries(app cdktf.App) {
	{
		stack := stackOf(app, "queries")
		project := givenProject(stack)
		notify := givenNotify(stack)
		// example: queries
		requests := logfire.RecordFilter_Service(jsii.String("checkout")).Also(logfire.RecordFilter_IsRootSpan())
		failed := logfire.RecordFilter_LevelAtLeast(logfire.RecordLevel_ERROR).OrElse(logfire.RecordFilter_HttpStatusAtLeast(jsii.Number(500)))

		logfire.NewLogfireAlert(stack, jsii.String("Errors"), &logfire.LogfireAlertProps{
			Project: project,
			Query: logfire.AlertQuery_ErrorRatio(&logfire.ErrorRatioAlertOptions{
				Filter:       requests,
				Bad:          failed,
				AbovePercent: jsii.Number(5),
			}).Sql(),
			TimeWindow: logfire.Duration_Minutes(jsii.Number(10)),
			Notify:     &notify,
		})

		logfire.NewLogfireSlo(stack, jsii.String("Availability"), &logfire.LogfireSloProps{
			Project:       project,
			SloScope:      logfire.SloScope_Service(jsii.String("checkout")),
			Sli:           logfire.Sli_Ratio(&logfire.SliQueries{TotalQuery: requests.Sql(), BadQuery: failed.Sql()}),
			TargetPercent: jsii.Number(99.9),
			Routing:       logfire.SloRouting_BySeverity(&logfire.SloSeverityDeliveries{Page: &notify, Ticket: &[]logfire.Delivery{}}),
		})

		errors := logfire.TimeSeriesQuery_ErrorRatio(&logfire.ErrorRatioSeriesOptions{Filter: requests, Bad: failed})
		// end
		_ = errors
	}
	{
		stack := stackOf(app, "query-filters")
		project := givenProject(stack)
		notify := givenNotify(stack)
		// example: query-filters
		environment := cdktf.NewTerraformVariable(stack, jsii.String("environment"), &cdktf.TerraformVariableConfig{Type: jsii.String("string")})
		largeOrders := logfire.RecordFilter_Environment(environment.StringValue()).
			Also(logfire.RecordFilter_NumberAttribute(jsii.String("order.items"), logfire.QueryComparison_AT_LEAST, jsii.Number(100))).
			Also(logfire.RecordFilter_Attribute(jsii.String("customer"), jsii.String("O'Brien")).Negate()).
			Also(logfire.RecordFilter_FromSql(jsii.String("message LIKE '%timeout%'")))

		logfire.NewLogfireAlert(stack, jsii.String("LargeOrders"), &logfire.LogfireAlertProps{
			Project: project,
			Query: logfire.AlertQuery_Rows(&logfire.RowsAlertOptions{
				Filter: largeOrders,
				Columns: &[]logfire.RecordColumn{
					logfire.RecordColumn_MESSAGE(),
					logfire.RecordColumn_Attribute(jsii.String("customer")),
				},
			}).Sql(),
			Notify: &notify,
		})
		// end
	}
	{
		stack := stackOf(app, "query-alerts")
		project := givenProject(stack)
		notify := givenNotify(stack)
		// example: query-alerts
		backups := logfire.RecordFilter_Service(jsii.String("backup")).Also(logfire.RecordFilter_SpanName(jsii.String("nightly backup")))
		logfire.NewLogfireAlert(stack, jsii.String("NoBackup"), &logfire.LogfireAlertProps{
			Project: project,
			Query: logfire.AlertQuery_Staleness(&logfire.StalenessAlertOptions{
				Filter:    backups,
				OlderThan: logfire.Duration_Hours(jsii.Number(26)),
			}).Sql(),
			TimeWindow: logfire.Duration_Days(jsii.Number(7)),
			Frequency:  logfire.Duration_Hours(jsii.Number(1)),
			Notify:     &notify,
		})

		refunds := logfire.MetricFilter_MetricName(jsii.String("refunds")).Also(logfire.MetricFilter_Service(jsii.String("checkout")))
		logfire.NewLogfireAlert(stack, jsii.String("ManyRefunds"), &logfire.LogfireAlertProps{
			Project: project,
			Query: logfire.AlertQuery_MetricAbove(&logfire.MetricAlertOptions{
				Filter:    refunds,
				Aggregate: logfire.MetricAggregate_Increase(),
				Threshold: jsii.Number(100),
			}).Sql(),
			TimeWindow: logfire.Duration_Hours(jsii.Number(1)),
			Notify:     &notify,
		})
		// end
	}
	{
		stackOf(app, "query-panels")
		// example: query-panels
		requests := logfire.RecordFilter_Service(jsii.String("checkout")).Also(logfire.RecordFilter_IsRootSpan())
		traffic := logfire.TimeSeriesQuery_Rate(&logfire.RecordSeriesOptions{
			Filter:  requests,
			GroupBy: logfire.RecordColumn_HTTP_ROUTE(),
			TopN:    jsii.Number(5),
		})
		latency := logfire.TimeSeriesQuery_DurationPercentiles(&logfire.DurationSeriesOptions{
			Filter:      requests,
			Percentiles: jsii.Numbers(50, 99),
		})

		slowest := logfire.RowsQuery_TopN(&logfire.TopRecordsOptions{
			Filter:       requests,
			GroupBy:      logfire.RecordColumn_HTTP_ROUTE(),
			Aggregate:    logfire.RecordAggregate_DurationPercentile(jsii.Number(95)),
			GreatestLast: jsii.Bool(true),
		})
		orders := logfire.RowsQuery_MetricValue(&logfire.MetricValueOptions{
			Filter:    logfire.MetricFilter_MetricName(jsii.String("orders")),
			Aggregate: logfire.MetricAggregate_Increase(),
		})
		active := logfire.RowsQuery_FromSql(jsii.String(
			"SELECT count(DISTINCT attributes->>'customer') AS customers FROM records WHERE deployment_environment = $environment",
		))
		// end
		_, _, _, _, _ = traffic, latency, slowest, orders, active
	}
}
