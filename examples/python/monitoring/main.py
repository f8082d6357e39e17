from cdktf import App, TerraformStack, TerraformVariable
from cdktf_logfire import (
    Delivery, DeploymentEnvironments, LogfireMonitoring, LogfirePagerDutyChannel, LogfireProject, LogfireProvider, LogfireSchedule,
    LogfireSlackWebhookChannel, NotificationRouting, SecretValue, Timezone,
)

app = App()
stack = TerraformStack(app, "monitoring")

# The key comes from LOGFIRE_API_KEY at plan and apply.
LogfireProvider(stack, "Logfire")

# For a trial: without `deletion_protection=False`, `terraform destroy` fails.
shop = LogfireProject(stack, "Shop", deletion_protection=False)


# You pass both secrets at apply, as TF_VAR_slack_url and TF_VAR_routing_key, so neither is in the program.
def secret(name: str) -> SecretValue:
    return SecretValue.from_variable(TerraformVariable(stack, name, type="string", sensitive=True))


slack = LogfireSlackWebhookChannel(stack, "Slack", url=secret("slack_url"))
pager = LogfirePagerDutyChannel(stack, "OnCall", routing_key=secret("routing_key"))
office_hours = LogfireSchedule.office_hours(stack, "OfficeHours", timezone=Timezone.of("Europe/Berlin"))

monitoring = LogfireMonitoring(
    stack, "Monitoring",
    # Production pages. The alerts of the others go to the deliveries for information.
    environments=DeploymentEnvironments.in_project(shop, ["production", "staging", "testing"]),
    routing=NotificationRouting.by_severity(
        critical=[Delivery.to(pager)],
        warning=[Delivery.to(slack).during(office_hours)],
        info=[Delivery.to(slack).during(office_hours)],
    ),
    runbook_base_url="https://runbooks.example.com",
    owner="Team Checkout",
)

monitoring.monitor_service("Checkout", service_name="checkout", slo={"target_percent": 99.9})
monitoring.monitor_service("Mailer", service_name="mailer", latency={"warning": {"above_seconds": 30}})
monitoring.monitor_ai("Assistant", service_name="assistant", spend={"warning": {"above_usd": 50}})
monitoring.monitor_host("Web", host_name="web-1")

app.synth()
