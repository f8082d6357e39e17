import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Delivery, NOBODY, renderDeliveries } from './delivery';
import { checkRunbook } from './runbook';
import { checkCall } from '../core/calls';
import { checkDurationRange, checkedEnvironments, checkExistingId, checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { providerFor } from '../core/effective-provider';
import { warn } from '../core/errors';
import { literal } from '../core/expression';
import { checkName, defaultName, kebabPath, LABEL } from '../core/names';
import { declareReferences } from '../core/organizations';
import { ILogfireProjectRef } from '../core/references';
import { ResourceBase } from '../core/resource-base';
import { defaultOf } from '../core/scope-defaults';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { declareUniqueName } from '../core/unique-names';
import * as l1 from '../l1';
import { checkRuleIds, checkSql, queryRuleIds } from '../sql/check';
import { readSql } from '../sql/query';

/** An alert, created in this app or existing. */
export interface ILogfireAlert extends IConstruct {
  /** UUID of the alert. Known only at apply for an alert that is created in this app. */
  readonly alertId: string;
}

/** Which runs of an alert query send a notification. A run matches when the query returns rows. */
export enum NotifyWhen {
  /** Every run that matches. Repeats for as long as the problem lasts. */
  HAS_MATCHES = 'has_matches',
  /** The first run that matches and the first run that no longer does: one message when the problem starts, one when it ends. */
  HAS_MATCHES_CHANGED = 'has_matches_changed',
  /** Every run whose rows differ from those of the previous run. */
  MATCHES_CHANGED = 'matches_changed',
  /** The first run that matches. Sends nothing when the problem ends. */
  STARTS_HAVING_MATCHES = 'starts_having_matches',
}

/** Urgency of an alert, for the people who read its notification. Logfire itself has no severities. */
export enum AlertSeverity {
  /** For information. No action is needed. */
  INFO = 'info',
  /** Needs attention during working hours. */
  WARNING = 'warning',
  /** Needs attention now. */
  CRITICAL = 'critical',
}

/** Identifies the existing alert that Terraform imports. */
export class AlertImportId {
  /**
   * Identifies an alert by name.
   *
   * @param project name of the project, such as `shop`; without `/`, `,` and `|`
   * @param alert name of the alert, such as `errors`; without `/`, `,` and `|`
   */
  public static byName(project: string, alert: string): AlertImportId {
    checkCall('AlertImportId.byName', arguments);
    return new AlertImportId(ImportIdKind.NAME, [project, alert]);
  }

  /** Identifies an alert by the UUIDs of its project and the alert itself. */
  public static byId(projectId: string, alertId: string): AlertImportId {
    checkCall('AlertImportId.byId', arguments);
    return new AlertImportId(ImportIdKind.ID, [projectId, alertId]);
  }

  private constructor(
    /** What identifies the alert. */
    public readonly kind: ImportIdKind,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, this.parts, 'use AlertImportId.byId for names with such characters');
  }
}

/** Properties of an alert. */
export interface LogfireAlertProps {
  /** The project whose telemetry the alert queries. A change replaces the alert. */
  readonly project: ILogfireProjectRef;

  /**
   * The alert query, in SQL. The alert matches when the query returns rows.
   *
   * `AlertQuery` writes the usual ones, such as `AlertQuery.silence({ filter }).sql`. To alert on silence in SQL of your own,
   * return a row when nothing happened, for example with an aggregate and `HAVING`. If a row has a `trace_id`, the notification
   * links to the trace. A change updates the alert in place.
   *
   * Synth fails for a query that cannot run, with the line and column: one that is blank, is not one `SELECT` or `WITH` query,
   * has a quote or bracket without an end, reads an unknown table, or has a dashboard variable. Synth warns about a query that
   * cannot mean what it says, such as `GROUP BY` with `HAVING count(*) = 0`. What is known only at apply is not checked; Logfire
   * checks names of columns and functions at apply.
   */
  readonly query: string;

  /**
   * Ids of lint rules whose findings in `query` you accept, such as `Q3`. An unknown id fails at synth.
   *
   * @default - all rules apply
   */
  readonly ignoredLintRules?: string[];

  /**
   * Name of the alert, unique in its project. It must not be blank, or have leading or trailing whitespace. A change updates
   * the alert in place.
   *
   * @default - derived from the construct's path, for example `app-errors`
   */
  readonly alertName?: string;

  /**
   * Evaluation frequency: how often the query runs, from one minute to 24 hours. A change updates the alert in place.
   *
   * @default Duration.minutes(5)
   */
  readonly frequency?: Duration;

  /**
   * Lookback window of each run, from one minute to 30 days.
   *
   * A window shorter than `frequency` leaves gaps that no run covers; synth warns about it. Logfire also limits the window for
   * each frequency and checks that at apply: 30 days require a daily run. A change updates the alert in place.
   *
   * @default - the same as `frequency`, so that the runs cover every moment once
   */
  readonly timeWindow?: Duration;

