import { App, TerraformStack } from 'cdktf';
import {
  Duration, LogfireGatewayApiKey, LogfireInventory, LogfirePolicies, LogfirePolicy, LogfireProject, LogfireProvider, PolicySubject, ProjectVisibility,
  RequireTokenExpiry, TokenExpiry,
} from 'cdktf-logfire';

/** A rule of one's own. */
class ProjectsArePrivate extends LogfirePolicy {
  constructor() {
    super('ProjectsArePrivate');
  }

  public check(subject: PolicySubject): void {
    if (subject.resourceType === 'logfire_project' && subject.attributes.visibility !== 'private') {
      subject.report('the project is public', 'pass visibility: ProjectVisibility.PRIVATE');
    }
  }
}

const app = new App();
const stack = new TerraformStack(app, 'policies');

new LogfireProvider(stack, 'Logfire');

// For a trial: without this, `terraform destroy` fails.
const shop = new LogfireProject(stack, 'Shop', { visibility: ProjectVisibility.PRIVATE, deletionProtection: false });
LogfirePolicies.suppress(shop, 'ProtectProjects', 'a trial that is destroyed again');

shop.addWriteToken('Service', { expiry: TokenExpiry.after(Duration.days(60)) });
new LogfireGatewayApiKey(stack, 'Models', { project: shop, expiry: TokenExpiry.after(Duration.days(90)), monthlyLimitUsd: 100 });

// At the end, when the app has all its stacks.
LogfirePolicies.recommended().applyTo(app);
LogfirePolicies.of([new RequireTokenExpiry({ maxLifetime: Duration.days(90) }), new ProjectsArePrivate()]).applyTo(app);
LogfireInventory.writeFor(app);

app.synth();
