from cdktf import TerraformResourceLifecycle, TerraformStack
from cdktf_logfire.l1 import LogfireProvider, Project
from constructs import Construct


def describe(stack: TerraformStack, count: int) -> None:
    LogfireProvider(stack, "Logfire")
    for index in range(count):
        Project(
            Construct(stack, f"Shop{index}"), "Resource",
            name=f"app-shop{index}", visibility="public", lifecycle=TerraformResourceLifecycle(prevent_destroy=True),
        )
