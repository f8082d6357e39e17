from cdktf import App, TerraformStack
from cdktf_logfire import LogfireProjectWithToken, LogfireProvider, LogfireReview
from given import stack_of


def review(outer: App) -> None:
    stack_of(outer, "review-page")
    # example: review-page
    app = App()
    stack = TerraformStack(app, "till")
    LogfireProvider(stack, "Logfire")
    LogfireProjectWithToken(stack, "Shop")

    LogfireReview.write_for(app)  # at the end, after the last stack
    app.synth()
    # end

    stack = stack_of(outer, "review-stack")
    # example: review-stack
    LogfireReview.write_for(stack, file_name="shop.html")
    # end
