package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.LogfireProject;
import io.github.cdktflogfire.LogfireProvider;

public final class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "app");
    new LogfireProvider(stack, "Logfire");
    new LogfireProject(stack, "Shop");
    app.synth();
  }
}
