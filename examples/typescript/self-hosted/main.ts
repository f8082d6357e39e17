import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { LogfireOrganization, LogfireProvider } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'self-hosted');

// The key comes from LOGFIRE_API_KEY. It must belong to the organization that has the admin panel.
new LogfireProvider(stack, 'Logfire', { baseUrl: 'https://logfire.example.com' });

const acme = new LogfireOrganization(stack, 'Acme', {
  organizationName: 'acme',
  displayName: 'Acme',
  description: 'Sells things',
  // For a trial: without this, `terraform destroy` fails.
  deletionProtection: false,
});

new TerraformOutput(stack, 'organization_id', { value: acme.organizationId });

app.synth();
