package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("app"))
	logfire.NewLogfireProvider(stack, jsii.String("Logfire"), nil)
	logfire.NewLogfireProject(stack, jsii.String("Shop"), nil)
	app.Synth()
}
