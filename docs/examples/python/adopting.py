from cdktf import App, TerraformVariable
from cdktf_logfire import LogfireProject, LogfireWriteToken, ProjectImportId, SecretValue
from given import stack_of


def adopting(app: App) -> None:
    stack = stack_of(app, "import")
    # example: import
    LogfireProject(stack, "Shop", project_name="shop", import_from=ProjectImportId.by_name("acme", "shop"))
    # end

    stack = stack_of(app, "stored")
    # example: stored
    kept = TerraformVariable(stack, "shop_token", type="string", sensitive=True)
    token = LogfireWriteToken.from_secret(stack, "Kept", SecretValue.from_variable(kept))
    # end
    assert token.token_value

    stack = stack_of(app, "existing")
    # example: existing
    project = LogfireProject.from_project_id(stack, "Shop", "00000000-0000-4000-8000-000000000001")
    project.add_read_token("Audit")
    # end

    stack = stack_of(app, "keep-address")
    # example: keep-address
    project = LogfireProject(stack, "Shop", project_name="shop")
    project.resource.override_logical_id("shop")
    # end

    stack = stack_of(app, "move-address")
    # example: move-address
    project = LogfireProject(stack, "Shop", project_name="shop")
    project.resource.move_from_id("logfire_project.shop")
    # end