  /**
   * Which runs send a notification. A change updates the alert in place.
   *
   * @default NotifyWhen.HAS_MATCHES_CHANGED
   */
  readonly notifyWhen?: NotifyWhen;

  /**
   * The deliveries that the alert notifies, each channel once. A change updates the alert in place.
   *
   * @default - the deliveries of the severity in the routing of `LogfireDefaults`, where no severity counts as a warning; otherwise none, with
   * a warning: the alert is then visible only in Logfire
   */
  readonly notify?: Delivery[];

  /**
   * The deployment environments that the alert covers, such as `production`. A blank name fails at synth. A change updates the
   * alert in place.
   *
   * @default - the environments of `LogfireDefaults`, otherwise all; an empty list means all
   */
  readonly environments?: string[];

  /**
   * What it means when the alert fires, for the people it notifies. Leading and trailing whitespace is removed. A change
   * updates the alert in place.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Severity of the alert. Logfire has no field for it, so it becomes the line `Severity: …` at the end of the description. A
   * change updates the alert in place.
   *
   * @default - no severity
   */
  readonly severity?: AlertSeverity;

  /**
   * The team that owns the alert. It must not be blank. Logfire has no field for it, so it becomes the line `Owner: …` of the description. A
   * change updates the alert in place.
   *
   * @default - the owner of `LogfireDefaults`, otherwise none
   */
  readonly owner?: string;

  /**
   * Address of a page that says what to do when the alert fires. It must begin with `https://` or `http://`, and have no password or key in
   * it, because everyone who sees the alert reads it. Others fail at synth.
   *
   * Logfire has no field for it, so it becomes the last line of the description, `Runbook: …`. A change updates the alert in
   * place.
   *
   * @default - the `runbookBaseUrl` of `LogfireDefaults` with the id of the construct, such as `/no-orders`; otherwise no runbook
   */
  readonly runbook?: string;

  /**
   * Whether the query runs. A change updates the alert in place.
   *
   * @default true
   */
  readonly active?: boolean;

  /**
   * Imports an existing alert into Terraform at the first apply, instead of creating one. Later applies ignore it.
   *
   * @default - creates a new alert
   */
  readonly importFrom?: AlertImportId;

  /**
   * The provider that manages the alert.
   *
   * @default - the provider of the project if both are in one stack, otherwise that of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What Terraform creates before the alert.
   *
   * @default - only what the alert refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** A default routing by severity, whose class is in a room above. */
interface DefaultRouting {
  deliveriesFor(severity: AlertSeverity): Delivery[];
  _warnIfSilent(scope: IConstruct, prop: string): void;
}

/** Provider: ranges of `frequency` and `time_window`. */
const SHORTEST = Duration.minutes(1);
const LONGEST_FREQUENCY = Duration.hours(24);
const LONGEST_WINDOW = Duration.days(30);
/** The rules that an alert can accept findings of. */
const RULE_IDS = queryRuleIds('alert');

class ExistingAlert extends Construct implements ILogfireAlert {
  constructor(scope: Construct, id: string, public readonly alertId: string) {
    super(scope, id);
    checkExistingId(this, 'alertId', alertId, 'alert');
    this.alertId = literal(alertId);
  }
}

/**
 * An alert of a project (`logfire_alert`): a query that runs on a schedule and notifies channels when it returns rows.
 *
 * For the alerts of an SLO, use `LogfireSlo`: Logfire creates those alerts itself.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const slack: ILogfireChannel;
 * new LogfireAlert(this, 'Errors', {
 *   project,
 *   query: 'SELECT trace_id, message FROM records WHERE is_exception',
 *   notify: [Delivery.to(slack)],
 * });
 */
export class LogfireAlert extends ResourceBase implements ILogfireAlert {
  /**
   * Refers to an existing alert. Creates nothing.
   *
   * @param alertId UUID of the alert; a blank string fails at synth, a string that is not a UUID causes a warning
   */
  public static fromAlertId(scope: Construct, id: string, alertId: string): ILogfireAlert {
    checkCall('LogfireAlert.fromAlertId', arguments);
    return new ExistingAlert(scope, id, alertId);
  }

  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Alert;

