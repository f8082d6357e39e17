package main

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

type outputSink struct{}

func (s *outputSink) Kind() *string {
	return jsii.String("output")
}

func (s *outputSink) Store(scope constructs.Construct, secret *logfire.SecretToStore) {
	cdktf.NewTerraformOutput(scope, jsii.String("Output"), &cdktf.TerraformOutputConfig{Value: secret.Value, Sensitive: jsii.Bool(true)})
}

type projectsAreDescribed struct {
	logfire.LogfirePolicy
}

func newProjectsAreDescribed() logfire.LogfirePolicy {
	policy := &projectsAreDescribed{}
	logfire.NewLogfirePolicy_Override(policy, jsii.String("ProjectsAreDescribed"))
	return policy
}

func (p *projectsAreDescribed) Check(subject logfire.PolicySubject) {
	if _, described := (*subject.Attributes())["description"]; *subject.ResourceType() == "logfire_project" && !described {
		subject.Report(jsii.String("the project has no description"), jsii.String("say what it is for"))
	}
}

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("everything"))
	secret := logfire.SecretValue_FromVariable(cdktf.NewTerraformVariable(stack, jsii.String("secret"), &cdktf.TerraformVariableConfig{
		Type:      jsii.String("string"),
		Sensitive: jsii.Bool(true),
	}))

	logfire.NewLogfireProvider(stack, jsii.String("Logfire"), &logfire.LogfireProviderProps{
		Region:        logfire.LogfireRegion_EU,
		CustomHeaders: &map[string]logfire.SecretValue{"CF-Access-Client-Id": secret},
	})

	// Projects
	shop := logfire.NewLogfireProject(stack, jsii.String("Shop"), &logfire.LogfireProjectProps{
		Description:        jsii.String("Sells things"),
		Visibility:         logfire.ProjectVisibility_PRIVATE,
		DeletionProtection: jsii.Bool(false),
	})
	logfire.NewLogfireProject(stack, jsii.String("Old"), &logfire.LogfireProjectProps{
		ImportFrom: logfire.ProjectImportId_ByName(jsii.String("acme"), jsii.String("old")),
	})
	billing := logfire.LogfireProject_FromProjectId(stack, jsii.String("Billing"), jsii.String("00000000-0000-4000-8000-000000000001"))
	quick := logfire.NewLogfireProjectWithToken(stack, jsii.String("Quick"), &logfire.LogfireProjectWithTokenProps{
		Expiry:                logfire.TokenExpiry_After(logfire.Duration_Days(jsii.Number(90))),
		ServiceName:           jsii.String("quick"),
		DeploymentEnvironment: jsii.String("production"),
	})
	cdktf.NewTerraformOutput(stack, jsii.String("headers"), &cdktf.TerraformOutputConfig{
		Value:     cdktf.Fn_Upper((*quick.OtlpEnvironment())["OTEL_EXPORTER_OTLP_HEADERS"]),
		Sensitive: jsii.Bool(true),
	})

	// Tokens
	monthly := logfire.TokenRotation_Every(logfire.Duration_Days(jsii.Number(30)))
	billing.AddWriteToken(jsii.String("Token"), &logfire.TokenOptions{
		Rotation:   monthly,
		WarnBefore: logfire.Duration_Days(jsii.Number(14)),
	})
	logfire.NewLogfireWriteToken(stack, jsii.String("Write"), &logfire.LogfireWriteTokenProps{
		Project: shop,
		Expiry:  logfire.TokenExpiry_Never(jsii.String("burned into devices")),
	})
	logfire.NewLogfireReadToken(stack, jsii.String("Read"), &logfire.LogfireReadTokenProps{
		Project:  shop,
		Expiry:   logfire.TokenExpiry_At(jsii.String("2027-03-31T00:00:00Z")),
		Rotation: logfire.TokenRotation_Manual(jsii.Number(1)),
	})
	deploy := logfire.NewLogfireRotatingWriteToken(stack, jsii.String("Deploy"), &logfire.LogfireRotatingWriteTokenProps{
		Project:  shop,
		Rotation: monthly,
	})
	logfire.NewLogfireRotatingReadToken(stack, jsii.String("Report"), &logfire.LogfireRotatingReadTokenProps{
		Project:  shop,
		Rotation: monthly,
	})
	cdktf.NewTerraformOutput(stack, jsii.String("deploy_token"), &cdktf.TerraformOutputConfig{
		Value:     deploy.TokenValue(),
		Sensitive: jsii.Bool(true),
	})

	// Keys
	logfire.NewLogfireApiKey(stack, jsii.String("Inventory"), &logfire.LogfireApiKeyProps{
		Scopes: &[]logfire.ApiScope{logfire.ApiScope_ORGANIZATION_READ(), logfire.ApiScope_Of(jsii.String("organization:read_member"))},
	})
	collector := logfire.NewLogfireIngestKey(stack, jsii.String("Collector"), &logfire.LogfireIngestKeyProps{
		Project:     shop,
		Description: jsii.String("The collector in the cluster"),
	})
	logfire.NewLogfireRotatingApiKey(stack, jsii.String("Query"), &logfire.LogfireRotatingApiKeyProps{
		Project:  shop,
		Scopes:   logfire.ApiScope_Query(),
		Rotation: monthly,
	})
	logfire.NewLogfireGatewayApiKey(stack, jsii.String("Chat"), &logfire.LogfireGatewayApiKeyProps{
		Project:         shop,
		DailyLimitUsd:   jsii.Number(20),
		MonthlyLimitUsd: jsii.Number(200),
	})
	logfire.NewLogfireRotatingGatewayApiKey(stack, jsii.String("Agents"), &logfire.LogfireRotatingGatewayApiKeyProps{
		Project:       shop,
		DailyLimitUsd: jsii.Number(5),
		Rotation:      monthly,
	})
	logfire.NewLogfireGatewayProvider(stack, jsii.String("OpenAI"), &logfire.LogfireGatewayProviderProps{
		GatewayProviderSlug: jsii.String("openai"),
		Vendor:              logfire.GatewayVendor_OPENAI(),
		ApiKey:              secret,
	})
	logfire.NewLogfireGatewayProvider(stack, jsii.String("Bedrock"), &logfire.LogfireGatewayProviderProps{
		GatewayProviderSlug: jsii.String("bedrock"),
		Vendor: logfire.GatewayVendor_Bedrock(&logfire.BedrockOptions{
			Api:    logfire.BedrockApi_RUNTIME,
			Region: jsii.String("eu-west-1"),
		}),
		ApiKey: secret,
	})

	// Notification
	pagerDutyService := logfire.NewLogfirePagerDutyService(stack, jsii.String("Service"), &logfire.LogfirePagerDutyServiceProps{
		AccountSubdomain:   jsii.String("acme"),
		PagerDutyServiceId: jsii.String("PABC123"),
	})
	slack := logfire.NewLogfireSlackChannel(stack, jsii.String("Slack"), &logfire.LogfireSlackChannelProps{
		InstallId:      jsii.String("00000000-0000-4000-8000-000000000002"),
		SlackChannelId: jsii.String("C0123456789"),
	})
	pager := logfire.NewLogfirePagerDutyChannel(stack, jsii.String("Pager"), &logfire.LogfirePagerDutyChannelProps{RoutingKey: secret})
	logfire.NewLogfireWebhookChannel(stack, jsii.String("Webhook"), &logfire.LogfireWebhookChannelProps{Url: secret})
	logfire.NewLogfireSlackWebhookChannel(stack, jsii.String("SlackWebhook"), &logfire.LogfireSlackWebhookChannelProps{Url: secret})
	logfire.NewLogfireOpsgenieChannel(stack, jsii.String("Opsgenie"), &logfire.LogfireOpsgenieChannelProps{AuthKey: secret})
	logfire.NewLogfirePagerDutyServiceChannel(stack, jsii.String("ServiceChannel"), &logfire.LogfirePagerDutyServiceChannelProps{
		Service: pagerDutyService,
	})
	hours := logfire.NewLogfireSchedule(stack, jsii.String("Hours"), &logfire.LogfireScheduleProps{
		Timezone: logfire.Timezone_Of(jsii.String("Europe/Berlin")),
		Windows: &[]logfire.ScheduleWindow{logfire.ScheduleWindow_Between(
			&[]logfire.Weekday{logfire.Weekday_MONDAY, logfire.Weekday_FRIDAY}, jsii.String("08:00"), jsii.String("18:00"),
		)},
	})
	logfire.NewLogfireAlert(stack, jsii.String("Errors"), &logfire.LogfireAlertProps{
		Project:      shop,
		Query:        jsii.String("SELECT trace_id FROM records WHERE is_exception"),
		Frequency:    logfire.Duration_Minutes(jsii.Number(5)),
		TimeWindow:   logfire.Duration_Hours(jsii.Number(1)),
		NotifyWhen:   logfire.NotifyWhen_HAS_MATCHES,
		Notify:       &[]logfire.Delivery{logfire.Delivery_To(slack).During(hours), logfire.Delivery_To(pager)},
		Severity:     logfire.AlertSeverity_CRITICAL,
		Runbook:      jsii.String("https://wiki.example.com/errors"),
		Environments: jsii.Strings("production"),
	})
	logfire.NewLogfireSlo(stack, jsii.String("Latency"), &logfire.LogfireSloProps{
		Project:  shop,
		SloScope: logfire.SloScope_Service(jsii.String("checkout")),
		Sli: logfire.Sli_Histogram(&logfire.SliHistogramOptions{
			TotalQuery: jsii.String("metric_name = 'http.server.request.duration'"),
			Good:       logfire.SliGoodValues_Below(jsii.Number(0.3)),
		}),
		TargetPercent: jsii.Number(99.9),
		RollingWindow: logfire.Duration_Days(jsii.Number(7)),
		Routing: logfire.SloRouting_BySeverity(&logfire.SloSeverityDeliveries{
			Page:   &[]logfire.Delivery{logfire.Delivery_To(pager)},
			Ticket: &[]logfire.Delivery{logfire.Delivery_To(slack).During(hours)},
		}),
	})

	// What people look at
	logfire.NewLogfireDashboard(stack, jsii.String("Traffic"), &logfire.LogfireDashboardProps{
		Project: shop,
		Definition: logfire.DashboardDefinition_FromObject(map[string]interface{}{
			"kind": "Dashboard",
			"spec": map[string]interface{}{"display": map[string]interface{}{"name": "Traffic"}, "duration": "6h"},
		}),
	})
	web := logfire.NewLogfireFrontendApplication(stack, jsii.String("Web"), &logfire.LogfireFrontendApplicationProps{
		Project:     shop,
		Environment: jsii.String("production"),
	})
	logfire.NewLogfireFrontendToken(stack, jsii.String("WebToken"), &logfire.LogfireFrontendTokenProps{Application: web})

	// What runs
	systems := logfire.NewLogfireEnvironmentProjects(stack, jsii.String("Systems"), &logfire.LogfireEnvironmentProjectsProps{
		Names:             jsii.Strings("production", "staging"),
		ProjectNamePrefix: jsii.String("till"),
	})
	week := logfire.NewLogfireOfficeHoursSplit(stack, jsii.String("Week"), &logfire.LogfireOfficeHoursSplitProps{
		Timezone: logfire.Timezone_Of(jsii.String("Europe/Berlin")),
	})
	routing := logfire.NotificationRouting_BySeverity(&logfire.SeverityDeliveries{
		Critical: &[]logfire.Delivery{logfire.Delivery_To(pager)},
		Warning: week.DeliverTo(&logfire.OfficeHoursChannels{
			During:  &[]logfire.ILogfireChannel{slack},
			Outside: &[]logfire.ILogfireChannel{},
		}),
	})
	monitoring := logfire.NewLogfireMonitoring(stack, jsii.String("Monitoring"), &logfire.LogfireMonitoringProps{
		Environments: systems.Environments(),
		Routing:      routing,
		Owner:        jsii.String("Team Till"),
	})
	monitoring.Add(logfire.NewLogfireServiceMonitoring(stack, jsii.String("Till"), &logfire.LogfireServiceMonitoringProps{
		Environments: systems.Environments(),
		Routing:      routing,
		ServiceName:  jsii.String("till"),
		Latency:      &logfire.LatencyThresholds{},
	}))
	logfire.NewLogfireAiMonitoring(stack, jsii.String("Assistant"), &logfire.LogfireAiMonitoringProps{
		Project: shop, Routing: routing, ServiceName: jsii.String("assistant"),
	})
	logfire.NewLogfireHostMonitoring(stack, jsii.String("Hosts"), &logfire.LogfireHostMonitoringProps{
		Project: shop, Routing: routing, Source: logfire.HostMetricsSource_COLLECTOR,
	})
	logfire.NewLogfireDatabaseMonitoring(stack, jsii.String("Database"), &logfire.LogfireDatabaseMonitoringProps{Project: shop, Routing: routing})
	logfire.NewLogfireQueueMonitoring(stack, jsii.String("Mails"), &logfire.LogfireQueueMonitoringProps{Project: shop, Routing: routing})
	logfire.NewLogfireJobMonitoring(stack, jsii.String("Backup"), &logfire.LogfireJobMonitoringProps{
		Project: shop, Routing: routing, SpanName: jsii.String("backup"), Every: logfire.Duration_Hours(jsii.Number(6)),
	})
	logfire.NewLogfireFrontendMonitoring(stack, jsii.String("Pages"), &logfire.LogfireFrontendMonitoringProps{
		Project: shop, Routing: routing, ServiceName: jsii.String("web"),
	})
	orders := logfire.NewLogfireSubjectMonitoring(stack, jsii.String("Orders"), &logfire.LogfireSubjectMonitoringProps{Project: shop, Routing: routing})
	orders.AddAlert(jsii.String("NoOrdersCritical"), &logfire.SubjectAlertOptions{
		Title:       jsii.String("no orders"),
		Query:       logfire.AlertQuery_Silence(&logfire.SilenceAlertOptions{Filter: logfire.RecordFilter_SpanName(jsii.String("order"))}),
		Severity:    logfire.AlertSeverity_CRITICAL,
		Description: jsii.String("Nobody orders."),
		TimeWindow:  logfire.Duration_Hours(jsii.Number(1)),
	})

	// Secrets where they are used, and rules
	logfire.NewLogfireSinkProvider(stack, jsii.String("Vault"), &logfire.LogfireSinkProviderProps{
		Source:        jsii.String("hashicorp/vault"),
		Version:       jsii.String("~> 5.6"),
		Configuration: &map[string]interface{}{"address": "https://vault.example.com"},
	})
	deploy.StoreIn(&outputSink{}, nil)
	move := logfire.NewLogfireProjectMigration(stack, jsii.String("Move"), &logfire.LogfireProjectMigrationProps{
		FromToken: deploy,
		ToToken:   collector,
		Phase:     logfire.MigrationPhase_DUAL_WRITE,
	})
	environment := logfire.LogfireEnvironment_ForToken(move, &logfire.LogfireEnvironmentOptions{ServiceName: jsii.String("shop")})
	cdktf.NewTerraformOutput(stack, jsii.String("environment"), &cdktf.TerraformOutputConfig{
		Value:     environment.ToLambdaVariables(),
		Sensitive: jsii.Bool(true),
	})
	deployEnvironment := logfire.LogfireEnvironment_ForToken(deploy, &logfire.LogfireEnvironmentOptions{
		DeploymentEnvironment: jsii.String("production"),
	})
	cdktf.NewTerraformOutput(stack, jsii.String("deploy_environment"), &cdktf.TerraformOutputConfig{
		Value:     deployEnvironment.ToVariables(),
		Sensitive: jsii.Bool(true),
	})
	collectorEnvironment := logfire.LogfireEnvironment_ForToken(collector, &logfire.LogfireEnvironmentOptions{
		Format: logfire.EnvironmentFormat_OPEN_TELEMETRY,
	})
	cdktf.NewTerraformOutput(stack, jsii.String("collector_environment"), &cdktf.TerraformOutputConfig{
		Value:     collectorEnvironment.ToVariables(),
		Sensitive: jsii.Bool(true),
	})
	logfire.LogfirePolicies_Of(&[]logfire.LogfirePolicy{newProjectsAreDescribed()}).ApplyTo(stack)
	logfire.LogfirePolicies_Suppress(stack, jsii.String("ProjectsAreDescribed"), jsii.String("the names say it all"))

	// A Logfire of one's own
	selfHosted := cdktf.NewTerraformStack(app, jsii.String("self-hosted"))
	logfire.NewLogfireProvider(selfHosted, jsii.String("Logfire"), &logfire.LogfireProviderProps{BaseUrl: jsii.String("https://logfire.example.com")})
	logfire.NewLogfireOrganization(selfHosted, jsii.String("Acme"), &logfire.LogfireOrganizationProps{
		OrganizationName:   jsii.String("acme"),
		DisplayName:        jsii.String("Acme"),
		DeletionProtection: jsii.Bool(false),
	})

	app.Synth()
}
