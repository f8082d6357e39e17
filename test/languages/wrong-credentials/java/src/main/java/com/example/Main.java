package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktflogfire.*;

public final class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "wrong");
    LogfireProvider.Builder.create(stack, "Logfire").build();
    LogfireProject project = LogfireProject.Builder.create(stack, "Shop").build();
    LogfireFrontendApplication web = LogfireFrontendApplication.Builder.create(stack, "Web").project(project).build();

    LogfireWriteToken writeToken = project.addWriteToken("Write");
    LogfireReadToken readToken = project.addReadToken("Read");
    LogfireFrontendToken frontendToken = web.addToken("Frontend");
    LogfireApiKey apiKey = LogfireApiKey.Builder.create(stack, "Key").project(project).scopes(ApiScope.query()).build();

    LogfireEnvironment.forToken(writeToken);
    LogfireEnvironment.forToken(readToken); // wrong: LogfireReadToken
    LogfireEnvironment.forToken(frontendToken); // wrong: LogfireFrontendToken
    LogfireEnvironment.forToken(apiKey); // wrong: LogfireApiKey

    app.synth();
  }
}
