// example: own-sink
using Amazon.JSII.Runtime.Deputy;
using CdktfLogfire;
using Constructs;
using HashiCorp.Cdktf;

class OutputSink : DeputyBase, ISecretSink
{
    public string Kind => "output";

    public void Store(Construct scope, ISecretToStore secret)
    {
        new TerraformOutput(scope, "Output", new TerraformOutputConfig { Value = secret.Value, Sensitive = true });
    }
}
// end
