package main

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()

	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("app"))
	stack.AddOverride(jsii.String("terraform.required_providers.logfire"), map[string]interface{}{"source": "pydantic/logfire", "version": "~> 0.2"})
	stack.AddOverride(jsii.String("provider.logfire"), []interface{}{map[string]interface{}{}})
	scope := constructs.NewConstruct(stack, jsii.String("Shop"))
	project := cdktf.NewTerraformResource(scope, jsii.String("Resource"), &cdktf.TerraformResourceConfig{
		TerraformResourceType: jsii.String("logfire_project"),
		Lifecycle:             &cdktf.TerraformResourceLifecycle{PreventDestroy: jsii.Bool(true)},
	})
	project.AddOverride(jsii.String("name"), "app-shop")
	project.AddOverride(jsii.String("visibility"), "public")
	app.Synth()
}
