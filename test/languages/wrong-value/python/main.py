from cdktf import App, TerraformStack
from cdktf_logfire import LogfireProject, LogfireProvider, LogfireSlo, Sli, SloRouting, SloScope

app = App()
stack = TerraformStack(app, "app")
LogfireProvider(stack, "Logfire")
LogfireSlo(
    stack,
    "Slo",
    project=LogfireProject(stack, "Shop"),
    slo_scope=SloScope.service("shop"),
    sli=Sli.availability(),
    target_percent=100,
    routing=SloRouting.unmanaged(),
)
app.synth()
