import { ApiScope } from './api-scope';
import { GatewayCaps } from '../gateway/gateway-caps';
import type { ILogfireProject } from '../projects/project';

/** What an API key may do, and where. */
export interface ApiKeyGrants {
  /**
   * What the key may do: at least one scope, none twice. Scopes that are too much for most programs (`organization:admin`,
   * `instance:…`, or all there are) are warned about. A change replaces the key.
   */
  readonly scopes: ApiScope[];

  /**
   * The project that the key is for. Must be given for scopes that hold for one project only (`ApiScope.needsProject`:
   * `project:gateway_proxy`, `project:read_otlp`, `project:write_otlp`). A change replaces the key.
   *
   * @default - the whole organization
   */
  readonly project?: ILogfireProject;

  /**
   * What the key may spend at the gateway: only with the scope `project:gateway_proxy`, and with at least one value. Removing it
   * removes all limits, in place.
   *
   * @default - no limits
   */
  readonly gateway?: GatewayCaps;
}
