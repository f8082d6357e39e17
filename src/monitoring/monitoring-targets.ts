import { Construct } from 'constructs';
import { DeploymentEnvironments, DeploymentEnvironmentsKind } from './deployment-environments';
import type { NotificationRouting } from './notification-routing';
import { checkRunbook } from '../alerting/runbook';
import { checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { ILogfireProjectRef } from '../core/references';

/** Time range of a dashboard when it opens: long enough to see what was before an incident. */
export const DASHBOARD_RANGE = Duration.hours(6);

/** Where a subject has alerts and SLOs: in one environment, or in all of a project. */
export interface MonitoringTarget {
  /** Where their constructs are: one with the name of the environment, so that another environment changes no address. */
  readonly scope: Construct;
  readonly project: ILogfireProjectRef;
  /** What follows the title of the subject in names, which must be unique in the project. */
  readonly label: string;
  /** The filter of an alert or SLO. Empty for all environments; undefined for what `LogfireDefaults` say. */
  readonly environments?: string[];
  readonly routing: NotificationRouting;
}

/** Where a dashboard is. */
export interface DashboardTarget {
  readonly scope: Construct;
  readonly project: ILogfireProjectRef;
}

/** What is watched: a project or environments. */
export interface Watched {
  readonly project?: ILogfireProjectRef;
  readonly environments?: DeploymentEnvironments;
}

/** The targets of a subject. Fails unless exactly one of `project` and `environments` is given. */
export function monitoringTargets(subject: Construct, watched: Watched, routing: NotificationRouting): MonitoringTarget[] {
  const { project, environments } = checkedWatched(subject, watched);
  if (environments === undefined) {
    return [{ scope: subject, project: project!, label: '', routing }];
  }
  return environments.names.map((name) => ({
    scope: scopeOf(subject, name),
    project: environments.projectOf(name),
    label: ` (${name})`,
    environments: environments.filterOf(name),
    routing: environments.routingOf(name, routing),
  }));
}

/** What is watched, as it was given. Fails unless exactly one of both is there. */
export function checkedWatched(scope: Construct, watched: Watched): Watched {
  const { project, environments } = watched;
  if ((project === undefined) === (environments === undefined)) {
    fail(scope, 'project-or-environments', `project must be given, or environments, got ${project === undefined ? 'neither' : 'both'}; `
      + `${project === undefined ? 'pass one of them' : 'leave out project: environments have their projects'}`);
  }
  return watched;
}

/** Where dashboards are, one for each project: beside the environments if these share a project. */
export function dashboardTargets(owner: Construct, { project, environments }: Watched): DashboardTarget[] {
  if (environments === undefined) {
    return [{ scope: owner, project: project! }];
  }
  if (environments.kind === DeploymentEnvironmentsKind.ONE_PROJECT) {
    return [{ scope: owner, project: environments.projectOf(environments.names[0]) }];
  }
  return environments.names.map((name) => ({ scope: scopeOf(owner, name), project: environments.projectOf(name) }));
}

function scopeOf(owner: Construct, environment: string): Construct {
  return owner.node.tryFindChild(environment) as Construct | undefined ?? new Construct(owner, environment);
}

/** Whether two references are to one project. */
export function isSameProject(one: ILogfireProjectRef, other: ILogfireProjectRef): boolean {
  return one === other || one.projectId === other.projectId;
}

/** Checks what descriptions of alerts say besides what they are about. */
export function checkDescribed(scope: Construct, { owner, runbookBaseUrl }: { readonly owner?: string; readonly runbookBaseUrl?: string }): void {
  checkNotBlank(scope, 'owner', owner ?? 'none', 'leave it out, or pass the name of a team');
  if (runbookBaseUrl !== undefined) {
    checkRunbook(scope, 'runbookBaseUrl', runbookBaseUrl, 'pass for example "https://runbooks.example.com"');
  }
}
