import json
import pathlib
import tempfile

import jsii
from cdktf import App, TerraformStack
from cdktf_logfire import (
    ApiScope,
    DashboardDefinition,
    Duration,
    GatewayLimits,
    ILogfireProjectRef,
    ISecretSink,
    LogfireApiKey,
    LogfireDashboard,
    LogfireEnvironment,
    LogfirePolicy,
    LogfireProject,
    LogfireProvider,
    LogfireSchedule,
    LogfireWriteToken,
    OfficeHours,
    Timezone,
    TokenExpiry,
    TokenRotation,
    Weekday,
)
from constructs import Construct

app = App()
stack = TerraformStack(app, "callers")
LogfireProvider(stack, "Logfire")
project = LogfireProject(stack, "Shop", description=None)


def rejects(text, call):
    try:
        call()
    except Exception as error:
        if text in str(error):
            return
        raise
    raise SystemExit(f"not rejected: {text}")


@jsii.implements(ISecretSink)
class MySink:
    def __init__(self, kind):
        self._kind = kind

    @property
    def kind(self):
        return self._kind

    def store(self, scope, *, value, version):
        Construct(scope, "Mine")


@jsii.implements(ILogfireProjectRef)
class MyProject(Construct):
    @property
    def project_id(self):
        return "00000000-0000-4000-8000-000000000001"


class MyPolicy(LogfirePolicy):
    def check(self, subject):
        pass


class TeamProject(LogfireProject):
    def __init__(self, scope, id, *, team):
        super().__init__(scope, id, project_name=team)


def display_of(definition):
    with tempfile.TemporaryDirectory() as outdir:
        other = App(outdir=outdir)
        dashboards = TerraformStack(other, "dashboards")
        LogfireProvider(dashboards, "Logfire")
        LogfireDashboard(dashboards, "Dashboard", project=LogfireProject(dashboards, "Shop"), definition=definition)
        other.synth()
        synthesized = json.loads(pathlib.Path(outdir, "stacks", "dashboards", "cdk.tf.json").read_text())
    (dashboard,) = synthesized["resource"]["logfire_dashboard"].values()
    return json.loads(dashboard["definition"])["spec"]["display"]


# What Python's own types do not stop.
rejects("callers: id must be a string that is not blank", lambda: LogfireProject(stack, ""))
rejects("got a LogfireReadToken; pass a LogfireIngestKey", lambda: LogfireEnvironment.for_token(project.add_read_token("Read")))
rejects("sink.kind must be a string", lambda: project.add_write_token("Bad").store_in(MySink(5)))

# What is legal arrives as the library expects it.
token = project.add_write_token(
    "Token",
    expiry=TokenExpiry.after(Duration.days(90.0)),
    rotation=TokenRotation.every(Duration.days(30)),
    warn_before=None,
)
token.store_in(MySink("mine"))
LogfireApiKey(
    stack,
    "Key",
    project=project,
    scopes=[ApiScope.PROJECT_GATEWAY_PROXY],
    gateway=GatewayLimits(daily_limit_usd=5),
)
LogfireSchedule.office_hours(
    stack,
    "Hours",
    timezone=Timezone.of("Europe/Berlin"),
    hours=OfficeHours(days=[Weekday.MONDAY], start="09:00"),
)
LogfireWriteToken(stack, "Theirs", project=MyProject(stack, "Mine"))
TeamProject(stack, "Team", team="web-team")
MyPolicy("MyPolicy").apply_to(stack)
app.synth()

# jsii drops None in dictionaries, as the documentation of from_object says. JSON keeps it.
document = {"kind": "Dashboard", "spec": {"display": {"name": "Shop", "description": None}}}
assert display_of(DashboardDefinition.from_object(document)) == {"name": "Shop"}
assert display_of(DashboardDefinition.from_json(json.dumps(document))) == {"name": "Shop", "description": None}
