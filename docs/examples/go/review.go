package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func review(outer cdktf.App) {
	{
		stackOf(outer, "review-page")
		// example: review-page
		app := cdktf.NewApp(nil)
		stack := cdktf.NewTerraformStack(app, jsii.String("till"))
		logfire.NewLogfireProvider(stack, jsii.String("Logfire"), nil)
		logfire.NewLogfireProjectWithToken(stack, jsii.String("Shop"), nil)

		logfire.LogfireReview_WriteFor(app, nil) // at the end, after the last stack
		app.Synth()
		// end
	}
	{
		stack := stackOf(outer, "review-stack")
		// example: review-stack
		logfire.LogfireReview_WriteFor(stack, &logfire.LogfireReviewOptions{FileName: jsii.String("shop.html")})
		// end
	}
}
