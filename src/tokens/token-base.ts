import { TerraformMetaArguments, TerraformResource } from 'cdktf';
import { TokenLifetime } from './token-lifetime';
import { TokenOptions } from './token-options';
import { attributeReference } from '../core/attribute-reference';
import { expression, stringOf } from '../core/expression';
import { inheritedProvider } from '../core/inherited-provider';
import { ResourceBase } from '../core/resource-base';
import type { ILogfireProject } from '../projects/project';

interface TokenProps extends TokenOptions {
  readonly project: ILogfireProject;
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
  public abstract readonly resource: TerraformResource;

  // One reference each, however often it is read.
  private idReference: string | undefined;
  private valueReference: string | undefined;
  private lifetime: TokenLifetime | undefined;

  /** The token itself, marked as sensitive; known at apply. */
  public get tokenValue(): string {
    this.valueReference ??= sensitive(attributeReference(this.resource, 'token'));
    return this.valueReference;
  }

  /** UUID of the token; known at apply. */
  public get tokenId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /** When the token ends, in UTC (`YYYY-MM-DDTHH:MM:SSZ`), not sensitive; undefined when it never does. */
  public get tokenExpiresAt(): string | undefined {
    return this.lifetime?.endsAt;
  }

  /** @internal */
  protected _makeToken<R extends TerraformResource>(props: TokenProps, make: (config: TokenConfig) => R): R {
    const lifetime = new TokenLifetime(this, props);
    const resource = make({
      projectId: props.project.projectId,
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: props.provider ?? inheritedProvider(this, props.project),
      dependsOn: props.dependsOn,
    });
    lifetime.attachTo(resource);
    this.lifetime = lifetime;
    return resource;
  }
}

/**
 * A secret attribute, marked for Terraform.
 *
 * The provider's own mark does not survive `terraform_remote_state`: without this one, the plan of a consuming stack prints the value.
 */
export function sensitive(reference: string): string {
  return stringOf(expression`sensitive(${reference})`);
}
