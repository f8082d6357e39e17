import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { checkMaxBytes, checkNotBlank } from '../core/checks';
import { providerFor } from '../core/effective-provider';
import { ResourceBase } from '../core/resource-base';
import * as l1 from '../l1';

/** Service region of a PagerDuty account. */
export enum PagerDutyRegion {
  /** United States. */
  US = 'us',
  /** European Union. */
  EU = 'eu',
}

/** A PagerDuty service that is approved in Logfire. */
export interface ILogfirePagerDutyService extends IConstruct {
  /** UUID of the PagerDuty connection. Read during the plan. */
  readonly installId: string;

  /** UUID of the service in Logfire, which differs from its id in PagerDuty. Read during the plan. */
  readonly logfireServiceId: string;
}

/** Properties of a PagerDuty service lookup. */
export interface LogfirePagerDutyServiceProps {
  /** Subdomain of the PagerDuty account: `acme` in `acme.pagerduty.com`. 1 to 255 characters. */
  readonly accountSubdomain: string;

  /** Id of the service in PagerDuty, such as `PABC123`: the last part of the address of its page. 1 to 255 characters. */
  readonly pagerDutyServiceId: string;

  /**
   * Service region of the PagerDuty account.
   *
   * @default PagerDutyRegion.US
   */
  readonly region?: PagerDutyRegion;

  /**
   * The provider that looks up the service. It determines the organization.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What Terraform creates before it looks up the service. While any of it has changes, the lookup waits for the apply.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Provider: `account_subdomain` and `pagerduty_service_id`. */
const MAX_LENGTH = 255;

/**
 * A PagerDuty service that is approved in Logfire (data source `logfire_pagerduty_service`), for `LogfirePagerDutyServiceChannel`.
 *
 * Creates nothing. Each plan looks up the service, and fails if it is not approved.
 *
 * @example
 * const service = new LogfirePagerDutyService(this, 'Service', {
 *   accountSubdomain: 'acme',
 *   pagerDutyServiceId: 'PABC123',
 *   region: PagerDutyRegion.EU,
 * });
 */
export class LogfirePagerDutyService extends ResourceBase implements ILogfirePagerDutyService {
  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.DataLogfirePagerdutyService;

  constructor(scope: Construct, id: string, props: LogfirePagerDutyServiceProps) {
    super(scope, id);
    checkCall('new LogfirePagerDutyService', arguments, this);
    this.resource = this._create(l1.DataLogfirePagerdutyService, {
      accountSubdomain: this.checked('accountSubdomain', props.accountSubdomain, "pass the first part of the account's address, such as acme in acme.pagerduty.com"),
      pagerdutyServiceId: this.checked('pagerDutyServiceId', props.pagerDutyServiceId, "copy it from the address of the service's page in PagerDuty"),
      region: props.region ?? PagerDutyRegion.US,
      provider: providerFor(this, props.provider),
      dependsOn: props.dependsOn,
    });
  }

  /** UUID of the PagerDuty connection. Read during the plan. */
  public get installId(): string {
    return this._attribute('install_id');
  }

  /** UUID of the service in Logfire, which differs from its id in PagerDuty. Read during the plan. */
  public get logfireServiceId(): string {
    return this._attribute('service_id');
  }

  /** Name of the service in PagerDuty. Read during the plan. */
  public get serviceName(): string {
    return this._attribute('service_name');
  }

  private checked(prop: string, text: string, advice: string): string {
    checkNotBlank(this, prop, text, advice);
    checkMaxBytes(this, prop, text.trim(), MAX_LENGTH);
    return text.trim();
  }
}
