package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func adopting(app cdktf.App) {
	{
		stack := stackOf(app, "import")
		// example: import
		logfire.NewLogfireProject(stack, jsii.String("Shop"), &logfire.LogfireProjectProps{
			ProjectName: jsii.String("shop"),
			ImportFrom:  logfire.ProjectImportId_ByName(jsii.String("acme"), jsii.String("shop")),
		})
		// end
	}
	{
		stack := stackOf(app, "stored")
		// example: stored
		kept := cdktf.NewTerraformVariable(stack, jsii.String("shop_token"), &cdktf.TerraformVariableConfig{
			Type:      jsii.String("string"),
			Sensitive: jsii.Bool(true),
		})
		token := logfire.LogfireWriteToken_FromSecret(stack, jsii.String("Kept"), logfire.SecretValue_FromVariable(kept))
		// end
		_ = token
	}
	{
		stack := stackOf(app, "existing")
		// example: existing
		project := logfire.LogfireProject_FromProjectId(stack, jsii.String("Shop"), jsii.String("00000000-0000-4000-8000-000000000001"))
		project.AddReadToken(jsii.String("Audit"), nil)
		// end
	}
	{
		stack := stackOf(app, "keep-address")
		// example: keep-address
		project := logfire.NewLogfireProject(stack, jsii.String("Shop"), &logfire.LogfireProjectProps{ProjectName: jsii.String("shop")})
		project.Resource().OverrideLogicalId(jsii.String("shop"))
		// end
	}
	{
		stack := stackOf(app, "move-address")
		// example: move-address
		project := logfire.NewLogfireProject(stack, jsii.String("Shop"), &logfire.LogfireProjectProps{ProjectName: jsii.String("shop")})
		project.Resource().MoveFromId(jsii.String("logfire_project.shop"))
		// end
	}
}
