package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;
import java.util.ArrayList;
import java.util.List;

final class Policies {
  static void run(App outer) {
    {
      Given.stackOf(outer, "recommended");
      // example: recommended
      App app = new App();
      TerraformStack stack = new TerraformStack(app, "shop");
      LogfireProvider.Builder.create(stack, "Logfire").build();
      LogfireProjectWithToken.Builder.create(stack, "Shop").build();

      LogfirePolicies.recommended().applyTo(app); // at the end, after the last stack
      app.synth();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(outer, "stricter");
      // example: stricter
      List<ApiScope> scopes = new ArrayList<>(ApiScope.ingest());
      scopes.addAll(ApiScope.query());
      LogfirePolicies.of(List.of(
          RequireTokenExpiry.Builder.create().maxLifetime(Duration.days(90)).latest("2030-01-01T00:00:00Z").build(),
          LeastPrivilegeScopes.Builder.create().allowed(scopes).build(),
          new RequireRunbook()
      )).applyTo(stack);
      // end
      LogfirePolicies.of(List.of(new ProjectsArePrivate()));
    }
    {
      TerraformStack stack = Given.stackOf(outer, "suppression");
      ILogfireProject project = Given.project(stack);
      // example: suppression
      LogfireWriteToken token = project.addWriteToken("Device", TokenOptions.builder()
          .expiry(TokenExpiry.never("burned into devices"))
          .build());

      LogfirePolicies.suppress(token, "RequireTokenExpiry", "devices cannot be updated; agreed with security");
      // end
    }
    {
      TerraformStack stack = Given.stackOf(outer, "inventory");
      // example: inventory
      LogfireInventory.writeFor(stack); // or an app
      // end
    }
  }

  private Policies() {}
}
