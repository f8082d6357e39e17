import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { LogfireAiMonitoringProps, LogfireAiMonitoring } from './ai-monitoring';
import { LogfireDatabaseMonitoringProps, LogfireDatabaseMonitoring } from './database-monitoring';
import { DeploymentEnvironments } from './deployment-environments';
import { LogfireFrontendMonitoringProps, LogfireFrontendMonitoring } from './frontend-monitoring';
import { LogfireHostMonitoringProps, LogfireHostMonitoring } from './host-monitoring';
import { LogfireJobMonitoringProps, LogfireJobMonitoring } from './job-monitoring';
import { checkDescribed, checkedWatched, DASHBOARD_RANGE, DashboardTarget, dashboardTargets } from './monitoring-targets';
import { NotificationRouting } from './notification-routing';
import { LogfireQueueMonitoring, LogfireQueueMonitoringProps } from './queue-monitoring';
import { LogfireServiceMonitoring, LogfireServiceMonitoringProps } from './service-monitoring';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { checkCall, checkedScope } from '../core/calls';
import { fail } from '../core/errors';
import { ILogfireProjectRef } from '../core/references';
import { LogfireDashboard } from '../dashboards/dashboard';
import { DashboardDefinition } from '../dashboards/dashboard-definition';

/** Properties of the monitoring of a system. All but the title are defaults for its subjects. */
export interface LogfireMonitoringProps {
  /**
   * The project whose telemetry is watched, in all environments.
   *
   * Pass either `project` or `environments`.
   *
   * @default - the projects of the environments
   */
  readonly project?: ILogfireProjectRef;

  /**
   * The deployment environments that are watched. Each subject has alerts and SLOs for each of them, and one dashboard in each project.
   *
   * Pass either `project` or `environments`. An environment that you add later leaves what belongs to the others as it is.
   *
   * @default - the project as a whole, or the environments of `LogfireDefaults` in it
   */
  readonly environments?: DeploymentEnvironments;

  /**
   * Title of the overview dashboard. It must not be blank, or have leading or trailing whitespace.
   *
   * @default Overview
   */
  readonly title?: string;

  /**
   * Who is notified, by severity. Environments that do not page use its quiet form.
   *
   * @default - the routing of `LogfireDefaults`, otherwise nobody, with one warning in the app
   */
  readonly routing?: NotificationRouting;

  /**
   * Address that the runbooks of the alerts begin with, such as `https://runbooks.example.com`. The kind of alert follows it, as in
   * `/error-rate`. It must begin with `https://` or `http://`, and have no password or key in it. Others fail at synth.
   *
   * @default - the `runbookBaseUrl` of `LogfireDefaults`, otherwise no runbooks
   */
  readonly runbookBaseUrl?: string;

  /**
   * The team that owns the subjects. Descriptions of alerts contain it.
   *
   * @default - the owner of `LogfireDefaults`, otherwise none
   */
  readonly owner?: string;

  /**
   * Whether there are dashboards: an overview, and one for each subject.
   *
   * @default true
   */
  readonly dashboards?: boolean;

  /**
   * The provider that manages everything.
   *
   * @default - the provider of the project if both are in one stack, otherwise that of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/** With more rows, the overview opens with closed ones: many panels that load at once time out. */
const MOST_OPEN_ROWS = 6;

/**
 * Monitors a system: say what you run, and get the alerts, SLOs and dashboards for it.
 *
 * An overview dashboard has a row for each subject.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * declare const slack: ILogfireChannel;
 * const monitoring = new LogfireMonitoring(this, 'Monitoring', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)], warning: [Delivery.to(slack)] }),
 *   runbookBaseUrl: 'https://runbooks.example.com',
 *   owner: 'Payments',
 * });
 * monitoring.monitorService('Checkout', { serviceName: 'checkout' });
 * monitoring.monitorService('Mailer', { serviceName: 'mailer', latency: {} });
 */
export class LogfireMonitoring extends Construct {
  /** The overview dashboards, one for each project. Empty if `dashboards` is false. */
  public readonly overviews: LogfireDashboard[];

  private readonly defaults: LogfireSubjectMonitoringProps;
  private readonly monitored: LogfireSubjectMonitoring[] = [];

  constructor(scope: Construct, id: string, props: LogfireMonitoringProps) {
    super(checkedScope(scope, id, new.target), id);
    checkCall('new LogfireMonitoring', arguments, this);
    const { title = 'Overview', dashboards = true, ...defaults } = props;
    checkedWatched(this, props);
    checkDescribed(this, props);
    this.defaults = { ...defaults, dashboard: dashboards };
    this.overviews = dashboards ? dashboardTargets(this, props).map((target) => this.createOverview(target, title)) : [];
  }

  /** The subjects, in the order in which they were added. */
  public get subjects(): LogfireSubjectMonitoring[] {
    return [...this.monitored];
  }

  /**
   * Monitors an HTTP service or a worker.
   *
   * @param id id of the subject, such as `Checkout`; a change replaces its alerts and dashboards
   * @param props the service; what they leave out of the common properties is as for the whole system
   */
  public monitorService(id: string, props: LogfireServiceMonitoringProps): LogfireServiceMonitoring {
    checkCall('LogfireMonitoring#monitorService', arguments, this);
    return this.added(new LogfireServiceMonitoring(this, id, this.withDefaults(props)));
  }

