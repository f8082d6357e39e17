package com.example;

// example: quickstart
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.LogfireProjectWithToken;
import io.github.cdktflogfire.LogfireProvider;

public class Quickstart {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "quickstart");

    LogfireProvider.Builder.create(stack, "Logfire").build(); // the key comes from LOGFIRE_API_KEY
    LogfireProjectWithToken.Builder.create(stack, "Shop").build();

    app.synth();
  }
}
// end
