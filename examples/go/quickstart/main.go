package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("quickstart"))

	// The key comes from LOGFIRE_API_KEY at plan and apply.
	logfire.NewLogfireProvider(stack, jsii.String("Logfire"), nil)

	// A project `quickstart-shop`, a token that expires after a year, a sensitive output `shop_token`.
	logfire.NewLogfireProjectWithToken(stack, jsii.String("Shop"), &logfire.LogfireProjectWithTokenProps{
		DeletionProtection: jsii.Bool(false), // For a trial: without this, `terraform destroy` fails.
	})

	app.Synth()
}
