package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.List;

final class Keys {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "keys");
      ILogfireProject project = Given.project(stack);
      // example: keys
      LogfireIngestKey collector = project.addIngestKey("Collector", KeyOptions.builder().description("The collector in the cluster").build());
      LogfireEnvironment environment = LogfireEnvironment.forToken(collector); // an ingest key sends telemetry, as a write token does

      LogfireApiKey.Builder.create(stack, "Inventory")
          .scopes(List.of(ApiScope.ORGANIZATION_READ, ApiScope.ORGANIZATION_READ_MEMBER))
          .expiry(TokenExpiry.after(Duration.days(90)))
          .build();

      LogfireRotatingApiKey.Builder.create(stack, "Reports")
          .project(project)
          .scopes(ApiScope.query())
          .rotation(TokenRotation.every(Duration.days(30)))
          .build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "gateway");
      ILogfireProject project = Given.project(stack);
      // example: gateway
      TerraformVariable vendorKey = TerraformVariable.Builder.create(stack, "vendor_key").type("string").sensitive(true).build();

      LogfireGatewayProvider.Builder.create(stack, "Upstream")
          .vendor(GatewayVendor.OPENAI)
          .apiKey(SecretValue.fromVariable(vendorKey))
          .build();
      LogfireGatewayProvider.Builder.create(stack, "Bedrock")
          .vendor(GatewayVendor.bedrock(BedrockOptions.builder().api(BedrockApi.RUNTIME).region("eu-west-1").build()))
          .apiKey(SecretValue.fromVariable(vendorKey))
          .build();
      LogfireGatewayApiKey.Builder.create(stack, "Chat").project(project).dailyLimitUsd(20).monthlyLimitUsd(200).build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "frontend");
      ILogfireProject project = Given.project(stack);
      // example: frontend
      LogfireFrontendApplication web = LogfireFrontendApplication.Builder.create(stack, "Web")
          .project(project)
          .applicationName("web-shop")
          .environment("production")
          .replacement(FrontendReplacement.CREATE_FIRST)
          .build();
      web.addToken("Token2027");
      // end
    }
  }

  private Keys() {}
}
