import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { DeploymentEnvironments } from './deployment-environments';
import {
  checkDescribed, DASHBOARD_RANGE, DashboardTarget, dashboardTargets, isSameProject, MonitoringTarget, monitoringTargets,
} from './monitoring-targets';
import { NotificationRouting } from './notification-routing';
import { SubjectAlertOptions, SubjectSloOptions } from './subject-alert';
import { SubjectPanels } from './subject-panels';
import { LogfireAlert } from '../alerting/alert';
import { NOBODY } from '../alerting/delivery';
import { checkCall, checkedScope } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { kebabPath } from '../core/names';
import { ILogfireProjectRef } from '../core/references';
import { defaultOf } from '../core/scope-defaults';
import { LogfireDashboard } from '../dashboards/dashboard';
import { DashboardDefinition } from '../dashboards/dashboard-definition';
import { DashboardSection } from '../dashboards/dashboard-section';
import { DashboardPanel } from '../dashboards/panels/panel';
import { LogfireSlo } from '../slo/slo';

/** Properties that all monitored subjects have. */
export interface LogfireSubjectMonitoringProps {
  /**
   * The project whose telemetry is watched, in all environments. A change replaces the alerts and the dashboard.
   *
   * Pass either `project` or `environments`.
   *
   * @default - the projects of the environments
   */
  readonly project?: ILogfireProjectRef;

  /**
   * The deployment environments that are watched. Each has alerts and SLOs of its own, and each project has one dashboard.
   *
   * Pass either `project` or `environments`. An environment that you add later leaves the alerts of the others as they are.
   *
   * @default - the project as a whole, or the environments of `LogfireDefaults` in it
   */
  readonly environments?: DeploymentEnvironments;

  /**
   * Title of the subject, with which the names of its alerts begin. It must not be blank.
   *
   * @default - the id of the construct
   */
  readonly title?: string;

  /**
   * Who is notified, by severity. Environments that do not page use its quiet form.
   *
   * @default - the routing of `LogfireDefaults`, otherwise nobody, with one warning in the app
   */
  readonly routing?: NotificationRouting;

  /**
   * Address that the runbooks of the alerts begin with, such as `https://runbooks.example.com/checkout`. The kind of alert follows it,
   * as in `/error-rate`. It must begin with `https://` or `http://`, and have no password or key in it. Others fail at synth.
   *
   * @default - the `runbookBaseUrl` of `LogfireDefaults`, otherwise no runbooks
   */
  readonly runbookBaseUrl?: string;

  /**
   * The team that owns the subject. Descriptions of alerts contain it. It must not be blank.
   *
   * @default - the owner of `LogfireDefaults`, otherwise none
   */
  readonly owner?: string;

  /**
   * Whether the subject has a dashboard of its own.
   *
   * @default true
   */
  readonly dashboard?: boolean;

  /**
   * The provider that manages the alerts, the SLOs and the dashboard.
   *
   * @default - the provider of the project if both are in one stack, otherwise that of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * One monitored subject, such as a service: its alerts, its SLOs and its dashboard.
 *
 * Subclasses such as `LogfireServiceMonitoring` know what to watch. Create this class itself, or extend it, to watch anything else: add
 * alerts, SLOs and panels with its methods.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * const imports = new LogfireSubjectMonitoring(this, 'Imports', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 * });
 * imports.addAlert('NoImport', {
 *   title: 'no import',
 *   query: AlertQuery.silence({ filter: RecordFilter.spanName('import') }),
 *   severity: AlertSeverity.CRITICAL,
 *   description: 'No import ran for a day. Look at the scheduler first.',
 *   timeWindow: Duration.hours(24),
 * });
 * imports.addPanel(new TimeSeriesPanel({
 *   panelId: 'imports', title: 'Imports', query: TimeSeriesQuery.count({ filter: RecordFilter.spanName('import') }),
 * }));
 */
export class LogfireSubjectMonitoring extends Construct {
  /** Title of the subject, with which the names of its alerts begin. */
  public readonly title: string;

  private readonly common: LogfireSubjectMonitoringProps;
  private readonly targets: readonly MonitoringTarget[];
  private readonly panels = new SubjectPanels(this);
  private readonly createdAlerts: LogfireAlert[] = [];
  private readonly createdSlos: LogfireSlo[] = [];
  private readonly createdDashboards: LogfireDashboard[] = [];

  constructor(scope: Construct, id: string, props: LogfireSubjectMonitoringProps) {
    super(checkedScope(scope, id, new.target), id);
    checkCall('new LogfireSubjectMonitoring', arguments, this);
    this.common = props;
    this.title = props.title ?? id;
    checkNotBlank(this, 'title', this.title, 'leave it out to use the id of the construct');
    checkDescribed(this, props);
    this.targets = monitoringTargets(this, props, this.routingOf(props));
    if (props.dashboard ?? true) {
      this.createdDashboards.push(...dashboardTargets(this, props).map((target) => this.createDashboard(target)));
    }
  }

  /** The alerts of the subject, in the order in which they were added. */
  public get alerts(): LogfireAlert[] {
    return [...this.createdAlerts];
  }

