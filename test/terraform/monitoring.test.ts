import { describeStandIn } from './harness';
import { operations, stackJson, useStacks } from './stacks';
import { DeploymentEnvironments, FailureThresholds, LogfireMonitoring, LogfireProject, NotificationRouting } from '../../src';

interface System {
  readonly environments?: string[];
  readonly services?: string[];
  readonly errorRate?: FailureThresholds;
}

function json({ environments = ['production', 'staging'], services = ['checkout'], errorRate }: System = {}) {
  return stackJson((stack) => {
    const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
    const monitoring = new LogfireMonitoring(stack, 'Monitoring', {
      environments: DeploymentEnvironments.inProject(project, environments), routing: NotificationRouting.nobody(),
    });
    services.forEach((serviceName) => monitoring.monitorService(serviceName, { serviceName, slo: { targetPercent: 99.9 }, errorRate }));
  });
}

const ALERTS = 11;

describeStandIn('LogfireMonitoring in Terraform', () => {
  const stacks = useStacks();

  test('adds environments and subjects beside the others, and moves a threshold in place', async () => {
    const workspace = await stacks.workspace(json());
    // A project, the overview and the service's dashboard, and for each environment the alerts and the SLO.
    expect((await workspace.mustApply()).text).toContain(`${3 + 2 * (ALERTS + 1)} added, 0 changed, 0 destroyed`);
    expect(await workspace.planExitCode()).toBe(0);

    const larger: System = { environments: ['testing', 'production', 'staging'], services: ['basket', 'checkout'] };
    workspace.write(json(larger));
    // Another dashboard, and four of six times the alerts and the SLO; the overview has another row.
    expect((await workspace.mustApply()).text).toContain(`${1 + 4 * (ALERTS + 1)} added, 1 changed, 0 destroyed`);

    workspace.write(json({ ...larger, errorRate: { critical: { abovePercent: 10 } } }));
    expect((await workspace.mustApply()).text).toContain('0 added, 6 changed, 0 destroyed');
    expect(await workspace.planExitCode()).toBe(0);
    expect(operations(stacks.standIn).filter((operation) => operation.startsWith('delete'))).toEqual([]);
  }, 120_000);
});
