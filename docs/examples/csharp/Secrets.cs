using System.Collections.Generic;
using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Secrets
{
    public static void Run(App app)
    {
        {
            var stack = Given.StackOf(app, "sink-provider");
            // example: sink-provider
            new LogfireSinkProvider(stack, "Aws", new LogfireSinkProviderProps
            {
                Source = "hashicorp/aws",
                Configuration = new Dictionary<string, object> { ["region"] = "eu-west-1" },
            });
            var shop = new LogfireProject(stack, "Web");
            shop.AddWriteToken("Token").StoreIn(new AwsSsmParameterSink(new AwsSsmParameterSinkProps
            {
                ParameterName = "/web/logfire-token",
                WriteOnly = true,
            }));
            // end
        }
        {
            var stack = Given.StackOf(app, "sink");
            // example: sink
            var project = new LogfireProject(stack, "Shop");
            var token = new LogfireWriteToken(stack, "Token", new LogfireWriteTokenProps { Project = project });
            token.StoreIn(new AwsSecretsManagerSink(new AwsSecretsManagerSinkProps { SecretName = "shop/logfire", WriteOnly = true }));
            // end
        }
        {
            var stack = Given.StackOf(app, "stored-sinks");
            var variable = Given.Variable(stack);
            // example: stored-sinks
            var stored = LogfireWriteToken.FromSecret(stack, "Stored", SecretValue.FromVariable(variable));
            stored.StoreIn(new KubernetesSecretSink(new KubernetesSecretSinkProps
            {
                SecretName = "logfire",
                SecretNamespace = "shop",
                Key = "LOGFIRE_TOKEN",
            }));
            stored.StoreIn(new GithubActionsSecretSink(new GithubActionsSecretSinkProps { Repository = "shop", SecretName = "LOGFIRE_TOKEN" }));
            // end
        }
        {
            var stack = Given.StackOf(app, "environment");
            // example: environment
            var shop = new LogfireProjectWithToken(stack, "Web");
            var environment = LogfireEnvironment.ForToken(shop.Token, new LogfireEnvironmentOptions
            {
                ServiceName = "web",
                DeploymentEnvironment = "production",
            });

            var lambda = environment.ToLambdaVariables();
            var ecs = environment.ToEcs(new Dictionary<string, string>
            {
                ["LOGFIRE_TOKEN"] = "arn:aws:ssm:eu-west-1:111122223333:parameter/web/logfire-token",
            });
            var env = environment.ToKubernetesEnv("logfire", "LOGFIRE_TOKEN");
            var collector = environment.ToCollectorExporters(); // YAML, with ${env:LOGFIRE_TOKEN} in place of the token
            // end
        }
        {
            var stack = Given.StackOf(app, "own-sink");
            // example: own-sink
            var queries = new LogfireReadToken(stack, "Queries", new LogfireReadTokenProps { Project = new LogfireProject(stack, "Billing") });
            queries.StoreIn(new OutputSink());
            // end
        }
        {
            var stack = Given.StackOf(app, "service");
            // example: service
            var service = new LogfireRotatingWriteToken(stack, "Service", new LogfireRotatingWriteTokenProps
            {
                Project = new LogfireProject(stack, "Api"),
                Rotation = TokenRotation.Every(Duration.Days(30)),
                Expiry = TokenExpiry.After(Duration.Days(90)),
            });
            service.StoreIn(new AwsSsmParameterSink(new AwsSsmParameterSinkProps
            {
                ParameterName = "/api/logfire-token",
                WriteOnly = true,
            }));
            // end
        }
        {
            var stack = Given.StackOf(app, "job");
            // example: job
            var nightly = new LogfireWriteToken(stack, "Nightly", new LogfireWriteTokenProps
            {
                Project = new LogfireProject(stack, "Reports"),
                Rotation = TokenRotation.Every(Duration.Days(7)),
                Expiry = TokenExpiry.After(Duration.Days(14)),
            });
            nightly.StoreIn(new GithubActionsSecretSink(new GithubActionsSecretSinkProps
            {
                Repository = "reports",
                SecretName = "LOGFIRE_TOKEN",
            }));
            // end
        }
        {
            var stack = Given.StackOf(app, "migration");
            // example: migration
            var move = new LogfireProjectMigration(stack, "Move", new LogfireProjectMigrationProps
            {
                FromToken = new LogfireWriteToken(stack, "OldToken", new LogfireWriteTokenProps { Project = new LogfireProject(stack, "Old") }),
                ToToken = new LogfireWriteToken(stack, "NewToken", new LogfireWriteTokenProps { Project = new LogfireProject(stack, "New") }),
                Phase = MigrationPhase.DUAL_WRITE, // PREPARE, DUAL_WRITE, DONE
            });
            move.StoreIn(new AwsSecretsManagerSink(new AwsSecretsManagerSinkProps { ExistingSecretId = "web/logfire" }));
            // end
        }
    }
}
