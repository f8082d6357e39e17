import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { BedrockApi, GatewayVendor, LogfireGatewayApiKey, LogfireGatewayProvider, LogfireProject, LogfireProvider, SecretValue } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'gateway');

new LogfireProvider(stack, 'Logfire');

// The vendor keys come from TF_VAR_openai_key and TF_VAR_bedrock_key at apply.
const openaiKey = new TerraformVariable(stack, 'openai_key', { type: 'string', sensitive: true });
const bedrockKey = new TerraformVariable(stack, 'bedrock_key', { type: 'string', sensitive: true });

const openai = new LogfireGatewayProvider(stack, 'OpenAI', {
  gatewayProviderSlug: 'openai',
  vendor: GatewayVendor.OPENAI,
  apiKey: SecretValue.fromVariable(openaiKey),
});
const bedrock = new LogfireGatewayProvider(stack, 'Bedrock', {
  gatewayProviderSlug: 'bedrock',
  vendor: GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region: 'eu-west-1' }),
  apiKey: SecretValue.fromVariable(bedrockKey),
});

// A key with spending limits for the programs of one project.
const chat = new LogfireGatewayApiKey(stack, 'Chat', {
  // For a trial: without this, `terraform destroy` fails.
  project: new LogfireProject(stack, 'Shop', { deletionProtection: false }),
  dailyLimitUsd: 20,
  monthlyLimitUsd: 200,
  dependsOn: [openai, bedrock],
});

new TerraformOutput(stack, 'chat_key', { value: chat.tokenValue, sensitive: true });

app.synth();
