package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.List;

/** What the examples use and do not make themselves. */
final class Given {
  static TerraformStack stackOf(App app, String example) {
    return new TerraformStack(app, example);
  }

  static ILogfireProject project(TerraformStack stack) {
    return LogfireProject.fromProjectId(stack, "GivenProject", "00000000-0000-4000-8000-000000000001");
  }

  static ILogfireChannel pager(TerraformStack stack) {
    return LogfireChannel.fromChannelId(stack, "GivenPager", "00000000-0000-4000-8000-000000000002");
  }

  static ILogfireChannel slack(TerraformStack stack) {
    return LogfireChannel.fromChannelId(stack, "GivenSlack", "00000000-0000-4000-8000-000000000003");
  }

  static List<Delivery> deliveries(TerraformStack stack) {
    return List.of(Delivery.to(slack(stack)));
  }

  static TerraformVariable variable(TerraformStack stack) {
    return TerraformVariable.Builder.create(stack, "given").type("string").sensitive(true).build();
  }

  private Given() {}
}
