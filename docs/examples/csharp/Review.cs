using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

static class Review
{
    public static void Run(App outer)
    {
        {
            Given.StackOf(outer, "review-page");
            // example: review-page
            var app = new App();
            var stack = new TerraformStack(app, "till");
            new LogfireProvider(stack, "Logfire");
            new LogfireProjectWithToken(stack, "Shop");

            LogfireReview.WriteFor(app); // at the end, after the last stack
            app.Synth();
            // end
        }
        {
            var stack = Given.StackOf(outer, "review-stack");
            // example: review-stack
            LogfireReview.WriteFor(stack, new LogfireReviewOptions { FileName = "shop.html" });
            // end
        }
    }
}
