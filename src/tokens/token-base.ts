import { TerraformMetaArguments, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ExpiringResource, TokenLifetime } from './token-lifetime';
import { TokenOptions } from './token-options';
import { expression, reference, stringOf } from '../core/expression';
import { ResourceBase } from '../core/resource-base';
import type { ILogfireProject } from '../projects/project';

/** What the bindings of tokens have in common. */
interface TokenResource extends ExpiringResource {
  readonly id: string;
  readonly token: string;
  readonly expiresAtInput?: string;
}

interface TokenConfig extends TerraformMetaArguments {
  readonly projectId: string;
  readonly expiresAt?: string;
}

/**
 * What tokens of a project have in common: they end, rotate, and their value is never shown.
 *
 * @internal
 */
export abstract class TokenBase extends ResourceBase {
  public abstract readonly resource: TokenResource;

  /** The token itself, marked as sensitive; known at apply. */
  public get tokenValue(): string {
    return sensitive(() => this.resource.token);
  }

  /** UUID of the token; known at apply. */
  public get tokenId(): string {
    return reference(() => this.resource.id);
  }

  /** When the token ends, in UTC (`YYYY-MM-DDTHH:MM:SSZ`), not sensitive; undefined when it never does. */
  public get tokenExpiresAt(): string | undefined {
    return this.resource.expiresAtInput === undefined ? undefined : reference(() => this.resource.expiresAt);
  }

  /** @internal */
  protected _makeToken<R extends TokenResource>(props: TokenOptions & { readonly project: ILogfireProject }, make: (config: TokenConfig) => R): R {
    const lifetime = new TokenLifetime(this, props);
    const resource = make({
      projectId: props.project.projectId,
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: props.provider ?? inheritedProvider(this, props.project),
      dependsOn: props.dependsOn,
    });
    lifetime.attachTo(resource);
    return resource;
  }
}

/**
 * A secret attribute, marked for Terraform.
 *
 * The provider's own mark does not survive `terraform_remote_state`: without this one, the plan of a consuming stack prints the value.
 */
export function sensitive(attribute: () => string): string {
  return stringOf(expression`sensitive(${attribute})`);
}

/** The provider that the parent was made with, for its children in the same stack: another one may be another organization. */
function inheritedProvider(child: IConstruct, parent: IConstruct): TerraformProvider | undefined {
  const { resource } = parent as { resource?: TerraformResource };
  return resource !== undefined && TerraformStack.of(parent) === TerraformStack.of(child) ? resource.provider : undefined;
}
