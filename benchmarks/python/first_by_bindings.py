from cdktf import TerraformElement, TerraformOutput, TerraformResource, TerraformResourceLifecycle, TerraformStack
from cdktf_logfire.l1 import LogfireProvider, Project, WriteToken
from constructs import Construct


def describe(stack: TerraformStack, count: int) -> None:
    LogfireProvider(stack, "Logfire")
    for index in range(count):
        describe_project(stack, index)


def describe_project(stack: TerraformStack, index: int) -> None:
    """A project, a token with a fixed end and a warning before it, and their outputs."""
    scope = Construct(stack, f"Shop{index}")
    project = Project(
        Construct(scope, "Project"), "Resource",
        name=f"app-shop{index}", visibility="public", lifecycle=TerraformResourceLifecycle(prevent_destroy=True),
    )
    token_scope = Construct(scope, "Token")
    anchor = TerraformResource(
        token_scope, "Anchor", terraform_resource_type="terraform_data", lifecycle=TerraformResourceLifecycle(ignore_changes=["input"]),
    )
    anchor.add_override("input", '${timeadd(plantimestamp(), "8760h")}')
    anchor.add_override("triggers_replace", ["8760h"])
    token = WriteToken(
        token_scope, "Resource",
        project_id=project.id,
        expires_at=anchor.get_string_attribute("input"),
        lifecycle=TerraformResourceLifecycle(
            create_before_destroy=True, replace_triggered_by=[f"terraform_data.{anchor.friendly_unique_id}"],
        ),
    )
    address = f"logfire_write_token.{token.friendly_unique_id}"
    check = TerraformElement(token_scope, "ExpiryCheck")
    stack.add_override(f"check.{check.friendly_unique_id}.assert", [{
        "condition": f'${{timecmp(timeadd(plantimestamp(), "720h"), {address}.expires_at) < 0}}',
        "error_message": f"The token app/Shop{index}/Token expires at ${{{address}.expires_at}}, less than 30d from now; "
                         "add a rotation, TokenRotation.manual(1), to replace it.",
    }])
    secret = TerraformOutput(
        scope, "TokenOutput", value=f"${{sensitive({address}.token)}}", description=f"Write token of app/Shop{index}", sensitive=True,
    )
    secret.override_logical_id(f"shop{index}_token")
    expiry = TerraformOutput(scope, "TokenExpiryOutput", value=token.expires_at, description=f"Expiration of the write token of app/Shop{index}")
    expiry.override_logical_id(f"shop{index}_token_expires_at")
