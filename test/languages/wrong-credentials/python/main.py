import sys
from typing import Any

from cdktf import App, TerraformStack
from cdktf_logfire import ApiScope, LogfireApiKey, LogfireEnvironment, LogfireFrontendApplication, LogfireProject, LogfireProvider

app = App()
stack = TerraformStack(app, "wrong")
LogfireProvider(stack, "Logfire")
project = LogfireProject(stack, "Shop")
web = LogfireFrontendApplication(stack, "Web", project=project)

write_token = project.add_write_token("Write")
read_token = project.add_read_token("Read")
frontend_token = web.add_token("Frontend")
api_key = LogfireApiKey(stack, "Key", project=project, scopes=ApiScope.query())

rejections = []


def environment_for(credential: Any) -> None:
    try:
        LogfireEnvironment.for_token(credential)
    except Exception as error:
        rejections.append(f"rejected: {type(error).__name__}: {error}")


environment_for(write_token)
environment_for(read_token)  # wrong: LogfireReadToken
environment_for(frontend_token)  # wrong: LogfireFrontendToken
environment_for(api_key)  # wrong: LogfireApiKey

if rejections:
    sys.exit("\n".join(rejections))
app.synth()
