import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { PagerDutyRegion } from './pager-duty-region';
import { validateWithApp } from '../core/app-validation';
import { attributeReference } from '../core/attribute-reference';
import { checkEnum, checkMaxLength, checkNotBlank } from '../core/checks';
import * as l1 from '../l1';

/** A PagerDuty service that was approved in Logfire. */
export interface ILogfirePagerDutyService extends IConstruct {
  /** UUID of the connection with PagerDuty; read while planning. */
  readonly installId: string;

  /** Logfire's own UUID of the service, which is not PagerDuty's; read while planning. */
  readonly serviceId: string;
}

/** Which PagerDuty service is looked up. */
export interface LogfirePagerDutyServiceProps {
  /** Subdomain of the PagerDuty account: `acme` of `acme.pagerduty.com`. 1 to 255 characters. */
  readonly accountSubdomain: string;

  /** PagerDuty's id of the service, such as `PABC123`: the end of the address of its page. 1 to 255 characters. */
  readonly pagerDutyServiceId: string;

  /**
   * Service region of the PagerDuty account.
   *
   * @default PagerDutyRegion.US
   */
  readonly region?: PagerDutyRegion;

  /**
   * The provider to look the service up with; it decides the organization.
   *
   * @default - the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the service is looked up. While any of it has changes, the look-up waits for the apply.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Provider: `account_subdomain` and `pagerduty_service_id`. */
const MAX_LENGTH = 255;

/**
 * A PagerDuty service that was approved in Logfire (data source `logfire_pagerduty_service`), for `LogfirePagerDutyServiceChannel`.
 *
 * Creates nothing. Each plan looks it up, and fails when it is not approved.
 */
export class LogfirePagerDutyService extends Construct implements ILogfirePagerDutyService, ITerraformDependable {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.DataLogfirePagerdutyService;

  constructor(scope: Construct, id: string, props: LogfirePagerDutyServiceProps) {
    super(scope, id);
    validateWithApp(this);
    checkEnum(this, 'region', props.region, PagerDutyRegion);
    this.resource = new l1.DataLogfirePagerdutyService(this, 'Resource', {
      accountSubdomain: this.checked('accountSubdomain', props.accountSubdomain, "pass the first part of the account's address in PagerDuty"),
      pagerdutyServiceId: this.checked('pagerDutyServiceId', props.pagerDutyServiceId, "copy it from the address of the service's page in PagerDuty"),
      region: props.region ?? PagerDutyRegion.US,
      provider: props.provider,
      dependsOn: props.dependsOn,
    });
  }

  /** The data source's address, for `dependsOn` of others. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /** UUID of the connection with PagerDuty; read while planning. */
  public get installId(): string {
    return attributeReference(this.resource, 'install_id');
  }

  /** Logfire's own UUID of the service, which is not PagerDuty's; read while planning. */
  public get serviceId(): string {
    return attributeReference(this.resource, 'service_id');
  }

  /** Name of the service as PagerDuty shows it; read while planning. */
  public get serviceName(): string {
    return attributeReference(this.resource, 'service_name');
  }

  private checked(prop: string, text: string, advice: string): string {
    checkNotBlank(this, prop, text, advice);
    checkMaxLength(this, prop, text, MAX_LENGTH);
    return text.trim();
  }
}
