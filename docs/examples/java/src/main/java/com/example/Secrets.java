package com.example;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import io.github.cdktflogfire.*;
import java.util.List;
import java.util.Map;

final class Secrets {
  static void run(App app) {
    {
      TerraformStack stack = Given.stackOf(app, "sink-provider");
      // example: sink-provider
      LogfireSinkProvider.Builder.create(stack, "Aws").source("hashicorp/aws").configuration(Map.of("region", "eu-west-1")).build();
      LogfireProject shop = LogfireProject.Builder.create(stack, "Web").build();
      shop.addWriteToken("Token").storeIn(AwsSsmParameterSink.Builder.create().parameterName("/web/logfire-token").writeOnly(true).build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "sink");
      // example: sink
      LogfireProject project = LogfireProject.Builder.create(stack, "Shop").build();
      LogfireWriteToken token = LogfireWriteToken.Builder.create(stack, "Token").project(project).build();
      token.storeIn(AwsSecretsManagerSink.Builder.create().secretName("shop/logfire").writeOnly(true).build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "stored-sinks");
      TerraformVariable variable = Given.variable(stack);
      // example: stored-sinks
      ILogfireIngestCredential stored = LogfireWriteToken.fromSecret(stack, "Stored", SecretValue.fromVariable(variable));
      stored.storeIn(KubernetesSecretSink.Builder.create().secretName("logfire").secretNamespace("shop").key("LOGFIRE_TOKEN").build());
      stored.storeIn(GithubActionsSecretSink.Builder.create().repository("shop").secretName("LOGFIRE_TOKEN").build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "environment");
      // example: environment
      LogfireProjectWithToken shop = LogfireProjectWithToken.Builder.create(stack, "Web").build();
      LogfireEnvironment environment = LogfireEnvironment.forToken(shop.getToken(), LogfireEnvironmentOptions.builder()
          .serviceName("web")
          .deploymentEnvironment("production")
          .build());

      Map<String, String> lambda = environment.toLambdaVariables();
      EcsEnvironment ecs = environment.toEcs(Map.of("LOGFIRE_TOKEN", "arn:aws:ssm:eu-west-1:111122223333:parameter/web/logfire-token"));
      List<KubernetesEnvVar> env = environment.toKubernetesEnv("logfire", "LOGFIRE_TOKEN");
      String collector = environment.toCollectorExporters(); // YAML, with ${env:LOGFIRE_TOKEN} in place of the token
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "own-sink");
      // example: own-sink
      LogfireReadToken queries = LogfireReadToken.Builder.create(stack, "Queries")
          .project(LogfireProject.Builder.create(stack, "Billing").build())
          .build();
      queries.storeIn(new OutputSink());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "service");
      // example: service
      LogfireRotatingWriteToken service = LogfireRotatingWriteToken.Builder.create(stack, "Service")
          .project(LogfireProject.Builder.create(stack, "Api").build())
          .rotation(TokenRotation.every(Duration.days(30)))
          .expiry(TokenExpiry.after(Duration.days(90)))
          .build();
      service.storeIn(AwsSsmParameterSink.Builder.create().parameterName("/api/logfire-token").writeOnly(true).build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "job");
      // example: job
      LogfireWriteToken nightly = LogfireWriteToken.Builder.create(stack, "Nightly")
          .project(LogfireProject.Builder.create(stack, "Reports").build())
          .rotation(TokenRotation.every(Duration.days(7)))
          .expiry(TokenExpiry.after(Duration.days(14)))
          .build();
      nightly.storeIn(GithubActionsSecretSink.Builder.create().repository("reports").secretName("LOGFIRE_TOKEN").build());
      // end
    }
    {
      TerraformStack stack = Given.stackOf(app, "migration");
      // example: migration
      LogfireProject old = LogfireProject.Builder.create(stack, "Old").build();
      LogfireProject next = LogfireProject.Builder.create(stack, "New").build();
      LogfireProjectMigration move = LogfireProjectMigration.Builder.create(stack, "Move")
          .fromToken(LogfireWriteToken.Builder.create(stack, "OldToken").project(old).build())
          .toToken(LogfireWriteToken.Builder.create(stack, "NewToken").project(next).build())
          .phase(MigrationPhase.DUAL_WRITE) // PREPARE, DUAL_WRITE, DONE
          .build();
      move.storeIn(AwsSecretsManagerSink.Builder.create().existingSecretId("web/logfire").build());
      // end
    }
  }

  private Secrets() {}
}
