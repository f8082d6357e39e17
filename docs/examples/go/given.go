package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

// What the examples use and do not make themselves.

func stackOf(app cdktf.App, example string) cdktf.TerraformStack {
	return cdktf.NewTerraformStack(app, jsii.String(example))
}

func givenProject(stack cdktf.TerraformStack) logfire.ILogfireProject {
	return logfire.LogfireProject_FromProjectId(stack, jsii.String("GivenProject"), jsii.String("00000000-0000-4000-8000-000000000001"))
}

func givenPager(stack cdktf.TerraformStack) logfire.ILogfireChannel {
	return logfire.LogfireChannel_FromChannelId(stack, jsii.String("GivenPager"), jsii.String("00000000-0000-4000-8000-000000000002"))
}

func givenSlack(stack cdktf.TerraformStack) logfire.ILogfireChannel {
	return logfire.LogfireChannel_FromChannelId(stack, jsii.String("GivenSlack"), jsii.String("00000000-0000-4000-8000-000000000003"))
}

func givenNotify(stack cdktf.TerraformStack) []logfire.Delivery {
	return []logfire.Delivery{logfire.Delivery_To(givenSlack(stack))}
}

func givenVariable(stack cdktf.TerraformStack) cdktf.TerraformVariable {
	return cdktf.NewTerraformVariable(stack, jsii.String("given"), &cdktf.TerraformVariableConfig{
		Type:      jsii.String("string"),
		Sensitive: jsii.Bool(true),
	})
}
