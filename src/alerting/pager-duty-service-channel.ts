import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { ILogfirePagerDutyService } from './pager-duty-service';
import { inheritedProvider } from '../core/inherited-provider';
import * as l1 from '../l1';

/** What a channel of the PagerDuty app is made from. */
export interface LogfirePagerDutyServiceChannelProps extends ChannelOptions {
  /** The service in which incidents are opened. Without `provider`, the channel is made with the provider of the service, when both are in one stack. */
  readonly service: ILogfirePagerDutyService;
}

/** A channel that opens incidents in a PagerDuty service with Logfire's PagerDuty app, which an administrator has connected before. */
export class LogfirePagerDutyServiceChannel extends LogfireChannel {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfirePagerDutyServiceChannelProps) {
    super(scope, id);
    this.resource = this._makeChannel({ ...props, provider: props.provider ?? inheritedProvider(this, props.service) }, {
      type: 'pagerduty-integration',
      installId: props.service.installId,
      serviceId: props.service.serviceId,
    });
  }
}
