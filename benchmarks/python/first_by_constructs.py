from cdktf import TerraformStack
from cdktf_logfire import LogfireProjectWithToken, LogfireProvider


def describe(stack: TerraformStack, count: int) -> None:
    LogfireProvider(stack, "Logfire")
    for index in range(count):
        LogfireProjectWithToken(stack, f"Shop{index}")
