package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

// Also of projects and tokens.
func basics(app cdktf.App) {
	{
		stack := stackOf(app, "expiry")
		project := givenProject(stack)
		// example: expiry
		project.AddWriteToken(jsii.String("Year"), nil) // TokenExpiry_After(Duration_Days(365))
		project.AddWriteToken(jsii.String("Quarter"), &logfire.TokenOptions{
			Expiry:     logfire.TokenExpiry_After(logfire.Duration_Days(jsii.Number(90))),
			WarnBefore: logfire.Duration_Days(jsii.Number(14)),
		})
		project.AddReadToken(jsii.String("Audit"), &logfire.TokenOptions{
			Expiry: logfire.TokenExpiry_At(jsii.String("2027-03-31T00:00:00Z")),
		})
		project.AddWriteToken(jsii.String("Device"), &logfire.TokenOptions{
			Expiry: logfire.TokenExpiry_Never(jsii.String("burned into devices that cannot be updated")),
		})
		// end
	}
	{
		stack := stackOf(app, "rotation")
		project := givenProject(stack)
		// example: rotation
		project.AddWriteToken(jsii.String("ByHand"), &logfire.TokenOptions{
			Rotation: logfire.TokenRotation_Manual(jsii.Number(1)), // raise the number for a new token
		})
		project.AddWriteToken(jsii.String("Monthly"), &logfire.TokenOptions{
			Rotation: logfire.TokenRotation_Every(logfire.Duration_Days(jsii.Number(30))), // at the first apply of each period
		})
		// end
	}
	{
		stack := stackOf(app, "deploy")
		project := givenProject(stack)
		// example: deploy
		token := logfire.NewLogfireRotatingWriteToken(stack, jsii.String("Deploy"), &logfire.LogfireRotatingWriteTokenProps{
			Project:  project,
			Rotation: logfire.TokenRotation_Every(logfire.Duration_Days(jsii.Number(30))),
		})
		cdktf.NewTerraformOutput(stack, jsii.String("deploy_token"), &cdktf.TerraformOutputConfig{
			Value:     token.TokenValue(),
			Sensitive: jsii.Bool(true),
		})
		// end
	}
	{
		stack := stackOf(app, "otlp-environment")
		// example: otlp-environment
		shop := logfire.NewLogfireProjectWithToken(stack, jsii.String("Shop"), &logfire.LogfireProjectWithTokenProps{
			ServiceName:           jsii.String("shop"),
			DeploymentEnvironment: jsii.String("production"),
		})
		environment := shop.OtlpEnvironment() // OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, ...
		// end
		_ = environment
	}
	{
		stack := stackOf(app, "provider")
		// example: provider
		key := cdktf.NewTerraformVariable(stack, jsii.String("logfire_key"), &cdktf.TerraformVariableConfig{
			Type:      jsii.String("string"),
			Sensitive: jsii.Bool(true),
		})
		logfire.NewLogfireProvider(stack, jsii.String("Eu"), &logfire.LogfireProviderProps{
			Alias:  jsii.String("eu"),
			Region: logfire.LogfireRegion_EU,
			ApiKey: logfire.SecretValue_FromVariable(key),
		})
		// end
	}
	{
		stack := stackOf(app, "project")
		// example: project
		logfire.NewLogfireProject(stack, jsii.String("Shop"), &logfire.LogfireProjectProps{
			ProjectName: jsii.String("shop"),
			Description: jsii.String("Sells things"),
			Visibility:  logfire.ProjectVisibility_PRIVATE,
			ImportFrom:  logfire.ProjectImportId_ByName(jsii.String("acme"), jsii.String("shop")), // imports the existing project
		})
		// creates no project
		billing := logfire.LogfireProject_FromProjectId(stack, jsii.String("Billing"), jsii.String("00000000-0000-4000-8000-000000000001"))
		billing.AddWriteToken(jsii.String("Token"), nil)
		// end
	}
	{
		stack := stackOf(app, "text")
		// example: text
		logfire.NewLogfireProject(stack, jsii.String("Shop"), &logfire.LogfireProjectProps{
			Description: jsii.String("Costs ${amount}"), // not a template
		})
		logfire.NewLogfireProject(stack, jsii.String("Till"), &logfire.LogfireProjectProps{
			Description: logfire.TerraformExpression_Raw(jsii.String("upper(terraform.workspace)")),
		})
		// end
	}
	{
		stack := stackOf(app, "resource")
		// example: resource
		project := logfire.NewLogfireProject(stack, jsii.String("Shop"), nil)
		project.Resource().OverrideLogicalId(jsii.String("shop")) // keeps the address of an existing resource
		// end
	}
}
