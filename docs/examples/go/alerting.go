package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func alerting(app cdktf.App) {
	{
		stack := stackOf(app, "channels")
		// example: channels
		url := cdktf.NewTerraformVariable(stack, jsii.String("slack_url"), &cdktf.TerraformVariableConfig{
			Type:      jsii.String("string"),
			Sensitive: jsii.Bool(true),
		})
		slack := logfire.NewLogfireSlackWebhookChannel(stack, jsii.String("Slack"), &logfire.LogfireSlackWebhookChannelProps{
			Url: logfire.SecretValue_FromVariable(url),
		})

		key := cdktf.NewTerraformVariable(stack, jsii.String("routing_key"), &cdktf.TerraformVariableConfig{
			Type:      jsii.String("string"),
			Sensitive: jsii.Bool(true),
		})
		onCall := logfire.NewLogfirePagerDutyChannel(stack, jsii.String("OnCall"), &logfire.LogfirePagerDutyChannelProps{
			RoutingKey: logfire.SecretValue_FromVariable(key),
		})

		berlin := logfire.Timezone_Of(jsii.String("Europe/Berlin"))
		officeHours := logfire.LogfireSchedule_OfficeHours(stack, jsii.String("OfficeHours"), &logfire.LogfireOfficeHoursProps{Timezone: berlin})
		outside := logfire.LogfireSchedule_OutsideOfficeHours(stack, jsii.String("Outside"), &logfire.LogfireOfficeHoursProps{Timezone: berlin})

		notify := []logfire.Delivery{logfire.Delivery_To(slack).During(officeHours), logfire.Delivery_To(onCall).During(outside)}
		// end
		_ = notify
	}
	{
		stack := stackOf(app, "alert")
		project := givenProject(stack)
		notify := givenNotify(stack)
		// example: alert
		logfire.NewLogfireAlert(stack, jsii.String("FailedCheckouts"), &logfire.LogfireAlertProps{
			Project:      project,
			Query:        jsii.String("SELECT trace_id FROM records WHERE service_name = 'checkout' AND is_exception LIMIT 20"),
			Frequency:    logfire.Duration_Minutes(jsii.Number(5)),
			NotifyWhen:   logfire.NotifyWhen_STARTS_HAVING_MATCHES,
			Environments: jsii.Strings("production"),
			Severity:     logfire.AlertSeverity_CRITICAL,
			Runbook:      jsii.String("https://wiki.example.com/checkout"),
			Notify:       &notify,
		})
		// end
	}
	{
		stack := stackOf(app, "slos")
		project := givenProject(stack)
		pager := givenPager(stack)
		slack := givenSlack(stack)
		// example: slos
		logfire.NewLogfireSlo(stack, jsii.String("Availability"), &logfire.LogfireSloProps{
			Project:       project,
			SloScope:      logfire.SloScope_Service(jsii.String("checkout")),
			Sli:           logfire.Sli_Availability(nil),
			TargetPercent: jsii.Number(99.9),
			Routing: logfire.SloRouting_BySeverity(&logfire.SloSeverityDeliveries{
				Page:   &[]logfire.Delivery{logfire.Delivery_To(pager)},
				Ticket: &[]logfire.Delivery{logfire.Delivery_To(slack)},
			}),
		})

		logfire.NewLogfireSlo(stack, jsii.String("Latency"), &logfire.LogfireSloProps{
			Project:  project,
			SloScope: logfire.SloScope_Service(jsii.String("checkout")),
			Sli: logfire.Sli_Histogram(&logfire.SliHistogramOptions{
				TotalQuery: jsii.String("metric_name = 'http.server.request.duration'"),
				Good:       logfire.SliGoodValues_Below(jsii.Number(0.3)),
			}),
			TargetPercent: jsii.Number(95),
			RollingWindow: logfire.Duration_Days(jsii.Number(7)),
			Routing: logfire.SloRouting_ByTier(&logfire.SloTierRoutings{
				Fast:   logfire.SloTierRouting_To(&[]logfire.Delivery{logfire.Delivery_To(pager)}),
				Medium: logfire.SloTierRouting_Nobody(),
			}),
		})
		// end
	}
	{
		stack := stackOf(app, "routing")
		project := givenProject(stack)
		pager := givenPager(stack)
		slack := givenSlack(stack)
		// example: routing
		week := logfire.NewLogfireOfficeHoursSplit(stack, jsii.String("Week"), &logfire.LogfireOfficeHoursSplitProps{
			Timezone: logfire.Timezone_Of(jsii.String("Europe/Berlin")),
		})
		routing := logfire.NotificationRouting_BySeverity(&logfire.SeverityDeliveries{
			Critical: &[]logfire.Delivery{logfire.Delivery_To(pager), logfire.Delivery_To(slack)},
			Warning: week.DeliverTo(&logfire.OfficeHoursChannels{
				During:  &[]logfire.ILogfireChannel{slack},
				Outside: &[]logfire.ILogfireChannel{},
			}),
		})

		logfire.NewLogfireAlert(stack, jsii.String("Exceptions"), &logfire.LogfireAlertProps{
			Project:  project,
			Query:    jsii.String("SELECT trace_id FROM records WHERE is_exception"),
			Severity: logfire.AlertSeverity_WARNING,
			Notify:   routing.DeliveriesFor(logfire.AlertSeverity_WARNING),
		})

		logfire.NewLogfireSlo(stack, jsii.String("Checkout"), &logfire.LogfireSloProps{
			Project:       project,
			SloScope:      logfire.SloScope_Service(jsii.String("checkout")),
			Sli:           logfire.Sli_Availability(nil),
			TargetPercent: jsii.Number(99.9),
			Routing:       routing.ToSloRouting(), // pages are critical, tickets are warnings
		})
		// end
	}
}
