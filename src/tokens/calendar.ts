import { IResolvable, TerraformElement, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { expression } from '../core/expression';

const CALENDAR_ID = 'LogfireCalendar';

/**
 * The number of the day of the plan (Julian day number, in UTC). It grows by one every midnight.
 *
 * Terraform computes it, once per stack: a clock that is read at synth would rotate tokens at every deployment.
 */
export function dayNumber(scope: IConstruct): IResolvable {
  const stack = TerraformStack.of(scope);
  if (stack.node.tryFindChild(CALENDAR_ID) === undefined) {
    new Calendar(stack, CALENDAR_ID);
  }
  return expression`local.logfire_day`;
}

/** Terraform has no function for this: the usual formula, with years that begin in March so that the leap day comes last. */
class Calendar extends TerraformElement {
  public toTerraform(): any {
    return {
      locals: {
        logfire_year: expression`tonumber(formatdate("YYYY", plantimestamp()))`,
        logfire_month: expression`tonumber(formatdate("M", plantimestamp()))`,
        logfire_before_march: expression`floor((14 - local.logfire_month) / 12)`,
        logfire_march_year: expression`local.logfire_year + 4800 - local.logfire_before_march`,
        logfire_march_month: expression`local.logfire_month + 12 * local.logfire_before_march - 3`,
        logfire_day: expression`tonumber(formatdate("D", plantimestamp())) + floor((153 * local.logfire_march_month + 2) / 5) + 365 * local.logfire_march_year + floor(local.logfire_march_year / 4) - floor(local.logfire_march_year / 100) + floor(local.logfire_march_year / 400) - 32045`,
      },
    };
  }
}
