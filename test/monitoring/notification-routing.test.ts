import { TerraformStack } from 'cdktf';
import {
  AlertSeverity, Delivery, ILogfireSchedule, LogfireAlert, LogfireOfficeHoursSplit, LogfireProject, LogfireSchedule, LogfireSlo, NotificationRouting,
  NotificationRoutingKind, Sli, SloScope, Timezone,
} from '../../src';
import { deliveryTo } from '../slo/slos';
import { cleanUp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const [A, B, C] = ['a', 'b', 'c'].map((id) => `${id.repeat(8)}-1111-4111-8111-111111111111`);

afterEach(cleanUp);

function full(stack: TerraformStack): NotificationRouting {
  return NotificationRouting.bySeverity({
    critical: [deliveryTo(stack, 'a'), deliveryTo(stack, 'b')], warning: [deliveryTo(stack, 'b')], info: [deliveryTo(stack, 'c')],
  });
}

function slo(stack: TerraformStack, routing: NotificationRouting): void {
  new LogfireSlo(stack, 'Slo', {
    project: new LogfireProject(stack, 'Shop'), sloScope: SloScope.service('shop'), sli: Sli.availability(), targetPercent: 99.9, routing: routing.toSloRouting(),
  });
}

function alert(stack: TerraformStack, routing: NotificationRouting, severity: AlertSeverity): void {
  const project = LogfireProject.fromProjectId(stack, `P${severity}`, A);
  new LogfireAlert(stack, severity, { project, query: 'SELECT 1 FROM records', severity, notify: routing.deliveriesFor(severity) });
}

describe('NotificationRouting', () => {
  test('notifies the deliveries of the severity', () => {
    const stack = newStack();
    const routing = full(stack);
    const severities = [AlertSeverity.CRITICAL, AlertSeverity.INFO, AlertSeverity.WARNING];
    severities.forEach((severity) => alert(stack, routing, severity));
    expect(Object.values<TerraformJson>(synth(stack).resource.logfire_alert).map((each) => each.channel_assignments)).toEqual([
      [{ channel_id: A }, { channel_id: B }], [{ channel_id: C }], [{ channel_id: B }],
    ]);
    expect(routing.kind).toBe(NotificationRoutingKind.BY_SEVERITY);
  });

  test('by default notifies nobody of warnings and information', () => {
    const stack = newStack();
    const routing = NotificationRouting.bySeverity({ critical: [deliveryTo(stack, 'a')] });
    expect([AlertSeverity.WARNING, AlertSeverity.INFO].map((severity) => routing.deliveriesFor(severity))).toEqual([[], []]);
  });

  test('keeps its deliveries when the lists change later', () => {
    const stack = newStack();
    const critical = [deliveryTo(stack, 'a')];
    const routing = NotificationRouting.bySeverity({ critical });
    critical.pop();
    routing.deliveriesFor(AlertSeverity.CRITICAL).pop();
    expect(routing.deliveriesFor(AlertSeverity.CRITICAL)).toHaveLength(1);
  });

  test('pages of an SLO are critical, and tickets are warnings', () => {
    const stack = newStack();
    slo(stack, full(stack));
    const page = { channel_assignments: [{ channel_id: A }, { channel_id: B }] };
    expect(only(synth(stack), 'logfire_slo').alerts).toEqual({ fast: page, medium: page, slow: { channel_assignments: [{ channel_id: B }] } });
  });

  test('to nobody clears the channels of an SLO without a warning', () => {
    const stack = newStack();
    const routing = NotificationRouting.nobody();
    slo(stack, routing);
    routing._warnIfSilent(stack, 'routing');
    const none = { channel_assignments: [] };
    expect(only(synth(stack), 'logfire_slo').alerts).toEqual({ fast: none, medium: none, slow: none });
    expect(warnings(stack)).toEqual([]);
    expect(routing.kind).toBe(NotificationRoutingKind.NOBODY);
  });

  test('warns once in an app when critical alerts notify nobody', () => {
    const stack = newStack();
    const routing = NotificationRouting.bySeverity({ critical: [], warning: [deliveryTo(stack, 'a')] });
    [routing, routing, NotificationRouting._UNSET, NotificationRouting._UNSET, full(stack)].forEach((each) => each._warnIfSilent(stack, 'routing'));
    const rest = 'fires; pass NotificationRouting.bySeverity(...) with a delivery as critical, or NotificationRouting.nobody() if that is intended [logfire:nobody-notified]';
    expect(warnings(stack)).toEqual([
      `routing has no delivery for critical alerts: nobody is notified when one ${rest}`, `routing is not set: nobody is notified when an alert ${rest}`,
    ]);
    const other = newStack();
    NotificationRouting._UNSET._warnIfSilent(other, 'routing');
    expect(warnings(other)).toHaveLength(1);
  });

  test('warns when the schedules of critical alerts leave times without a delivery', () => {
    const warned = (deliveries: (stack: TerraformStack, week: LogfireOfficeHoursSplit) => Delivery[]) => {
      const stack = newStack();
      const week = new LogfireOfficeHoursSplit(stack, 'Week', { timezone: Timezone.UTC });
      NotificationRouting.bySeverity({ critical: deliveries(stack, week) })._warnIfSilent(stack, 'routing');
      return warnings(stack);
    };
    const during = (stack: TerraformStack, id: string, schedule: ILogfireSchedule) => deliveryTo(stack, id).during(schedule);
    expect(warned((stack, week) => [during(stack, 'a', week.during)])).toEqual([
      'routing has no delivery for critical alerts at some times, such as MONDAY from 00:00 to 09:00: Logfire drops them then; '
      + 'deliver to one channel without a schedule [logfire:nobody-notified]',
    ]);
    expect(warned((stack, week) => [during(stack, 'a', week.during), during(stack, 'b', week.outside)])).toEqual([]);
    expect(warned((stack, week) => [during(stack, 'a', week.during), deliveryTo(stack, 'b')])).toEqual([]);
    const berlin = (stack: TerraformStack) => LogfireSchedule.outsideOfficeHours(stack, 'Berlin', { timezone: Timezone.of('Europe/Berlin') });
    expect(warned((stack, week) => [during(stack, 'a', week.during), during(stack, 'b', berlin(stack))])).toEqual([]);
    const existing = (stack: TerraformStack) => LogfireSchedule.fromScheduleId(stack, 'Existing', A);
    expect(warned((stack) => [during(stack, 'a', existing(stack))])).toEqual([]);
  });
});
