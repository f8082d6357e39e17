from cdktf import App, TerraformOutput, TerraformVariable
from cdktf_logfire import (
    Duration, LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireRegion, LogfireRotatingWriteToken, ProjectImportId,
    ProjectVisibility, SecretValue, TerraformExpression, TokenExpiry, TokenRotation,
)
from given import given_project, stack_of


def basics(app: App) -> None:
    """Also of projects and tokens."""
    import quickstart  # noqa: F401

    stack = stack_of(app, "expiry")
    project = given_project(stack)
    # example: expiry
    project.add_write_token("Year")  # TokenExpiry.after(Duration.days(365))
    project.add_write_token("Quarter", expiry=TokenExpiry.after(Duration.days(90)), warn_before=Duration.days(14))
    project.add_read_token("Audit", expiry=TokenExpiry.at("2027-03-31T00:00:00Z"))
    project.add_write_token("Device", expiry=TokenExpiry.never("burned into devices that cannot be updated"))
    # end

    stack = stack_of(app, "rotation")
    project = given_project(stack)
    # example: rotation
    project.add_write_token("ByHand", rotation=TokenRotation.manual(1))  # raise the number for a new token
    project.add_write_token("Monthly", rotation=TokenRotation.every(Duration.days(30)))  # at the first apply of each period
    # end

    stack = stack_of(app, "deploy")
    project = given_project(stack)
    # example: deploy
    token = LogfireRotatingWriteToken(stack, "Deploy", project=project, rotation=TokenRotation.every(Duration.days(30)))
    TerraformOutput(stack, "deploy_token", value=token.token_value, sensitive=True)
    # end

    stack = stack_of(app, "otlp-environment")
    # example: otlp-environment
    shop = LogfireProjectWithToken(stack, "Shop", service_name="shop", deployment_environment="production")
    environment = shop.otlp_environment  # OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, ...
    # end
    assert "OTEL_EXPORTER_OTLP_ENDPOINT" in environment

    stack = stack_of(app, "provider")
    # example: provider
    key = TerraformVariable(stack, "logfire_key", type="string", sensitive=True)
    LogfireProvider(stack, "Eu", alias="eu", region=LogfireRegion.EU, api_key=SecretValue.from_variable(key))
    # end

    stack = stack_of(app, "project")
    # example: project
    LogfireProject(
        stack, "Shop",
        project_name="shop",
        description="Sells things",
        visibility=ProjectVisibility.PRIVATE,
        import_from=ProjectImportId.by_name("acme", "shop"),  # imports the existing project
    )
    billing = LogfireProject.from_project_id(stack, "Billing", "00000000-0000-4000-8000-000000000001")  # creates no project
    billing.add_write_token("Token")
    # end

    stack = stack_of(app, "text")
    # example: text
    LogfireProject(stack, "Shop", description="Costs ${amount}")  # not a template
    LogfireProject(stack, "Till", description=TerraformExpression.raw("upper(terraform.workspace)"))
    # end

    stack = stack_of(app, "resource")
    # example: resource
    project = LogfireProject(stack, "Shop")
    project.resource.override_logical_id("shop")  # keeps the address of an existing resource
    # end
