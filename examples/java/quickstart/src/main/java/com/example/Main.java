package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.LogfireProjectWithToken;
import io.github.cdktflogfire.LogfireProvider;

public final class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "quickstart");

    // The key comes from LOGFIRE_API_KEY at plan and apply.
    LogfireProvider.Builder.create(stack, "Logfire").build();

    // A project `quickstart-shop`, a token that expires after a year, a sensitive output `shop_token`.
    LogfireProjectWithToken.Builder.create(stack, "Shop")
        .deletionProtection(false) // For a trial: without this, `terraform destroy` fails.
        .build();

    app.synth();
  }
}
