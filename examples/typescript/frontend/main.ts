import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { FrontendReplacement, LogfireFrontendApplication, LogfireProject, LogfireProvider } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'frontend');

new LogfireProvider(stack, 'Logfire');

const web = new LogfireFrontendApplication(stack, 'Web', {
  // For a trial: without this, `terraform destroy` fails.
  project: new LogfireProject(stack, 'Shop', { deletionProtection: false }),
  applicationName: 'web-shop',
  environment: 'production',
  // A change of the environment creates the new application first.
  replacement: FrontendReplacement.CREATE_FIRST,
});

// To rotate: add another token, ship it, and remove this one when no open page uses it.
const token = web.addToken('Token2027');

new TerraformOutput(stack, 'web_token', { value: token.tokenValue, sensitive: true });

app.synth();
