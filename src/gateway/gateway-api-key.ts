import { Construct } from 'constructs';
import { GatewayCaps } from './gateway-caps';
import { renderCaps } from './render-caps';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';
import type { ILogfireProject } from '../projects/project';
import type { ILogfireApiKey } from '../tokens/api-key';
import { KeyBase } from '../tokens/key-base';
import { KeyOptions } from '../tokens/key-options';
import { StoredKey } from '../tokens/stored-key';

/** What a key for the gateway is made from. */
export interface LogfireGatewayApiKeyProps extends KeyOptions, GatewayCaps {
  /** The project that the use of the key is counted for. A change replaces the key. */
  readonly project: ILogfireProject;
}

/**
 * A key that programs call models with, through Logfire's gateway (`logfire_gateway_api_key`): an API key with the one scope
 * `project:gateway_proxy`. The keys of the models' vendors are in `LogfireGatewayProvider`.
 *
 * It ends after a year unless `expiry` says otherwise, and each plan warns before. A change of its project or expiry makes a new
 * one first and then revokes the old one; its name, description and spending limits change in place. A self-hosted Logfire must be
 * of release v2026-06-09.01 or newer.
 */
export class LogfireGatewayApiKey extends KeyBase implements ILogfireApiKey {
  /**
   * Refers to a key that is kept elsewhere, for example in a secret store; creates nothing.
   *
   * @param key the key as a secret; an empty one is refused
   */
  public static fromSecret(scope: Construct, id: string, key: SecretValue): ILogfireApiKey {
    return new StoredKey(scope, id, key);
  }

  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.GatewayApiKey;

  constructor(scope: Construct, id: string, props: LogfireGatewayApiKeyProps) {
    super(scope, id);
    const caps = renderCaps(this, props, '');
    this.resource = this._makeKey(props, props.project, (config) => new l1.GatewayApiKey(this, 'Resource', {
      ...config, ...caps, projectId: props.project.projectId,
    }));
  }
}
