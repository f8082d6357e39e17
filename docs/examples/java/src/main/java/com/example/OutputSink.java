package com.example;

// example: own-sink
import com.hashicorp.cdktf.TerraformOutput;
import io.github.cdktflogfire.ISecretSink;
import io.github.cdktflogfire.SecretToStore;
import software.constructs.Construct;

class OutputSink implements ISecretSink {
  @Override
  public String getKind() {
    return "output";
  }

  @Override
  public void store(Construct scope, SecretToStore secret) {
    TerraformOutput.Builder.create(scope, "Output").value(secret.getValue()).sensitive(true).build();
  }
}
// end
