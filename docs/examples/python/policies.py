from cdktf import App, TerraformStack
from cdktf_logfire import (
    ApiScope, Duration, LeastPrivilegeScopes, LogfireInventory, LogfirePolicies, LogfireProjectWithToken, LogfireProvider, RequireRunbook,
    RequireTokenExpiry, TokenExpiry,
)
from given import given_project, stack_of
from own_policy import ProjectsArePrivate


def policies(outer: App) -> None:
    stack_of(outer, "recommended")
    # example: recommended
    app = App()
    stack = TerraformStack(app, "shop")
    LogfireProvider(stack, "Logfire")
    LogfireProjectWithToken(stack, "Shop")

    LogfirePolicies.recommended().apply_to(app)  # at the end, after the last stack
    app.synth()
    # end

    stack = stack_of(outer, "stricter")
    # example: stricter
    LogfirePolicies.of([
        RequireTokenExpiry(max_lifetime=Duration.days(90), latest="2030-01-01T00:00:00Z"),
        LeastPrivilegeScopes(allowed=[*ApiScope.ingest(), *ApiScope.query()]),
        RequireRunbook(),
    ]).apply_to(stack)
    # end
    LogfirePolicies.of([ProjectsArePrivate()])

    stack = stack_of(outer, "suppression")
    project = given_project(stack)
    # example: suppression
    token = project.add_write_token("Device", expiry=TokenExpiry.never("burned into devices"))

    LogfirePolicies.suppress(token, "RequireTokenExpiry", "devices cannot be updated; agreed with security")
    # end

    stack = stack_of(outer, "inventory")
    # example: inventory
    LogfireInventory.write_for(stack)  # or an app
    # end
