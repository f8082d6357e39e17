import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { checkedEnvironments } from '../core/checks';
import { PROVIDER_NAME } from '../core/effective-provider';
import { fail } from '../core/errors';
import { DefaultProp, setDefault } from '../core/scope-defaults';
import { checkDescribed } from '../monitoring/monitoring-targets';
import { NotificationRouting } from '../monitoring/notification-routing';
import { TokenExpiry } from '../tokens/token-expiry';

/** Values that constructs use where they are not given their own. */
export interface LogfireDefaultValues {
  /**
   * Expiration of tokens and keys.
   *
   * @default - that of a scope further out, otherwise `TokenExpiry.after(Duration.days(365))`
   */
  readonly expiry?: TokenExpiry;

  /**
   * Provider of all constructs that do not belong to a construct with a resource in the same stack: such a project decides for its tokens and
   * alerts. It must be a Logfire provider of the stack that the scope is in; another one fails.
   *
   * @default - that of a scope further out, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * Deployment environments that alerts and SLOs cover, such as `production`. A blank name fails.
   *
   * @default - those of a scope further out, otherwise all environments
   */
  readonly environments?: string[];

  /**
   * Routing of the notifications of alerts, by their severity, and of SLOs. An alert without a severity counts as a warning.
   *
   * @default - that of a scope further out, otherwise nobody is notified, with a warning
   */
  readonly routing?: NotificationRouting;

  /**
   * Address that the runbooks of alerts begin with, such as `https://runbooks.example.com`. The id of the construct follows it, as in
   * `/no-orders`. It must begin with `https://` or `http://`, and have no password or key in it. Others fail at synth.
   *
   * @default - that of a scope further out, otherwise no runbooks
   */
  readonly runbookBaseUrl?: string;

  /**
   * The team that owns the alerts. It must not be blank.
   *
   * @default - that of a scope further out, otherwise no owner
   */
  readonly owner?: string;

  /**
   * Prevents Terraform from destroying or replacing projects, organizations and SLOs.
   *
   * @default - that of a scope further out, otherwise true for projects and organizations, and false for SLOs
   */
  readonly deletionProtection?: boolean;
}

/**
 * The defaults of a scope: an app, a stack, or any construct.
 *
 * They apply to all constructs in the scope that are created later. A prop of a construct wins over a default, and the nearest scope over those
 * further out. The metadata of each resource, `//.logfire.defaults`, says which of its values are defaults, and where they were set.
 *
 * @example
 * declare const pager: ILogfireChannel;
 * LogfireDefaults.of(this).set({
 *   expiry: TokenExpiry.after(Duration.days(90)),
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 *   runbookBaseUrl: 'https://runbooks.example.com',
 *   owner: 'Team Checkout',
 * });
 */
export class LogfireDefaults {
  /** The defaults of a scope, such as an app or a stack. */
  public static of(scope: IConstruct): LogfireDefaults {
    checkCall('LogfireDefaults.of', arguments);
    return new LogfireDefaults(scope);
  }

  private constructor(
    /** The scope that the defaults apply to. */
    public readonly scope: IConstruct,
  ) {}

  /**
   * Sets defaults of the scope. Values that you leave out keep what was set before.
   *
   * @param values the defaults. One that a construct in the scope has already asked for fails: it would be ignored
   */
  public set(values: LogfireDefaultValues): void {
    checkCall('LogfireDefaults#set', arguments, this);
    this.check(values);
    for (const [prop, value] of Object.entries(values)) {
      if (value !== undefined) {
        setDefault(this.scope, prop as DefaultProp, Array.isArray(value) ? [...value] : value);
      }
    }
  }

  private check({ expiry, provider, environments, runbookBaseUrl, owner }: LogfireDefaultValues): void {
    const { scope } = this;
    expiry?._check(scope);
    checkedEnvironments(scope, 'environments', environments ?? []);
    checkDescribed(scope, { owner, runbookBaseUrl });
    if (provider !== undefined && provider.terraformResourceType !== PROVIDER_NAME) {
      fail(scope, 'wrong-provider', `provider must be a Logfire provider, got one of ${provider.terraformResourceType}; pass a LogfireProvider`);
    }
    if (provider !== undefined && stackOf(scope) !== TerraformStack.of(provider)) {
      fail(scope, 'wrong-provider', `provider must be in the stack that the defaults are for, got ${provider.node.path}; set it on ${TerraformStack.of(provider).node.path}`);
    }
  }
}

/** The stack of a scope. An app has none. */
function stackOf(scope: IConstruct): TerraformStack | undefined {
  return scope.node.scopes.some(TerraformStack.isStack) ? TerraformStack.of(scope) : undefined;
}
