import { TerraformStack, TerraformVariable } from 'cdktf';
import { Delivery, LogfireChannel, LogfireProject, LogfireSlo, LogfireSloProps, Sli, SloRouting, SloScope } from '../../src';
import { newStack, only, synth, TerraformJson, warnings } from '../synth';

export type SloProps = Partial<LogfireSloProps>;

/** A delivery to a channel that exists, such as `a`. */
export function deliveryTo(stack: TerraformStack, id: string): Delivery {
  const channel = stack.node.tryFindChild(id) ?? LogfireChannel.fromChannelId(stack, id, `${id.repeat(8)}-1111-4111-8111-111111111111`);
  return Delivery.to(channel as ReturnType<typeof LogfireChannel.fromChannelId>);
}

/** An SLO `app/Availability` in a stack. */
export function sloIn(stack: TerraformStack, props: SloProps = {}): LogfireSlo {
  return new LogfireSlo(stack, 'Availability', {
    project: props.project ?? new LogfireProject(stack, 'Shop'),
    sloScope: SloScope.service('checkout'),
    sli: Sli.ratio({ totalQuery: 'true', badQuery: 'is_exception' }),
    targetPercent: 99.9,
    routing: SloRouting.unmanaged(),
    ...props,
  });
}

/** The resource of an SLO, as Terraform gets it; a function gets a variable of the stack. */
export function rendered(props: SloProps | ((variable: TerraformVariable, stack: TerraformStack) => SloProps) = {}): TerraformJson {
  const stack = newStack();
  sloIn(stack, typeof props === 'function' ? props(new TerraformVariable(stack, 'v', {}), stack) : props);
  return only(synth(stack), 'logfire_slo');
}

/** What is warned about. */
export function warningsOf(props: (stack: TerraformStack) => SloProps): string[] {
  const stack = newStack();
  sloIn(stack, props(stack));
  return warnings(stack);
}
