# example: own-sink
import jsii
from cdktf import TerraformOutput
from cdktf_logfire import ISecretSink
from constructs import Construct


@jsii.implements(ISecretSink)
class OutputSink:
    @property
    def kind(self) -> str:
        return "output"

    def store(self, scope: Construct, *, value: str, version: float) -> None:
        TerraformOutput(scope, "Output", value=value, sensitive=True)
# end


from cdktf import App
from cdktf_logfire import (
    AwsSecretsManagerSink, AwsSsmParameterSink, Duration, GithubActionsSecretSink, KubernetesSecretSink, LogfireEnvironment, LogfireProject,
    LogfireProjectMigration, LogfireProjectWithToken, LogfireReadToken, LogfireRotatingWriteToken, LogfireSinkProvider, LogfireWriteToken,
    MigrationPhase, SecretValue, TokenExpiry, TokenRotation,
)
from given import given_variable, stack_of


def secrets(app: App) -> None:
    stack = stack_of(app, "sink-provider")
    # example: sink-provider
    LogfireSinkProvider(stack, "Aws", source="hashicorp/aws", configuration={"region": "eu-west-1"})
    shop = LogfireProject(stack, "Web")
    shop.add_write_token("Token").store_in(AwsSsmParameterSink(parameter_name="/web/logfire-token", write_only=True))
    # end

    stack = stack_of(app, "sink")
    # example: sink
    project = LogfireProject(stack, "Shop")
    token = LogfireWriteToken(stack, "Token", project=project)
    token.store_in(AwsSecretsManagerSink(secret_name="shop/logfire", write_only=True))
    # end

    stack = stack_of(app, "stored-sinks")
    variable = given_variable(stack)
    # example: stored-sinks
    stored = LogfireWriteToken.from_secret(stack, "Stored", SecretValue.from_variable(variable))
    stored.store_in(KubernetesSecretSink(secret_name="logfire", secret_namespace="shop", key="LOGFIRE_TOKEN"))
    stored.store_in(GithubActionsSecretSink(repository="shop", secret_name="LOGFIRE_TOKEN"))
    # end

    stack = stack_of(app, "environment")
    # example: environment
    shop = LogfireProjectWithToken(stack, "Web")
    environment = LogfireEnvironment.for_token(shop.token, service_name="web", deployment_environment="production")

    for_lambda = environment.to_lambda_variables()
    ecs = environment.to_ecs({"LOGFIRE_TOKEN": "arn:aws:ssm:eu-west-1:111122223333:parameter/web/logfire-token"})
    env = environment.to_kubernetes_env("logfire", "LOGFIRE_TOKEN")
    collector = environment.to_collector_exporters()  # YAML, with ${env:LOGFIRE_TOKEN} in place of the token
    # end
    assert for_lambda and ecs and env and collector

    stack = stack_of(app, "own-sink")
    # example: own-sink
    queries = LogfireReadToken(stack, "Queries", project=LogfireProject(stack, "Billing"))
    queries.store_in(OutputSink())
    # end

    stack = stack_of(app, "service")
    # example: service
    service = LogfireRotatingWriteToken(
        stack, "Service",
        project=LogfireProject(stack, "Api"),
        rotation=TokenRotation.every(Duration.days(30)),
        expiry=TokenExpiry.after(Duration.days(90)),
    )
    service.store_in(AwsSsmParameterSink(parameter_name="/api/logfire-token", write_only=True))
    # end

    stack = stack_of(app, "job")
    # example: job
    nightly = LogfireWriteToken(
        stack, "Nightly",
        project=LogfireProject(stack, "Reports"),
        rotation=TokenRotation.every(Duration.days(7)),
        expiry=TokenExpiry.after(Duration.days(14)),
    )
    nightly.store_in(GithubActionsSecretSink(repository="reports", secret_name="LOGFIRE_TOKEN"))
    # end

    stack = stack_of(app, "migration")
    # example: migration
    move = LogfireProjectMigration(
        stack, "Move",
        from_token=LogfireWriteToken(stack, "OldToken", project=LogfireProject(stack, "Old")),
        to_token=LogfireWriteToken(stack, "NewToken", project=LogfireProject(stack, "New")),
        phase=MigrationPhase.DUAL_WRITE,  # PREPARE, DUAL_WRITE, DONE
    )
    move.store_in(AwsSecretsManagerSink(existing_secret_id="web/logfire"))
    # end
