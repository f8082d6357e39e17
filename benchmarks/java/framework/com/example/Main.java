package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.TerraformStack;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

public final class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "app");
    stack.addOverride("terraform.required_providers.logfire", Map.of("source", "pydantic/logfire", "version", "~> 0.2"));
    stack.addOverride("provider.logfire", List.of(Map.of()));
    TerraformResource project = TerraformResource.Builder.create(new Construct(stack, "Shop"), "Resource")
        .terraformResourceType("logfire_project")
        .lifecycle(TerraformResourceLifecycle.builder().preventDestroy(true).build())
        .build();
    project.addOverride("name", "app-shop");
    project.addOverride("visibility", "public");
    app.synth();
  }
}
