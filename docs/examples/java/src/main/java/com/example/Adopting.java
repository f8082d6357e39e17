package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;

final class Adopting {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "import");
      // example: import
      LogfireProject.Builder.create(stack, "Shop")
          .projectName("shop")
          .importFrom(ProjectImportId.byName("acme", "shop"))
          .build();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "stored");
      // example: stored
      TerraformVariable kept = TerraformVariable.Builder.create(stack, "shop_token").type("string").sensitive(true).build();
      ILogfireIngestCredential token = LogfireWriteToken.fromSecret(stack, "Kept", SecretValue.fromVariable(kept));
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "existing");
      // example: existing
      ILogfireProject project = LogfireProject.fromProjectId(stack, "Shop", "00000000-0000-4000-8000-000000000001");
      project.addReadToken("Audit");
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "keep-address");
      // example: keep-address
      LogfireProject project = LogfireProject.Builder.create(stack, "Shop").projectName("shop").build();
      project.getResource().overrideLogicalId("shop");
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "move-address");
      // example: move-address
      LogfireProject project = LogfireProject.Builder.create(stack, "Shop").projectName("shop").build();
      project.getResource().moveFromId("logfire_project.shop");
      // end
    }
  }

  private Adopting() {}
}
