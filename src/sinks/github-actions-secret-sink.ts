import { Construct } from 'constructs';
import { ISecretSink, SecretToStore, SinkOptions } from './secret-sink';
import { SinkResource } from './sink-resource';
import { checkStoreName } from './store-rules';
import { checkCall } from '../core/calls';

/** Properties of a sink in GitHub Actions. */
export interface GithubActionsSecretSinkProps extends SinkOptions {
  /**
   * Name of the repository, without its owner, which is the provider's, and without `.git`: up to 100 ASCII letters, digits and `._-`. Fails with
   * any other. A change replaces the secret.
   */
  readonly repository: string;

  /**
   * Name of the secret, such as `LOGFIRE_TOKEN`: ASCII letters, digits and `_`, not beginning with a digit or `GITHUB_`. Fails with any other. GitHub
   * does not distinguish upper and lower case. A change replaces the secret.
   */
  readonly secretName: string;
}

/**
 * A secret of a repository for GitHub Actions (`github_actions_secret`).
 *
 * Requires the provider `integrations/github`, which keeps the secret in the state.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Token').storeIn(new GithubActionsSecretSink({ repository: 'shop', secretName: 'LOGFIRE_TOKEN' }));
 */
export class GithubActionsSecretSink implements ISecretSink {
  /** `github-actions-secret`. */
  public readonly kind = 'github-actions-secret';

  constructor(private readonly props: GithubActionsSecretSinkProps) {
    checkCall('new GithubActionsSecretSink', arguments, this);
  }

  public store(scope: Construct, secret: SecretToStore): void {
    checkCall('GithubActionsSecretSink#store', arguments, this);
    const { value } = secret;
    const { repository, secretName, provider } = this.props;
    checkStoreName(scope, 'repository', repository, /^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/i, 'the name of a repository without its owner, and without .git');
    checkStoreName(scope, 'secretName', secretName, /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i, 'ASCII letters, digits and _, not beginning with a digit or GITHUB_');
    new SinkResource(scope, 'Resource', {
      type: 'github_actions_secret',
      attributes: { repository, secret_name: secretName, plaintext_value: value },
      provider,
      destination: { prop: 'secretName', parts: [repository, secretName], ignoresCase: true },
    });
  }
}