  constructor(scope: Construct, id: string, props: LogfireAlertProps) {
    super(scope, id);
    checkCall('new LogfireAlert', arguments, this);
    const name = props.alertName ?? defaultName(this, LABEL);
    const frequency = props.frequency ?? Duration.minutes(5);
    const timeWindow = props.timeWindow ?? frequency;
    checkName(this, 'alertName', name, LABEL);
    checkNotBlank(this, 'query', props.query, 'pass for example "SELECT trace_id FROM records WHERE is_exception"');
    checkDurationRange(this, 'frequency', frequency, SHORTEST, LONGEST_FREQUENCY);
    checkDurationRange(this, 'timeWindow', timeWindow, SHORTEST, LONGEST_WINDOW);
    this.warnAboutGaps(frequency, timeWindow);
    this.checkQuery(props, timeWindow);
    this.resource = this._create(l1.Alert, {
      projectId: props.project.projectId,
      name,
      query: props.query,
      timeWindow: durationText(timeWindow),
      frequency: durationText(frequency),
      notifyWhen: props.notifyWhen ?? NotifyWhen.HAS_MATCHES_CHANGED,
      channelAssignments: this.renderNotify(props.notify ?? this.defaultDeliveries(props.severity) ?? []),
      environments: checkedEnvironments(this, 'environments', props.environments ?? defaultOf<string[]>(this, 'environments') ?? []),
      description: composeDescription(this, {
        ...props,
        owner: props.owner ?? defaultOf<string>(this, 'owner'),
        runbook: props.runbook ?? this.defaultRunbook(),
      }),
      active: props.active ?? true,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    this._import(props.importFrom);
  }

  /** UUID of the alert. Known only at apply. */
  public get alertId(): string {
    return this._attribute('id');
  }

  private checkQuery({ query, notifyWhen, ignoredLintRules = [] }: LogfireAlertProps, timeWindow: Duration): void {
    checkRuleIds(this, 'ignoredLintRules', ignoredLintRules, RULE_IDS);
    checkSql(this, () => 'query', readSql(query), {
      use: 'alert',
      windowSeconds: timeWindow.isUnresolved() ? undefined : timeWindow.toSeconds(),
      comparesRows: notifyWhen === NotifyWhen.MATCHES_CHANGED,
    }, ignoredLintRules);
  }

  private warnAboutGaps(frequency: Duration, timeWindow: Duration): void {
    if (!frequency.isUnresolved() && !timeWindow.isUnresolved() && frequency.toSeconds() > timeWindow.toSeconds()) {
      warn(this, 'alert-window', `timeWindow is shorter than the frequency, got ${timeWindow.toString()} every ${frequency.toString()}: `
        + `no run covers the time between two windows; pass at least ${frequency.toString()}`);
    }
  }

  private defaultDeliveries(severity: AlertSeverity = AlertSeverity.WARNING): Delivery[] | undefined {
    const routing = defaultOf<DefaultRouting>(this, 'routing');
    routing?._warnIfSilent(this, 'routing');
    const deliveries = routing?.deliveriesFor(severity);
    return deliveries?.length === 0 ? NOBODY : deliveries;
  }

  private defaultRunbook(): string | undefined {
    const base = defaultOf<string>(this, 'runbookBaseUrl');
    return base && `${base.replace(/\/+$/, '')}/${kebabPath([this.node.id]) || this.node.addr}`;
  }

  private renderNotify(deliveries: Delivery[]): l1.AlertChannelAssignments[] {
    if (deliveries.length === 0 && deliveries !== NOBODY) {
      warn(this, 'nobody-notified', 'notify is empty: this alert notifies nobody; pass for example [Delivery.to(channel)]');
    }
    return renderDeliveries(this, 'notify', deliveries);
  }
}

/** As Logfire prints a duration, the only spelling that provider 0.2.0 accepts: in hours, except exactly 7 and 30 days. */
function durationText(duration: Duration): string {
  return ['7d', '30d'].includes(duration.toString()) ? duration.toString() : duration._toTimeaddText();
}

/** The parts of a description. */
interface DescriptionParts {
  readonly description?: string;
  readonly severity?: AlertSeverity;
  readonly owner?: string;
  readonly runbook?: string;
}

/**
 * The description, followed by one line each for severity, owner and runbook, because Logfire has no fields for them.
 *
 * The order is fixed, and missing parts leave no trace; undefined when all are missing.
 */
function composeDescription(scope: IConstruct, { description, severity, owner, runbook }: DescriptionParts): string | undefined {
  if (runbook !== undefined) {
    checkRunbook(scope, 'runbook', runbook, 'put other text into the description');
  }
  if (owner !== undefined) {
    checkNotBlank(scope, 'owner', owner, 'leave it out, or pass the name of a team');
  }
  const lines = [
    ...severity === undefined ? [] : [`Severity: ${severity}`],
    ...owner === undefined ? [] : [`Owner: ${owner}`],
    ...runbook === undefined ? [] : [`Runbook: ${runbook}`],
  ];
  const paragraphs = [description?.trim() ?? '', lines.join('\n')].filter((paragraph) => paragraph !== '');
  return paragraphs.length === 0 ? undefined : paragraphs.join('\n\n');
}

declareUniqueName('logfire_alert', { input: 'nameInput', prop: 'alertName', within: 'a project', withinInput: 'projectIdInput' });
declareReferences('logfire_alert', { path: 'project_id', prop: 'project' },
  { path: 'channel_assignments.channel_id', prop: 'notify' }, { path: 'channel_assignments.schedule_id', prop: 'notify' });
