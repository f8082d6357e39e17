package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;

public final class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "app");
    LogfireProvider.Builder.create(stack, "Logfire").build();
    LogfireSlo.Builder.create(stack, "Slo")
        .project(new LogfireProject(stack, "Shop"))
        .sloScope(SloScope.service("shop"))
        .sli(Sli.availability())
        .targetPercent(100)
        .routing(SloRouting.unmanaged())
        .build();
    app.synth();
  }
}
