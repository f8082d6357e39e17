from cdktf import App, TerraformStack
from cdktf_logfire import LogfireProjectWithToken, LogfireProvider

app = App()
stack = TerraformStack(app, "quickstart")

# The key comes from LOGFIRE_API_KEY at plan and apply.
LogfireProvider(stack, "Logfire")

# A project `quickstart-shop`, a token that expires after a year, a sensitive output `shop_token`.
LogfireProjectWithToken(
    stack, "Shop",
    # For a trial: without this, `terraform destroy` fails.
    deletion_protection=False,
)

app.synth()
