import { describeStandIn } from './harness';
import { operations, stackJson, useStacks } from './stacks';
import { LogfireSchedule, LogfireScheduleProps, ScheduleImportId, ScheduleWindow, Timezone, Weekday } from '../../src';

const OFFICE: LogfireScheduleProps = { timezone: Timezone.of('Europe/Berlin'), windows: ScheduleWindow.officeHours() };

describeStandIn('LogfireSchedule in Terraform', () => {
  const stacks = useStacks();

  const json = (props: Partial<LogfireScheduleProps> = {}) => stackJson((stack) => {
    new LogfireSchedule(stack, 'Office', { ...OFFICE, ...props });
  });
  const schedules = () => stacks.standIn.logfire.objects('logfire_schedule');

  test('is made, changed in place and destroyed, and each second plan is empty', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    expect(schedules()).toMatchObject([{ label: 'app-office', timezone: 'Europe/Berlin', windows: [{ days: [1, 2, 3, 4, 5], start_time: '09:00', end_time: '17:00' }] }]);
    expect(await workspace.planExitCode()).toBe(0);
    const changes: [Partial<LogfireScheduleProps>, object][] = [
      [{ scheduleName: 'Office, EU' }, { label: 'Office, EU' }],
      [{ timezone: Timezone.UTC }, { label: 'app-office', timezone: 'UTC' }],
      [{ windows: ScheduleWindow.outsideOfficeHours() }, { windows: [{}, {}, { days: [6, 7], start_time: '00:00', end_time: '23:59' }] }],
      [{ windows: [ScheduleWindow.overnight([Weekday.SUNDAY], '22:00:00', '06:00:30')] }, { windows: [{ days: [7] }, { days: [1], end_time: '06:00:30' }] }],
    ];
    for (const [props, changed] of changes) {
      workspace.write(json(props));
      expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
      expect(schedules()).toMatchObject([changed]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(schedules()).toEqual([]);
  });

  test('the order of the days in the program is no change', async () => {
    const workspace = await stacks.workspace(json({ windows: [ScheduleWindow.allDay([Weekday.MONDAY, Weekday.FRIDAY])] }));
    await workspace.mustApply();
    workspace.write(json({ windows: [ScheduleWindow.allDay([Weekday.FRIDAY, Weekday.MONDAY])] }));
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('is imported by its id, and left as it is', async () => {
    const { id } = stacks.standIn.logfire.add('logfire_schedule', {
      label: 'app-office', timezone: 'Europe/Berlin', windows: [{ days: [1, 2, 3, 4, 5], start_time: '09:00', end_time: '17:00' }],
    });
    const workspace = await stacks.workspace(json({ importFrom: ScheduleImportId.byId(id) }));
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual([]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});
