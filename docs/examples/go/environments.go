package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func environments(app cdktf.App) {
	{
		stack := stackOf(app, "projects-per-environment")
		// example: projects-per-environment
		shop := logfire.NewLogfireEnvironmentProjects(stack, jsii.String("Shop"), &logfire.LogfireEnvironmentProjectsProps{
			Names:             jsii.Strings("production", "staging"),
			ProjectNamePrefix: jsii.String("shop"),
		})
		shop.ProjectOf(jsii.String("production")).AddWriteToken(jsii.String("Token"), nil)
		shop.ProjectOf(jsii.String("staging")).AddWriteToken(jsii.String("Token"), nil)
		// end
	}
	{
		stack := stackOf(app, "environments-in-one-project")
		project := givenProject(stack)
		// example: environments-in-one-project
		environments := logfire.DeploymentEnvironments_InProject(project, jsii.Strings("production", "staging"), &logfire.DeploymentEnvironmentsOptions{
			Paging: jsii.Strings("production"),
		})
		// end
		_ = environments
	}
	{
		stack := stackOf(app, "routing-of-environment")
		project := givenProject(stack)
		pager := givenPager(stack)
		slack := givenSlack(stack)
		// example: routing-of-environment
		environments := logfire.DeploymentEnvironments_InProject(project, jsii.Strings("production", "staging"), nil)
		routing := logfire.NotificationRouting_BySeverity(&logfire.SeverityDeliveries{
			Critical: &[]logfire.Delivery{logfire.Delivery_To(pager)},
			Info:     &[]logfire.Delivery{logfire.Delivery_To(slack)},
		})

		logfire.NewLogfireAlert(stack, jsii.String("StagingErrors"), &logfire.LogfireAlertProps{
			Project:      environments.ProjectOf(jsii.String("staging")),
			Environments: environments.FilterOf(jsii.String("staging")),
			Query:        jsii.String("SELECT trace_id FROM records WHERE is_exception"),
			Severity:     logfire.AlertSeverity_CRITICAL,
			// Slack, not the pager
			Notify: environments.RoutingOf(jsii.String("staging"), routing).DeliveriesFor(logfire.AlertSeverity_CRITICAL),
		})
		// end
	}
	{
		stack := stackOf(app, "defaults")
		project := givenProject(stack)
		pager := givenPager(stack)
		// example: defaults
		logfire.LogfireDefaults_Of(stack).Set(&logfire.LogfireDefaultValues{
			Expiry: logfire.TokenExpiry_After(logfire.Duration_Days(jsii.Number(90))),
			Routing: logfire.NotificationRouting_BySeverity(&logfire.SeverityDeliveries{
				Critical: &[]logfire.Delivery{logfire.Delivery_To(pager)},
			}),
			RunbookBaseUrl: jsii.String("https://runbooks.example.com"),
			Owner:          jsii.String("Team Checkout"),
		})

		project.AddWriteToken(jsii.String("Token"), nil) // expires after 90 days
		logfire.NewLogfireAlert(stack, jsii.String("NoOrders"), &logfire.LogfireAlertProps{
			Project: project,
			Query: logfire.AlertQuery_Silence(&logfire.SilenceAlertOptions{
				Filter: logfire.RecordFilter_SpanName(jsii.String("place order")),
			}).Sql(),
			Severity: logfire.AlertSeverity_CRITICAL, // notifies the pager; its runbook is https://runbooks.example.com/no-orders
		})
		// end
	}
}
