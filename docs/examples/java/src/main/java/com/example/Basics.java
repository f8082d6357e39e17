package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.Map;

/** Also of projects and tokens. */
final class Basics {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "expiry");
      ILogfireProject project = Given.project(stack);
      // example: expiry
      project.addWriteToken("Year"); // TokenExpiry.after(Duration.days(365))
      project.addWriteToken("Quarter", TokenOptions.builder()
          .expiry(TokenExpiry.after(Duration.days(90)))
          .warnBefore(Duration.days(14))
          .build());
      project.addReadToken("Audit", TokenOptions.builder().expiry(TokenExpiry.at("2027-03-31T00:00:00Z")).build());
      project.addWriteToken("Device", TokenOptions.builder()
          .expiry(TokenExpiry.never("burned into devices that cannot be updated"))
          .build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "rotation");
      ILogfireProject project = Given.project(stack);
      // example: rotation
      project.addWriteToken("ByHand", TokenOptions.builder()
          .rotation(TokenRotation.manual(1)) // raise the number for a new token
          .build());
      project.addWriteToken("Monthly", TokenOptions.builder()
          .rotation(TokenRotation.every(Duration.days(30))) // at the first apply of each period
          .build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "deploy");
      ILogfireProject project = Given.project(stack);
      // example: deploy
      LogfireRotatingWriteToken token = LogfireRotatingWriteToken.Builder.create(stack, "Deploy")
          .project(project)
          .rotation(TokenRotation.every(Duration.days(30)))
          .build();
      TerraformOutput.Builder.create(stack, "deploy_token").value(token.getTokenValue()).sensitive(true).build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "otlp-environment");
      // example: otlp-environment
      LogfireProjectWithToken shop = LogfireProjectWithToken.Builder.create(stack, "Shop")
          .serviceName("shop")
          .deploymentEnvironment("production")
          .build();
      Map<String, String> environment = shop.getOtlpEnvironment(); // OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, ...
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "provider");
      // example: provider
      TerraformVariable key = TerraformVariable.Builder.create(stack, "logfire_key").type("string").sensitive(true).build();
      LogfireProvider.Builder.create(stack, "Eu")
          .alias("eu")
          .region(LogfireRegion.EU)
          .apiKey(SecretValue.fromVariable(key))
          .build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "project");
      // example: project
      LogfireProject.Builder.create(stack, "Shop")
          .projectName("shop")
          .description("Sells things")
          .visibility(ProjectVisibility.PRIVATE)
          .importFrom(ProjectImportId.byName("acme", "shop")) // imports the existing project
          .build();
      // creates no project
      ILogfireProject billing = LogfireProject.fromProjectId(stack, "Billing", "00000000-0000-4000-8000-000000000001");
      billing.addWriteToken("Token");
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "text");
      // example: text
      LogfireProject.Builder.create(stack, "Shop").description("Costs ${amount}").build(); // not a template
      LogfireProject.Builder.create(stack, "Till").description(TerraformExpression.raw("upper(terraform.workspace)")).build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "resource");
      // example: resource
      LogfireProject project = LogfireProject.Builder.create(stack, "Shop").build();
      project.getResource().overrideLogicalId("shop"); // keeps the address of an existing resource
      // end
    }
  }

  private Basics() {}
}
