package main

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	logfire "github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

// example: own-sink
type outputSink struct{}

func (s *outputSink) Kind() *string {
	return jsii.String("output")
}

func (s *outputSink) Store(scope constructs.Construct, secret *logfire.SecretToStore) {
	cdktf.NewTerraformOutput(scope, jsii.String("Output"), &cdktf.TerraformOutputConfig{Value: secret.Value, Sensitive: jsii.Bool(true)})
}

// end

func secrets(app cdktf.App) {
	{
		stack := stackOf(app, "sink-provider")
		// example: sink-provider
		logfire.NewLogfireSinkProvider(stack, jsii.String("Aws"), &logfire.LogfireSinkProviderProps{
			Source:        jsii.String("hashicorp/aws"),
			Configuration: &map[string]interface{}{"region": "eu-west-1"},
		})
		shop := logfire.NewLogfireProject(stack, jsii.String("Web"), nil)
		token := shop.AddWriteToken(jsii.String("Token"), nil)
		token.StoreIn(logfire.NewAwsSsmParameterSink(&logfire.AwsSsmParameterSinkProps{
			ParameterName: jsii.String("/web/logfire-token"),
			WriteOnly:     jsii.Bool(true),
		}), nil)
		// end
	}
	{
		stack := stackOf(app, "sink")
		// example: sink
		project := logfire.NewLogfireProject(stack, jsii.String("Shop"), nil)
		token := logfire.NewLogfireWriteToken(stack, jsii.String("Token"), &logfire.LogfireWriteTokenProps{Project: project})
		token.StoreIn(logfire.NewAwsSecretsManagerSink(&logfire.AwsSecretsManagerSinkProps{
			SecretName: jsii.String("shop/logfire"),
			WriteOnly:  jsii.Bool(true),
		}), nil)
		// end
	}
	{
		stack := stackOf(app, "stored-sinks")
		variable := givenVariable(stack)
		// example: stored-sinks
		stored := logfire.LogfireWriteToken_FromSecret(stack, jsii.String("Stored"), logfire.SecretValue_FromVariable(variable))
		stored.StoreIn(logfire.NewKubernetesSecretSink(&logfire.KubernetesSecretSinkProps{
			SecretName:      jsii.String("logfire"),
			SecretNamespace: jsii.String("shop"),
			Key:             jsii.String("LOGFIRE_TOKEN"),
		}), nil)
		stored.StoreIn(logfire.NewGithubActionsSecretSink(&logfire.GithubActionsSecretSinkProps{
			Repository: jsii.String("shop"),
			SecretName: jsii.String("LOGFIRE_TOKEN"),
		}), nil)
		// end
	}
	{
		stack := stackOf(app, "environment")
		// example: environment
		shop := logfire.NewLogfireProjectWithToken(stack, jsii.String("Web"), nil)
		environment := logfire.LogfireEnvironment_ForToken(shop.Token(), &logfire.LogfireEnvironmentOptions{
			ServiceName:           jsii.String("web"),
			DeploymentEnvironment: jsii.String("production"),
		})

		lambda := environment.ToLambdaVariables()
		ecs := environment.ToEcs(&map[string]*string{
			"LOGFIRE_TOKEN": jsii.String("arn:aws:ssm:eu-west-1:111122223333:parameter/web/logfire-token"),
		})
		env := environment.ToKubernetesEnv(jsii.String("logfire"), jsii.String("LOGFIRE_TOKEN"))
		collector := environment.ToCollectorExporters(nil) // YAML, with ${env:LOGFIRE_TOKEN} in place of the token
		// end
		_, _, _, _ = lambda, ecs, env, collector
	}
	{
		stack := stackOf(app, "own-sink")
		// example: own-sink
		queries := logfire.NewLogfireReadToken(stack, jsii.String("Queries"), &logfire.LogfireReadTokenProps{
			Project: logfire.NewLogfireProject(stack, jsii.String("Billing"), nil),
		})
		queries.StoreIn(&outputSink{}, nil)
		// end
	}
	{
		stack := stackOf(app, "service")
		// example: service
		service := logfire.NewLogfireRotatingWriteToken(stack, jsii.String("Service"), &logfire.LogfireRotatingWriteTokenProps{
			Project:  logfire.NewLogfireProject(stack, jsii.String("Api"), nil),
			Rotation: logfire.TokenRotation_Every(logfire.Duration_Days(jsii.Number(30))),
			Expiry:   logfire.TokenExpiry_After(logfire.Duration_Days(jsii.Number(90))),
		})
		service.StoreIn(logfire.NewAwsSsmParameterSink(&logfire.AwsSsmParameterSinkProps{
			ParameterName: jsii.String("/api/logfire-token"),
			WriteOnly:     jsii.Bool(true),
		}), nil)
		// end
	}
	{
		stack := stackOf(app, "job")
		// example: job
		nightly := logfire.NewLogfireWriteToken(stack, jsii.String("Nightly"), &logfire.LogfireWriteTokenProps{
			Project:  logfire.NewLogfireProject(stack, jsii.String("Reports"), nil),
			Rotation: logfire.TokenRotation_Every(logfire.Duration_Days(jsii.Number(7))),
			Expiry:   logfire.TokenExpiry_After(logfire.Duration_Days(jsii.Number(14))),
		})
		nightly.StoreIn(logfire.NewGithubActionsSecretSink(&logfire.GithubActionsSecretSinkProps{
			Repository: jsii.String("reports"),
			SecretName: jsii.String("LOGFIRE_TOKEN"),
		}), nil)
		// end
	}
	{
		stack := stackOf(app, "migration")
		// example: migration
		move := logfire.NewLogfireProjectMigration(stack, jsii.String("Move"), &logfire.LogfireProjectMigrationProps{
			FromToken: logfire.NewLogfireWriteToken(stack, jsii.String("OldToken"), &logfire.LogfireWriteTokenProps{
				Project: logfire.NewLogfireProject(stack, jsii.String("Old"), nil),
			}),
			ToToken: logfire.NewLogfireWriteToken(stack, jsii.String("NewToken"), &logfire.LogfireWriteTokenProps{
				Project: logfire.NewLogfireProject(stack, jsii.String("New"), nil),
			}),
			Phase: logfire.MigrationPhase_DUAL_WRITE, // PREPARE, DUAL_WRITE, DONE
		})
		move.StoreIn(logfire.NewAwsSecretsManagerSink(&logfire.AwsSecretsManagerSinkProps{ExistingSecretId: jsii.String("web/logfire")}), nil)
		// end
	}
}
