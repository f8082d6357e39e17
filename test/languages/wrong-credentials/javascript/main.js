const { App, TerraformStack } = require('cdktf');
const { ApiScope, LogfireApiKey, LogfireEnvironment, LogfireFrontendApplication, LogfireProject, LogfireProvider } = require('cdktf-logfire');

const app = new App();
const stack = new TerraformStack(app, 'wrong');
new LogfireProvider(stack, 'Logfire');
const project = new LogfireProject(stack, 'Shop');
const web = new LogfireFrontendApplication(stack, 'Web', { project });

const writeToken = project.addWriteToken('Write');
const readToken = project.addReadToken('Read');
const frontendToken = web.addToken('Frontend');
const apiKey = new LogfireApiKey(stack, 'Key', { project, scopes: ApiScope.query() });

const rejections = [];

function environmentFor(credential) {
  try {
    LogfireEnvironment.forToken(credential);
  } catch (error) {
    rejections.push(`rejected: ${error.name}: ${error.message}`);
  }
}

environmentFor(writeToken);
environmentFor(readToken); // wrong: LogfireReadToken
environmentFor(frontendToken); // wrong: LogfireFrontendToken
environmentFor(apiKey); // wrong: LogfireApiKey

if (rejections.length > 0) {
  console.error(rejections.join('\n'));
  process.exitCode = 1;
} else {
  app.synth();
}
