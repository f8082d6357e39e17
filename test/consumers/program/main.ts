import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import {
  ApiScope, Delivery, Duration, l1, LogfireAlert, LogfireApiKey, LogfireEnvironment, LogfireOpsgenieChannel, LogfirePolicies, LogfirePolicy,
  LogfireProjectWithToken, LogfireProvider, SecretValue, TokenExpiry, TokenRotation,
} from 'cdktf-logfire';
import type { ILogfireApiCredential, ILogfireIngestCredential, ISecretSink, PolicySubject, SecretToStore } from 'cdktf-logfire';

class OutputSink implements ISecretSink {
  public readonly kind = 'output';

  public store(scope: Construct, secret: SecretToStore): void {
    new TerraformOutput(scope, 'Output', { value: secret.value, sensitive: true });
  }
}

class ProjectsAreDescribed extends LogfirePolicy {
  constructor() {
    super('ProjectsAreDescribed');
  }

  public check(subject: PolicySubject): void {
    if (subject.resourceType === 'logfire_project' && subject.attributes.description === undefined) {
      subject.report('the project has no description', 'say what it is for');
    }
  }
}

const app = new App();
const stack = new TerraformStack(app, 'consumer');
new LogfireProvider(stack, 'Logfire');

const shop = new LogfireProjectWithToken(stack, 'Shop', { expiry: TokenExpiry.after(Duration.days(90)) });
const token: ILogfireIngestCredential = shop.token;
token.storeIn(new OutputSink());
const key: ILogfireApiCredential = new LogfireApiKey(stack, 'Key', {
  project: shop.project, scopes: [ApiScope.PROJECT_READ], rotation: TokenRotation.every(Duration.days(30)),
});
const authKey = new TerraformVariable(stack, 'auth_key', { type: 'string', sensitive: true });
const pager = new LogfireOpsgenieChannel(stack, 'Pager', { authKey: SecretValue.fromVariable(authKey) });
new LogfireAlert(stack, 'Errors', { project: shop.project, query: 'SELECT trace_id FROM records WHERE is_exception', notify: [Delivery.to(pager)] });

new TerraformOutput(stack, 'key', { value: key.tokenValue, sensitive: true });
new TerraformOutput(stack, 'environment', { value: LogfireEnvironment.forToken(token, { serviceName: 'shop' }).toLambdaVariables(), sensitive: true });
new l1.WriteToken(stack, 'Bare', { projectId: shop.project.projectId });

LogfirePolicies.of([new ProjectsAreDescribed()]).applyTo(stack);
LogfirePolicies.suppress(stack, 'ProjectsAreDescribed', 'the names say it all');
app.synth();