  /**
   * Monitors an AI application: agents, model calls and their cost.
   *
   * @param id id of the subject; a change replaces its alerts and dashboards
   * @param props the application; what they leave out of the common properties is as for the whole system
   */
  public monitorAi(id: string, props: LogfireAiMonitoringProps): LogfireAiMonitoring {
    checkCall('LogfireMonitoring#monitorAi', arguments, this);
    return this.added(new LogfireAiMonitoring(this, id, this.withDefaults(props)));
  }

  /**
   * Monitors the calls of a database by its clients.
   *
   * @param id id of the subject; a change replaces its alerts and dashboards
   * @param props the database; what they leave out of the common properties is as for the whole system
   */
  public monitorDatabase(id: string, props: LogfireDatabaseMonitoringProps): LogfireDatabaseMonitoring {
    checkCall('LogfireMonitoring#monitorDatabase', arguments, this);
    return this.added(new LogfireDatabaseMonitoring(this, id, this.withDefaults(props)));
  }

  /**
   * Monitors a web frontend, by what browsers report.
   *
   * @param id id of the subject; a change replaces its alerts and dashboards
   * @param props the frontend; what they leave out of the common properties is as for the whole system
   */
  public monitorFrontend(id: string, props: LogfireFrontendMonitoringProps): LogfireFrontendMonitoring {
    checkCall('LogfireMonitoring#monitorFrontend', arguments, this);
    return this.added(new LogfireFrontendMonitoring(this, id, this.withDefaults(props)));
  }

  /**
   * Monitors one host, or each host of the project.
   *
   * @param id id of the subject; a change replaces its alerts and dashboards
   * @param props the hosts; what they leave out of the common properties is as for the whole system
   */
  public monitorHost(id: string, props: LogfireHostMonitoringProps): LogfireHostMonitoring {
    checkCall('LogfireMonitoring#monitorHost', arguments, this);
    return this.added(new LogfireHostMonitoring(this, id, this.withDefaults(props)));
  }

  /**
   * Monitors a scheduled job.
   *
   * @param id id of the subject; a change replaces its alerts and dashboards
   * @param props the job; what they leave out of the common properties is as for the whole system
   */
  public monitorJob(id: string, props: LogfireJobMonitoringProps): LogfireJobMonitoring {
    checkCall('LogfireMonitoring#monitorJob', arguments, this);
    return this.added(new LogfireJobMonitoring(this, id, this.withDefaults(props)));
  }

  /**
   * Monitors queues, by the work of their consumers.
   *
   * @param id id of the subject; a change replaces its alerts and dashboards
   * @param props the queues; what they leave out of the common properties is as for the whole system
   */
  public monitorQueue(id: string, props: LogfireQueueMonitoringProps): LogfireQueueMonitoring {
    checkCall('LogfireMonitoring#monitorQueue', arguments, this);
    return this.added(new LogfireQueueMonitoring(this, id, this.withDefaults(props)));
  }

  /**
   * Adds a subject that you created, so that the overview has a row for it.
   *
   * @param subject a subject in a project of this system; one in none of them fails at synth, and one that was added before
   */
  public add(subject: LogfireSubjectMonitoring): void {
    checkCall('LogfireMonitoring#add', arguments, this);
    if (this.monitored.includes(subject)) {
      fail(this, 'monitoring-subject', `subject must be added once, got ${subject.node.path} again; remove one of the calls`);
    }
    this.added(subject);
  }

  private added<T extends LogfireSubjectMonitoring>(subject: T): T {
    const projects = dashboardTargets(this, this.defaults).map(({ project }) => project);
    if (!projects.some((project) => subject._watches(project))) {
      fail(this, 'monitoring-subject', `subject must watch a project of this system, got ${subject.node.path}, which watches another one; create another LogfireMonitoring for it`);
    }
    this.monitored.push(subject);
    return subject;
  }

  private withDefaults<T extends LogfireSubjectMonitoringProps>(props: T): T {
    const given = Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;
    const { project, environments, ...others } = this.defaults;
    // What is watched is one decision: a project of its own replaces the environments of the system.
    const watched = given.project === undefined && given.environments === undefined ? { project, environments } : {};
    return { ...others, ...watched, ...given };
  }

  /** Changes with each subject and each panel: a subject has panels of its own, or none, for which it counts. */
  private get version(): number {
    return this.monitored.reduce((sum, subject) => sum + subject._panelCount + 1, 0);
  }

  private createOverview({ scope, project }: DashboardTarget, title: string): LogfireDashboard {
    return new LogfireDashboard(scope, 'Overview', {
      project,
      dashboardName: title,
      definition: DashboardDefinition._late(() => this.version, () => {
        const subjects = this.monitored.filter((subject) => subject._watches(project));
        const collapsed = subjects.length > MOST_OPEN_ROWS;
        return { sections: subjects.map((subject) => subject._summary(collapsed)), duration: DASHBOARD_RANGE };
      }),
      provider: this.defaults.provider,
    });
  }
}
