# example: quickstart
from cdktf import App, TerraformStack
from cdktf_logfire import LogfireProjectWithToken, LogfireProvider

app = App()
stack = TerraformStack(app, "quickstart")

LogfireProvider(stack, "Logfire")  # the key comes from LOGFIRE_API_KEY
LogfireProjectWithToken(stack, "Shop")

app.synth()
# end
