from cdktf import App, TerraformVariable
from cdktf_logfire import (
    ApiScope, BedrockApi, Duration, FrontendReplacement, GatewayVendor, LogfireApiKey, LogfireEnvironment, LogfireFrontendApplication,
    LogfireGatewayApiKey, LogfireGatewayProvider, LogfireRotatingApiKey, SecretValue, TokenExpiry, TokenRotation,
)
from given import given_project, stack_of


def keys(app: App) -> None:
    stack = stack_of(app, "keys")
    project = given_project(stack)
    # example: keys
    collector = project.add_ingest_key("Collector", description="The collector in the cluster")
    environment = LogfireEnvironment.for_token(collector)  # an ingest key sends telemetry, as a write token does

    LogfireApiKey(
        stack, "Inventory",
        scopes=[ApiScope.ORGANIZATION_READ, ApiScope.ORGANIZATION_READ_MEMBER],
        expiry=TokenExpiry.after(Duration.days(90)),
    )

    LogfireRotatingApiKey(
        stack, "Reports",
        project=project,
        scopes=ApiScope.query(),
        rotation=TokenRotation.every(Duration.days(30)),
    )
    # end
    assert environment

    stack = stack_of(app, "gateway")
    project = given_project(stack)
    # example: gateway
    vendor_key = TerraformVariable(stack, "vendor_key", type="string", sensitive=True)

    LogfireGatewayProvider(stack, "Upstream", vendor=GatewayVendor.OPENAI, api_key=SecretValue.from_variable(vendor_key))
    LogfireGatewayProvider(
        stack, "Bedrock",
        vendor=GatewayVendor.bedrock(api=BedrockApi.RUNTIME, region="eu-west-1"),
        api_key=SecretValue.from_variable(vendor_key),
    )
    LogfireGatewayApiKey(stack, "Chat", project=project, daily_limit_usd=20, monthly_limit_usd=200)
    # end

    stack = stack_of(app, "frontend")
    project = given_project(stack)
    # example: frontend
    web = LogfireFrontendApplication(
        stack, "Web",
        project=project,
        application_name="web-shop",
        environment="production",
        replacement=FrontendReplacement.CREATE_FIRST,
    )
    web.add_token("Token2027")
    # end
