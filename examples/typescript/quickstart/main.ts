import { App, TerraformStack } from 'cdktf';
import { LogfireProjectWithToken, LogfireProvider } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'quickstart');

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, 'Logfire');

// A project `quickstart-shop`, a token that expires after a year, a sensitive output `shop_token`.
new LogfireProjectWithToken(stack, 'Shop', {
  // For a trial: without this, `terraform destroy` fails.
  deletionProtection: false,
});

app.synth();
