// Package quickstart is the first example of the README.
package quickstart

// example: quickstart
import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func Quickstart() {
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("quickstart"))

	logfire.NewLogfireProvider(stack, jsii.String("Logfire"), nil) // the key comes from LOGFIRE_API_KEY
	logfire.NewLogfireProjectWithToken(stack, jsii.String("Shop"), nil)

	app.Synth()
}

// end
