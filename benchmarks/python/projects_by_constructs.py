from cdktf import TerraformStack
from cdktf_logfire import LogfireProject, LogfireProvider


def describe(stack: TerraformStack, count: int) -> None:
    LogfireProvider(stack, "Logfire")
    for index in range(count):
        LogfireProject(stack, f"Shop{index}")
