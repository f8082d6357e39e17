package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func keys(app cdktf.App) {
	{
		stack := stackOf(app, "keys")
		project := givenProject(stack)
		// example: keys
		collector := project.AddIngestKey(jsii.String("Collector"), &logfire.KeyOptions{Description: jsii.String("The collector in the cluster")})
		environment := logfire.LogfireEnvironment_ForToken(collector, nil) // an ingest key sends telemetry, as a write token does

		logfire.NewLogfireApiKey(stack, jsii.String("Inventory"), &logfire.LogfireApiKeyProps{
			Scopes: &[]logfire.ApiScope{logfire.ApiScope_ORGANIZATION_READ(), logfire.ApiScope_ORGANIZATION_READ_MEMBER()},
			Expiry: logfire.TokenExpiry_After(logfire.Duration_Days(jsii.Number(90))),
		})

		logfire.NewLogfireRotatingApiKey(stack, jsii.String("Reports"), &logfire.LogfireRotatingApiKeyProps{
			Project:  project,
			Scopes:   logfire.ApiScope_Query(),
			Rotation: logfire.TokenRotation_Every(logfire.Duration_Days(jsii.Number(30))),
		})
		// end
		_ = environment
	}
	{
		stack := stackOf(app, "gateway")
		project := givenProject(stack)
		// example: gateway
		vendorKey := logfire.SecretValue_FromVariable(cdktf.NewTerraformVariable(stack, jsii.String("vendor_key"), &cdktf.TerraformVariableConfig{
			Type:      jsii.String("string"),
			Sensitive: jsii.Bool(true),
		}))

		logfire.NewLogfireGatewayProvider(stack, jsii.String("Upstream"), &logfire.LogfireGatewayProviderProps{
			Vendor: logfire.GatewayVendor_OPENAI(),
			ApiKey: vendorKey,
		})
		logfire.NewLogfireGatewayProvider(stack, jsii.String("Bedrock"), &logfire.LogfireGatewayProviderProps{
			Vendor: logfire.GatewayVendor_Bedrock(&logfire.BedrockOptions{
				Api:    logfire.BedrockApi_RUNTIME,
				Region: jsii.String("eu-west-1"),
			}),
			ApiKey: vendorKey,
		})
		logfire.NewLogfireGatewayApiKey(stack, jsii.String("Chat"), &logfire.LogfireGatewayApiKeyProps{
			Project:         project,
			DailyLimitUsd:   jsii.Number(20),
			MonthlyLimitUsd: jsii.Number(200),
		})
		// end
	}
	{
		stack := stackOf(app, "frontend")
		project := givenProject(stack)
		// example: frontend
		web := logfire.NewLogfireFrontendApplication(stack, jsii.String("Web"), &logfire.LogfireFrontendApplicationProps{
			Project:         project,
			ApplicationName: jsii.String("web-shop"),
			Environment:     jsii.String("production"),
			Replacement:     logfire.FrontendReplacement_CREATE_FIRST,
		})
		web.AddToken(jsii.String("Token2027"), nil)
		// end
	}
}
