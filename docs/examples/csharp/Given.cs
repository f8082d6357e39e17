using CdktfLogfire;
using HashiCorp.Cdktf;

namespace Guides;

/// <summary>What the examples use and do not make themselves.</summary>
static class Given
{
    public static TerraformStack StackOf(App app, string example)
    {
        return new TerraformStack(app, example);
    }

    public static ILogfireProject Project(TerraformStack stack)
    {
        return LogfireProject.FromProjectId(stack, "GivenProject", "00000000-0000-4000-8000-000000000001");
    }

    public static ILogfireChannel Pager(TerraformStack stack)
    {
        return LogfireChannel.FromChannelId(stack, "GivenPager", "00000000-0000-4000-8000-000000000002");
    }

    public static ILogfireChannel Slack(TerraformStack stack)
    {
        return LogfireChannel.FromChannelId(stack, "GivenSlack", "00000000-0000-4000-8000-000000000003");
    }

    public static Delivery[] Deliveries(TerraformStack stack)
    {
        return new[] { Delivery.To(Slack(stack)) };
    }

    public static TerraformVariable Variable(TerraformStack stack)
    {
        return new TerraformVariable(stack, "given", new TerraformVariableConfig { Type = "string", Sensitive = true });
    }
}
