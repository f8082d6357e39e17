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
	logfire.NewLogfireSlo(stack, jsii.String("Slo"), &logfire.LogfireSloProps{
		Project:       logfire.NewLogfireProject(stack, jsii.String("Shop"), nil),
		SloScope:      logfire.SloScope_Service(jsii.String("shop")),
		Sli:           logfire.Sli_Availability(nil),
		TargetPercent: jsii.Number(100),
		Routing:       logfire.SloRouting_Unmanaged(),
	})
	app.Synth()
}
