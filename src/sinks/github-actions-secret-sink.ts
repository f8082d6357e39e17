import { Construct } from 'constructs';
import { checkName } from './check-name';
import { ISecretSink, SecretToStore } from './secret-sink';
import { SinkOptions } from './sink-options';
import { SinkResource } from './sink-resource';

/** How a secret of GitHub Actions is made. */
export interface GithubActionsSecretSinkProps extends SinkOptions {
  /** Name of the repository, without its owner, who is the provider's. A change replaces the secret. */
  readonly repository: string;

  /** Name of the secret, such as `LOGFIRE_TOKEN`: ASCII letters, digits and `_`, not beginning with a digit or `GITHUB_`. A change replaces the secret. */
  readonly secretName: string;
}

/** A secret of a repository for GitHub Actions (`github_actions_secret`), by the provider `integrations/github`, which keeps it in the state. */
export class GithubActionsSecretSink implements ISecretSink {
  /** `github-actions-secret`. */
  public readonly kind = 'github-actions-secret';

  constructor(private readonly props: GithubActionsSecretSinkProps) {}

  public store(scope: Construct, secret: SecretToStore): void {
    const { repository, secretName, provider } = this.props;
    checkName(scope, 'repository', repository, /^[A-Za-z0-9._-]{1,100}$/, 'the name of a repository without its owner');
    checkName(scope, 'secretName', secretName, /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i, 'ASCII letters, digits and _, not beginning with a digit or GITHUB_');
    new SinkResource(scope, 'Resource', {
      type: 'github_actions_secret',
      attributes: { repository, secret_name: secretName, plaintext_value: secret.value },
      provider,
    });
  }
}
