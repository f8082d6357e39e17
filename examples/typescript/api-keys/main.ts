import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ApiScope, Duration, LogfireApiKey, LogfireProject, LogfireProvider, LogfireRotatingApiKey, TokenExpiry, TokenRotation } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'api-keys');

new LogfireProvider(stack, 'Logfire');

// For a trial: without this, `destroy` refuses.
const shop = new LogfireProject(stack, 'Shop', { deletionProtection: false });

// A key with a name that may send telemetry, and nothing else.
const collector = shop.addIngestKey('Collector', { description: 'The collector in the cluster' });

// Two keys that take turns, for a program that reads its key only at start: each stays valid for a month after its own.
const reports = new LogfireRotatingApiKey(stack, 'Reports', {
  project: shop,
  scopes: ApiScope.query(),
  rotation: TokenRotation.every(Duration.days(30)),
  expiry: TokenExpiry.after(Duration.days(90)),
});

// A key of the whole organization, with just the scopes that it needs; a new one is made when the number is raised.
const inventory = new LogfireApiKey(stack, 'Inventory', {
  scopes: [ApiScope.ORGANIZATION_READ, ApiScope.ORGANIZATION_READ_MEMBER],
  rotation: TokenRotation.manual(1),
});

new TerraformOutput(stack, 'collector_key', { value: collector.keyValue, sensitive: true });
new TerraformOutput(stack, 'reports_key', { value: reports.current.keyValue, sensitive: true });
new TerraformOutput(stack, 'inventory_key', { value: inventory.keyValue, sensitive: true });
new TerraformOutput(stack, 'inventory_key_expires_at', { value: inventory.keyExpiresAt });

app.synth();