  /** The SLOs of the subject, in the order in which they were added. */
  public get slos(): LogfireSlo[] {
    return [...this.createdSlos];
  }

  /** The dashboards of the subject, one for each project. Empty if `dashboard` is false. */
  public get dashboards(): LogfireDashboard[] {
    return [...this.createdDashboards];
  }

  /**
   * Adds an alert. Its deliveries come from the routing, by severity.
   *
   * @param id id of the alert: what is wrong and the severity, such as `ErrorRateCritical`; a change replaces the alert
   * @param options what the alert looks for and says
   * @returns the alerts that were created: one for each environment, or one
   */
  public addAlert(id: string, options: SubjectAlertOptions): LogfireAlert[] {
    checkCall('LogfireSubjectMonitoring#addAlert', arguments, this);
    const { owner, provider } = this.common;
    const { title, query, severity, runbook, ...settings } = options;
    const alerts = this.targets.map(({ scope, project, label, environments, routing }) => {
      const deliveries = routing.deliveriesFor(severity);
      return new LogfireAlert(scope, id, {
        ...settings,
        project,
        alertName: `${this.title}${label}: ${title}`,
        query: query.sql,
        severity,
        owner,
        notify: deliveries.length === 0 ? NOBODY : deliveries,
        environments,
        runbook: runbook ?? this.runbookOf(id, severity),
        provider,
      });
    });
    this.createdAlerts.push(...alerts);
    return alerts;
  }

  /**
   * Adds an SLO. Its deliveries come from the routing: pages are critical, and tickets are warnings.
   *
   * @param id id of the SLO, such as `Availability`; a change replaces the SLO
   * @param options what the SLO measures
   * @returns the SLOs that were created: one for each environment, or one
   */
  public addSlo(id: string, options: SubjectSloOptions): LogfireSlo[] {
    checkCall('LogfireSubjectMonitoring#addSlo', arguments, this);
    const { title, ...settings } = options;
    const slos = this.targets.map(({ scope, project, label, environments, routing }) => new LogfireSlo(scope, id, {
      ...settings,
      project,
      sloName: `${this.title}${label}: ${title}`,
      routing: routing.toSloRouting(),
      environments,
      provider: this.common.provider,
    }));
    this.createdSlos.push(...slos);
    return slos;
  }

  /**
   * Adds a panel to the subject's own dashboard.
   *
   * A panel with a value that is not allowed fails, and one whose id another panel of the subject has.
   *
   * @param panel the panel; the sections keep the order in which panels are added
   * @param section title of the section that it belongs to; `Details` by default
   */
  public addPanel(panel: DashboardPanel, section?: string): void {
    checkCall('LogfireSubjectMonitoring#addPanel', arguments, this);
    this.panels.add(panel, section ?? 'Details');
  }

  /**
   * Adds a panel to the first section of the subject's own dashboard, and to its row in an overview of several subjects.
   *
   * A panel with a value that is not allowed fails, and one whose id another panel of the subject has.
   *
   * @param panel the panel, one of the few that say how the subject is doing
   */
  public addSummaryPanel(panel: DashboardPanel): void {
    checkCall('LogfireSubjectMonitoring#addSummaryPanel', arguments, this);
    this.panels.addSummary(panel);
  }

  /** The row of the subject in an overview. @internal */
  public _summary(collapsed: boolean): DashboardSection {
    return this.panels.summary(this.title, collapsed)._withPrefix(`${kebabPath([this.node.id]) || this.node.addr}-`);
  }

  /** How many panels the subject has: a number that changes when one is added. @internal */
  public get _panelCount(): number {
    return this.panels.count;
  }

  /** Whether the subject watches a project. @internal */
  public _watches(project: ILogfireProjectRef): boolean {
    return this.targets.some((target) => isSameProject(target.project, project));
  }

  private createDashboard({ scope, project }: DashboardTarget): LogfireDashboard {
    return new LogfireDashboard(scope, 'Dashboard', {
      project,
      dashboardName: this.title,
      definition: DashboardDefinition._late(() => this.panels.count, () => ({ sections: this.panels.sections(), duration: DASHBOARD_RANGE })),
      provider: this.common.provider,
    });
  }

  /** A routing that is not set notifies nobody, and the warning about it is enough. */
  private routingOf({ routing }: LogfireSubjectMonitoringProps): NotificationRouting {
    const found = routing ?? defaultOf<NotificationRouting>(this, 'routing') ?? NotificationRouting._UNSET;
    found._warnIfSilent(this, 'routing');
    return found === NotificationRouting._UNSET ? NotificationRouting.nobody() : found;
  }

  /** The severities of a kind of alert have one runbook: what to do is the same, only not the hurry. */
  private runbookOf(id: string, severity: string): string | undefined {
    const runbookBaseUrl = this.common.runbookBaseUrl ?? defaultOf<string>(this, 'runbookBaseUrl');
    return runbookBaseUrl && `${runbookBaseUrl.replace(/\/+$/, '')}/${kebabPath([id]).replace(new RegExp(`-${severity}$`), '')}`;
  }
}
