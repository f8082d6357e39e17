// Runs the examples of all guides, each in a stack of its own.
package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/hashicorp/terraform-cdk-go/cdktf"

	"example.com/guides/quickstart"
)

func main() {
	defer jsii.Close()

	quickstart.Quickstart()
	app := cdktf.NewApp(&cdktf.AppConfig{SkipValidation: jsii.Bool(true)})
	for _, guide := range []func(cdktf.App){basics, adopting, alerting, dashboards, environments, keys, monitoring, policies, queries, review, secrets} {
		guide(app)
	}
	app.Synth()
}
