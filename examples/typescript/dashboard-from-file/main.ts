import { App, TerraformStack } from 'cdktf';
import { DashboardDefinition, LogfireDashboard, LogfireProject, LogfireProvider } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'dashboard-from-file');

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, 'Logfire');

// For a trial: without this, `destroy` refuses.
const shop = new LogfireProject(stack, 'Shop', { deletionProtection: false });

// As Logfire's UI exports it. What it lacks is filled in, so that the next plan is empty; `synth` warns about what would not show.
new LogfireDashboard(stack, 'Traffic', {
  project: shop,
  definition: DashboardDefinition.fromFile('traffic.json'),
});

app.synth();
