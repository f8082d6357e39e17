import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ApiScope, Duration, LogfireApiKey, LogfireProject, LogfireProvider, LogfireRotatingApiKey, TokenExpiry, TokenRotation } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'api-keys');

new LogfireProvider(stack, 'Logfire');

// For a trial: without this, `terraform destroy` fails.
const shop = new LogfireProject(stack, 'Shop', { deletionProtection: false });

// A key that can only send telemetry.
const collector = shop.addIngestKey('Collector', { description: 'The collector in the cluster' });

// Two keys that take turns, for a program that reads its key only at start: the previous key stays valid for another month.
const reports = new LogfireRotatingApiKey(stack, 'Reports', {
  project: shop,
  scopes: ApiScope.query(),
  rotation: TokenRotation.every(Duration.days(30)),
  expiry: TokenExpiry.after(Duration.days(90)),
});

// A key for the whole organization, with only the scopes that it needs. Raise the number to replace it.
const inventory = new LogfireApiKey(stack, 'Inventory', {
  scopes: [ApiScope.ORGANIZATION_READ, ApiScope.ORGANIZATION_READ_MEMBER],
  rotation: TokenRotation.manual(1),
});

new TerraformOutput(stack, 'collector_key', { value: collector.tokenValue, sensitive: true });
new TerraformOutput(stack, 'reports_key', { value: reports.tokenValue, sensitive: true });
new TerraformOutput(stack, 'inventory_key', { value: inventory.tokenValue, sensitive: true });
new TerraformOutput(stack, 'inventory_key_expires_at', { value: inventory.tokenExpiresAt });

app.synth();
