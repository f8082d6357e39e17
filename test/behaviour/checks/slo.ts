import { TerraformStack } from 'cdktf';
import {
  Delivery, Duration, LogfireChannel, LogfireProject, LogfireSchedule, LogfireSlo, LogfireSloProps,
  Sli, SliGoodValues, SloRouting, SloScope, SloTierRouting,
} from '../../../src';
import { BY_REFERENCE, Checks } from '../check';

const UUID = '00000000-0000-4000-8000-000000000001';
const BY_FACTORY = 'the factories of Sli write the only pairs that the provider takes';

const slo = (props: Partial<LogfireSloProps>) => (stack: TerraformStack) => new LogfireSlo(stack, 'Slo', {
  project: LogfireProject.fromProjectId(stack, 'Shop', UUID), sli: Sli.availability(), sloScope: SloScope.service('shop'), targetPercent: 99.9, ...props,
});

export const SLO: Checks = {
  'durations rolling_window': {
    breaks: slo({ rollingWindow: Duration.days(91) }),
    error: 'app/Slo: rollingWindow must be from 1h to 90d, got 91d',
    keeps: slo({ rollingWindow: Duration.days(90) }),
  },
  'enums comparison': BY_FACTORY,
  'enums metric_aggregation': BY_FACTORY,
  'enums scope_kind': 'SloScope has a factory for each kind and no other',
  'enums source': BY_FACTORY,
  'exclusive_ranges target_percent': {
    breaks: slo({ targetPercent: 100 }),
    error: 'app/Slo: targetPercent must be above 0 and below 100, got 100',
    keeps: slo({ targetPercent: 99.999 }),
  },
  'min_length alerts.<tier>.channel_assignments[].channel_id': {
    breaks: (stack) => LogfireChannel.fromChannelId(stack, 'Channel', ''),
    error: 'app/Channel: channelId must be the UUID of a channel',
    keeps: (stack) => LogfireChannel.fromChannelId(stack, 'Channel', UUID),
  },
  'min_length alerts.<tier>.channel_assignments[].schedule_id': {
    breaks: (stack) => LogfireSchedule.fromScheduleId(stack, 'Schedule', ''),
    error: 'app/Schedule: scheduleId must be the UUID of a schedule',
    keeps: (stack) => LogfireSchedule.fromScheduleId(stack, 'Schedule', UUID),
  },
  'min_length name': {
    breaks: slo({ sloName: '' }),
    error: 'app/Slo: sloName must be',
    keeps: slo({ sloName: 'x' }),
  },
  'min_length project_id': BY_REFERENCE,
  'min_length scope_value': {
    breaks: slo({ sloScope: SloScope.service('') }),
    error: 'app/Slo: ',
    keeps: slo({ sloScope: SloScope.llmProvider('openai') }),
  },
  'patterns rolling_window': 'written by Duration in a form that every version takes',
  'patterns target_percent': 'written as a decimal without exponent from a number',
  'patterns threshold': {
    breaks: slo({ sli: Sli.histogram({ totalQuery: "metric_name = 'x'", good: SliGoodValues.below(Infinity) }) }),
    error: 'must be a finite number, got Infinity',
    keeps: slo({ sli: Sli.histogram({ totalQuery: "metric_name = 'x'", good: SliGoodValues.below(1e-7) }) }),
  },
  'rules histogram-threshold': BY_FACTORY,
  'rules other-aggregations': BY_FACTORY,
  'server_limits rolling_window': 'depends on the plan and the retention of the organization, which only Logfire knows',
  'unique name': {
    breaks: (stack) => ['A', 'B'].map((id) => new LogfireSlo(stack, id, {
      project: LogfireProject.fromProjectId(stack, `Shop${id}`, UUID), sli: Sli.availability(), sloScope: SloScope.service('shop'), targetPercent: 99, sloName: 'up',
    })),
    error: 'app/B: sloName "up" is taken by app/A; it must be unique in a project',
    keeps: slo({ sloName: 'up' }),
  },
  'unique_by alerts.<tier>.channel_assignments': {
    breaks: (stack) => {
      const channel = LogfireChannel.fromChannelId(stack, 'Channel', UUID);
      const twice = [Delivery.to(channel), Delivery.to(channel).during(LogfireSchedule.fromScheduleId(stack, 'Schedule', UUID))];
      slo({ routing: SloRouting.byTier({ fast: SloTierRouting.to(twice) }) })(stack);
    },
    error: 'must have one delivery for each channel',
    keeps: (stack) => {
      const channel = LogfireChannel.fromChannelId(stack, 'Channel', UUID);
      slo({ routing: SloRouting.byTier({ fast: SloTierRouting.to([Delivery.to(channel)]) }) })(stack);
    },
  },
};
