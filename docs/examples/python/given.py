"""What the examples use and do not make themselves."""
from cdktf import App, TerraformStack, TerraformVariable
from cdktf_logfire import Delivery, ILogfireChannel, ILogfireProject, LogfireChannel, LogfireProject


def stack_of(app: App, example: str) -> TerraformStack:
    return TerraformStack(app, example)


def given_project(stack: TerraformStack) -> ILogfireProject:
    return LogfireProject.from_project_id(stack, "GivenProject", "00000000-0000-4000-8000-000000000001")


def given_pager(stack: TerraformStack) -> ILogfireChannel:
    return LogfireChannel.from_channel_id(stack, "GivenPager", "00000000-0000-4000-8000-000000000002")


def given_slack(stack: TerraformStack) -> ILogfireChannel:
    return LogfireChannel.from_channel_id(stack, "GivenSlack", "00000000-0000-4000-8000-000000000003")


def given_notify(stack: TerraformStack) -> list[Delivery]:
    return [Delivery.to(given_slack(stack))]


def given_variable(stack: TerraformStack) -> TerraformVariable:
    return TerraformVariable(stack, "given", type="string", sensitive=True)
