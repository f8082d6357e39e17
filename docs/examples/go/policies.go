package main

import (
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

// example: own-policy
type projectsArePrivate struct {
	logfire.LogfirePolicy
}

func newProjectsArePrivate() logfire.LogfirePolicy {
	policy := &projectsArePrivate{}
	logfire.NewLogfirePolicy_Override(policy, jsii.String("ProjectsArePrivate"))
	return policy
}

func (p *projectsArePrivate) Check(subject logfire.PolicySubject) {
	if *subject.ResourceType() == "logfire_project" && (*subject.Attributes())["visibility"] != "private" {
		subject.Report(jsii.String("the project is public"), jsii.String("pass Visibility: ProjectVisibility_PRIVATE"))
	}
}

// end

func policies(outer cdktf.App) {
	{
		stackOf(outer, "recommended")
		// example: recommended
		app := cdktf.NewApp(nil)
		stack := cdktf.NewTerraformStack(app, jsii.String("shop"))
		logfire.NewLogfireProvider(stack, jsii.String("Logfire"), nil)
		logfire.NewLogfireProjectWithToken(stack, jsii.String("Shop"), nil)

		logfire.LogfirePolicies_Recommended().ApplyTo(app) // at the end, after the last stack
		app.Synth()
		// end
	}
	{
		stack := stackOf(outer, "stricter")
		// example: stricter
		scopes := append(*logfire.ApiScope_Ingest(), *logfire.ApiScope_Query()...)
		logfire.LogfirePolicies_Of(&[]logfire.LogfirePolicy{
			logfire.NewRequireTokenExpiry(&logfire.RequireTokenExpiryOptions{
				MaxLifetime: logfire.Duration_Days(jsii.Number(90)),
				Latest:      jsii.String("2030-01-01T00:00:00Z"),
			}),
			logfire.NewLeastPrivilegeScopes(&logfire.LeastPrivilegeScopesOptions{Allowed: &scopes}),
			logfire.NewRequireRunbook(),
		}).ApplyTo(stack)
		// end
		logfire.LogfirePolicies_Of(&[]logfire.LogfirePolicy{newProjectsArePrivate()})
	}
	{
		stack := stackOf(outer, "suppression")
		project := givenProject(stack)
		// example: suppression
		token := project.AddWriteToken(jsii.String("Device"), &logfire.TokenOptions{
			Expiry: logfire.TokenExpiry_Never(jsii.String("burned into devices")),
		})

		logfire.LogfirePolicies_Suppress(
			token, jsii.String("RequireTokenExpiry"), jsii.String("devices cannot be updated; agreed with security"),
		)
		// end
	}
	{
		stack := stackOf(outer, "inventory")
		// example: inventory
		logfire.LogfireInventory_WriteFor(stack, nil) // or an app
		// end
	}
}
