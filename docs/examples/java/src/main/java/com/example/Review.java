package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;

final class Review {
  static void run(App outer) {
    {
      Given.stackOf(outer, "review-page");
      // example: review-page
      App app = new App();
      TerraformStack stack = new TerraformStack(app, "till");
      LogfireProvider.Builder.create(stack, "Logfire").build();
      LogfireProjectWithToken.Builder.create(stack, "Shop").build();

      LogfireReview.writeFor(app); // at the end, after the last stack
      app.synth();
      // end
    }
    {
      TerraformStack stack = Given.stackOf(outer, "review-stack");
      // example: review-stack
      LogfireReview.writeFor(stack, LogfireReviewOptions.builder().fileName("shop.html").build());
      // end
    }
  }

  private Review() {}
}
