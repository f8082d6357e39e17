package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("wrong"))
	logfire.NewLogfireProvider(stack, jsii.String("Logfire"), nil)
	project := logfire.NewLogfireProject(stack, jsii.String("Shop"), nil)
	web := logfire.NewLogfireFrontendApplication(stack, jsii.String("Web"), &logfire.LogfireFrontendApplicationProps{Project: project})

	writeToken := project.AddWriteToken(jsii.String("Write"), nil)
	readToken := project.AddReadToken(jsii.String("Read"), nil)
	frontendToken := web.AddToken(jsii.String("Frontend"), nil)
	apiKey := logfire.NewLogfireApiKey(stack, jsii.String("Key"), &logfire.LogfireApiKeyProps{Project: project, Scopes: logfire.ApiScope_Query()})
	_, _, _ = readToken, frontendToken, apiKey

	logfire.LogfireEnvironment_ForToken(writeToken, nil)
	logfire.LogfireEnvironment_ForToken(readToken, nil)     // wrong: LogfireReadToken
	logfire.LogfireEnvironment_ForToken(frontendToken, nil) // wrong: LogfireFrontendToken
	logfire.LogfireEnvironment_ForToken(apiKey, nil)        // wrong: LogfireApiKey

	app.Synth()
}
