package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("monitoring"))

	// The key comes from LOGFIRE_API_KEY at plan and apply.
	logfire.NewLogfireProvider(stack, jsii.String("Logfire"), nil)

	shop := logfire.NewLogfireProject(stack, jsii.String("Shop"), &logfire.LogfireProjectProps{
		DeletionProtection: jsii.Bool(false), // For a trial: without this, `terraform destroy` fails.
	})

	// You pass both secrets at apply, as TF_VAR_slack_url and TF_VAR_routing_key, so neither is in the program.
	slack := logfire.NewLogfireSlackWebhookChannel(stack, jsii.String("Slack"), &logfire.LogfireSlackWebhookChannelProps{
		Url: secret(stack, "slack_url"),
	})
	pager := logfire.NewLogfirePagerDutyChannel(stack, jsii.String("OnCall"), &logfire.LogfirePagerDutyChannelProps{
		RoutingKey: secret(stack, "routing_key"),
	})
	officeHours := logfire.LogfireSchedule_OfficeHours(stack, jsii.String("OfficeHours"), &logfire.LogfireOfficeHoursProps{
		Timezone: logfire.Timezone_Of(jsii.String("Europe/Berlin")),
	})

	monitoring := logfire.NewLogfireMonitoring(stack, jsii.String("Monitoring"), &logfire.LogfireMonitoringProps{
		// Production pages. The alerts of the others go to the deliveries for information.
		Environments: logfire.DeploymentEnvironments_InProject(shop, jsii.Strings("production", "staging", "testing"), nil),
		Routing: logfire.NotificationRouting_BySeverity(&logfire.SeverityDeliveries{
			Critical: &[]logfire.Delivery{logfire.Delivery_To(pager)},
			Warning:  &[]logfire.Delivery{logfire.Delivery_To(slack).During(officeHours)},
			Info:     &[]logfire.Delivery{logfire.Delivery_To(slack).During(officeHours)},
		}),
		RunbookBaseUrl: jsii.String("https://runbooks.example.com"),
		Owner:          jsii.String("Team Checkout"),
	})

	monitoring.MonitorService(jsii.String("Checkout"), &logfire.LogfireServiceMonitoringProps{
		ServiceName: jsii.String("checkout"),
		Slo:         &logfire.ServiceSlo{TargetPercent: jsii.Number(99.9)},
	})
	monitoring.MonitorService(jsii.String("Mailer"), &logfire.LogfireServiceMonitoringProps{
		ServiceName: jsii.String("mailer"),
		Latency:     &logfire.LatencyThresholds{Warning: &logfire.LatencyThreshold{AboveSeconds: jsii.Number(30)}},
	})
	monitoring.MonitorAi(jsii.String("Assistant"), &logfire.LogfireAiMonitoringProps{
		ServiceName: jsii.String("assistant"),
		Spend:       &logfire.SpendThresholds{Warning: &logfire.SpendThreshold{AboveUsd: jsii.Number(50)}},
	})
	monitoring.MonitorHost(jsii.String("Web"), &logfire.LogfireHostMonitoringProps{HostName: jsii.String("web-1")})

	app.Synth()
}

func secret(stack cdktf.TerraformStack, name string) logfire.SecretValue {
	return logfire.SecretValue_FromVariable(cdktf.NewTerraformVariable(stack, jsii.String(name), &cdktf.TerraformVariableConfig{
		Type:      jsii.String("string"),
		Sensitive: jsii.Bool(true),
	}))
}
