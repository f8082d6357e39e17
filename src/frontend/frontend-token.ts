import { Construct, IConstruct } from 'constructs';
import type { ILogfireFrontendApplication } from './frontend-application';
import { FrontendTokenOptions } from './frontend-token-options';
import { attributeReference } from '../core/attribute-reference';
import { fail } from '../core/errors';
import { ImportBlock } from '../core/import-block';
import { inheritedProvider } from '../core/inherited-provider';
import { ResourceBase } from '../core/resource-base';
import { sensitive } from '../core/sensitive';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';

/**
 * What a token of a frontend application is made from.
 *
 * @experimental
 */
export interface LogfireFrontendTokenProps extends FrontendTokenOptions {
  /** The application that the token belongs to. A change replaces the token. */
  readonly application: ILogfireFrontendApplication;
}

/**
 * A token that browsers send telemetry with (`logfire_frontend_application_token`).
 *
 * Such tokens do not end, and pages that are open keep theirs, so they are rotated in two steps: add a new token, apply and ship it;
 * when no page has the old one any more, take that one out of the program and apply again, which revokes it. An old one can only be
 * revoked while another is active.
 *
 * @experimental
 */
export class LogfireFrontendToken extends ResourceBase {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.FrontendApplicationToken;

  private idReference: string | undefined;
  private valueReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireFrontendTokenProps) {
    super(scope, id);
    const { application, adoptTokenId, importFrom } = props;
    checkAdoption(this, props);
    // Never create_before_destroy: it would spread to the application, which has to be destroyed first in one case.
    this.resource = new l1.FrontendApplicationToken(this, 'Resource', {
      projectId: application.project.projectId,
      applicationId: application.applicationId,
      adoptTokenId,
      revokeOnDestroy: props.revokeOnDestroy ?? true,
      provider: props.provider ?? inheritedProvider(this, application) ?? inheritedProvider(this, application.project),
      dependsOn: props.dependsOn,
    });
    if (importFrom !== undefined) {
      const importId = importFrom._render(this, 'importFrom', application.project.projectId, application.applicationId);
      new ImportBlock(this, 'Import', this.resource, importId);
    }
  }

  /** UUID of the token; known at apply. */
  public get tokenId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /** The token itself, marked as sensitive; known at apply. */
  public get tokenValue(): string {
    this.valueReference ??= sensitive(attributeReference(this.resource, 'token'));
    return this.valueReference;
  }

  /**
   * Has the token written where programs find it, and written anew whenever there is a new one.
   *
   * @param sink the place, such as `AwsSecretsManagerSink.newSecret('shop/logfire')`; the stack must have its provider
   * @param id tells several places of one kind apart; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return storeSecret(this, sink, { value: this.tokenValue, changesWith: this.tokenId }, id);
  }
}

function checkAdoption(scope: Construct, { adoptTokenId, importFrom }: LogfireFrontendTokenProps): void {
  if (adoptTokenId === undefined) {
    return;
  }
  if (importFrom !== undefined) {
    fail(scope, 'adoptTokenId and importFrom exclude each other: an imported token is replaced when it is to adopt one; keep importFrom for a token that Terraform shall know');
  }
  if (!isUnresolved(adoptTokenId) && adoptTokenId.trim() === '') {
    fail(scope, `adoptTokenId must be the UUID of an active token, got ${JSON.stringify(adoptTokenId)}; leave it out for a new token`);
  }
}
