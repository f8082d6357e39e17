import { App, TerraformStack } from 'cdktf';
import { DashboardDefinition, LogfireDashboard, LogfireProject, LogfireProvider } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'dashboard-from-file');

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, 'Logfire');

// For a trial: without this, `terraform destroy` fails.
const shop = new LogfireProject(stack, 'Shop', { deletionProtection: false });

// An export of the Logfire UI. Missing defaults are added, so that the next plan is empty. Synth warns about what would render incorrectly.
new LogfireDashboard(stack, 'Traffic', {
  project: shop,
  definition: DashboardDefinition.fromFile('traffic.json'),
});

app.synth();
