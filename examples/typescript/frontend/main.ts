import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { FrontendReplacement, LogfireFrontendApplication, LogfireProject, LogfireProvider } from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'frontend');

new LogfireProvider(stack, 'Logfire');

const web = new LogfireFrontendApplication(stack, 'Web', {
  // For a trial: without this, `destroy` refuses.
  project: new LogfireProject(stack, 'Shop', { deletionProtection: false }),
  applicationName: 'web-shop',
  environment: 'production',
  // A change of the environment makes the new application before the old one goes.
  replacement: FrontendReplacement.CREATE_FIRST,
});

// To rotate: add one more, ship it, and take this one out when no page has it any more.
const token = web.addToken('Token2027');

new TerraformOutput(stack, 'web_token', { value: token.tokenValue, sensitive: true });

app.synth();
