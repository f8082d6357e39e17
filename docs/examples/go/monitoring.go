package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func monitoring(app cdktf.App) {
	{
		stack := stackOf(app, "monitoring")
		project := givenProject(stack)
		pager := givenPager(stack)
		slack := givenSlack(stack)
		// example: monitoring
		officeHours := logfire.LogfireSchedule_OfficeHours(stack, jsii.String("OfficeHours"), &logfire.LogfireOfficeHoursProps{
			Timezone: logfire.Timezone_Of(jsii.String("Europe/Berlin")),
		})

		monitoring := logfire.NewLogfireMonitoring(stack, jsii.String("Monitoring"), &logfire.LogfireMonitoringProps{
			Environments: logfire.DeploymentEnvironments_InProject(project, jsii.Strings("production", "staging"), nil),
			Routing: logfire.NotificationRouting_BySeverity(&logfire.SeverityDeliveries{
				Critical: &[]logfire.Delivery{logfire.Delivery_To(pager)},
				Warning:  &[]logfire.Delivery{logfire.Delivery_To(slack).During(officeHours)},
			}),
			RunbookBaseUrl: jsii.String("https://runbooks.example.com"),
			Owner:          jsii.String("Payments"),
		})

		monitoring.MonitorService(jsii.String("Checkout"), &logfire.LogfireServiceMonitoringProps{
			ServiceName: jsii.String("checkout"),
			Slo:         &logfire.ServiceSlo{TargetPercent: jsii.Number(99.9)},
		})
		monitoring.MonitorService(jsii.String("Mailer"), &logfire.LogfireServiceMonitoringProps{ServiceName: jsii.String("mailer")})
		monitoring.MonitorAi(jsii.String("Assistant"), &logfire.LogfireAiMonitoringProps{
			ServiceName: jsii.String("assistant"),
			Spend:       &logfire.SpendThresholds{Warning: &logfire.SpendThreshold{AboveUsd: jsii.Number(50)}},
		})
		monitoring.MonitorHost(jsii.String("Web"), &logfire.LogfireHostMonitoringProps{HostName: jsii.String("web-1")})
		// end
	}
	{
		stack := stackOf(app, "monitoring-thresholds")
		project := givenProject(stack)
		// example: monitoring-thresholds
		monitoring := logfire.NewLogfireMonitoring(stack, jsii.String("Monitoring"), &logfire.LogfireMonitoringProps{
			Project: project,
			Routing: logfire.NotificationRouting_Nobody(),
		})

		monitoring.MonitorService(jsii.String("Checkout"), &logfire.LogfireServiceMonitoringProps{
			ServiceName: jsii.String("checkout"),
			Requests:    logfire.RecordFilter_HttpRoute(jsii.String("/checkout")),
			ErrorRate: &logfire.FailureThresholds{
				Critical: &logfire.FailureThreshold{AbovePercent: jsii.Number(10), MinimumCount: jsii.Number(50)},
				Warning:  &logfire.FailureThreshold{AbovePercent: jsii.Number(2), TimeWindow: logfire.Duration_Minutes(jsii.Number(30))},
			},
			Latency: &logfire.LatencyThresholds{},
			Diagnostics: &logfire.ServiceDiagnostics{
				NewExceptions: &logfire.TuningBySeverity{Warning: &logfire.AlertTuning{Active: jsii.Bool(true)}},
			},
		})
		// end
	}
	{
		stack := stackOf(app, "monitoring-own")
		project := givenProject(stack)
		pager := givenPager(stack)
		// example: monitoring-own
		routing := logfire.NotificationRouting_BySeverity(&logfire.SeverityDeliveries{
			Critical: &[]logfire.Delivery{logfire.Delivery_To(pager)},
		})
		monitoring := logfire.NewLogfireMonitoring(stack, jsii.String("Monitoring"), &logfire.LogfireMonitoringProps{
			Project: project,
			Routing: routing,
		})
		orders := logfire.RecordFilter_SpanName(jsii.String("order placed"))

		shop := logfire.NewLogfireSubjectMonitoring(stack, jsii.String("Orders"), &logfire.LogfireSubjectMonitoringProps{
			Project: project,
			Routing: routing,
			Owner:   jsii.String("Sales"),
		})
		shop.AddAlert(jsii.String("NoOrdersCritical"), &logfire.SubjectAlertOptions{
			Title:       jsii.String("no orders"),
			Query:       logfire.AlertQuery_Silence(&logfire.SilenceAlertOptions{Filter: orders}),
			Severity:    logfire.AlertSeverity_CRITICAL,
			Description: jsii.String("Nobody ordered anything for an hour. Try to order something yourself first."),
			TimeWindow:  logfire.Duration_Hours(jsii.Number(1)),
		})
		shop.AddSummaryPanel(logfire.NewTimeSeriesPanel(&logfire.TimeSeriesPanelProps{
			PanelId: jsii.String("orders"),
			Title:   jsii.String("Orders"),
			Query:   logfire.TimeSeriesQuery_Count(&logfire.RecordSeriesOptions{Filter: orders}),
		}))
		monitoring.Add(shop)
		// end
	}
}
