import { Annotations, ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { composeDescription } from './alert-description';
import { AlertImportId } from './alert-import-id';
import { AlertSeverity } from './alert-severity';
import { Delivery, renderDeliveries } from './delivery';
import { NotifyWhen } from './notify-when';
import { attributeReference } from '../core/attribute-reference';
import { checkDurationRange, checkEnum, checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { renderEnvironments } from '../core/environments';
import { ImportBlock } from '../core/import-block';
import { inheritedProvider } from '../core/inherited-provider';
import { checkName, defaultName, LABEL } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import * as l1 from '../l1';
import type { ILogfireProject } from '../projects/project';

/** What an alert is made from. */
export interface LogfireAlertProps {
  /** The project whose telemetry is looked at. A change replaces the alert. */
  readonly project: ILogfireProject;

  /**
   * What is looked for, in SQL: the alert matches when there are rows, so silence has to be made a row, for example with an
   * aggregate and `HAVING`. Not blank; Logfire checks it at apply. A row with `trace_id` makes the notification link to the
   * trace. A change is made in place.
   */
  readonly query: string;

  /**
   * Name of the alert, unique in its project, not blank and without blanks around it. A change renames in place.
   *
   * @default - derived from the construct's path, for example `app-errors`
   */
  readonly alertName?: string;

  /**
   * How often the query runs: from one minute to 24 hours. A change is made in place.
   *
   * @default Duration.minutes(5)
   */
  readonly frequency?: Duration;

  /**
   * How far back each run looks: from one minute to 30 days. Below `frequency` there are gaps that no run looks at, which is
   * warned about. Logfire has a limit for each frequency, which it tells at apply: 30 days need a daily run. A change is made in
   * place.
   *
   * @default - as long as `frequency`, so that each moment is looked at once
   */
  readonly timeWindow?: Duration;

  /**
   * Which runs notify. A change is made in place.
   *
   * @default NotifyWhen.HAS_MATCHES_CHANGED
   */
  readonly notifyWhen?: NotifyWhen;

  /**
   * Whom the alert notifies, each channel once. A change is made in place.
   *
   * @default - nobody, with a warning: the alert is then seen in Logfire only
   */
  readonly notify?: Delivery[];

  /**
   * The deployment environments that are looked at, such as `production`; none of them blank. A change is made in place.
   *
   * @default - all; an empty list means the same
   */
  readonly environments?: string[];

  /**
   * What it means when the alert fires, for those who are notified. Blanks around it are cut. A change is made in place.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * How urgent it is. Logfire has no field for it: it is a line `Severity: …` at the end of the description.
   *
   * @default - not said
   */
  readonly severity?: AlertSeverity;

  /**
   * Address of a page that says what to do: begins with `https://` or `http://`. Logfire has no field for it: it is the last
   * line of the description, `Runbook: …`.
   *
   * @default - none
   */
  readonly runbook?: string;

  /**
   * Whether the query runs. A change is made in place.
   *
   * @default true
   */
  readonly active?: boolean;

  /**
   * Takes over an alert that exists instead of making one, at the first apply; later applies ignore it.
   *
   * @default - a new alert
   */
  readonly importFrom?: AlertImportId;

  /**
   * The provider to make the alert with.
   *
   * @default - the provider of the project, when both are in one stack, else the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the alert.
   *
   * @default - only what the alert refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Provider: ranges of `frequency` and `time_window`. */
const SHORTEST = Duration.minutes(1);
const LONGEST_FREQUENCY = Duration.hours(24);
const LONGEST_WINDOW = Duration.days(30);

/**
 * An alert of a project: a query that runs again and again, and whom it notifies when it finds rows (`logfire_alert`).
 *
 * The alerts of an SLO are not made with it: Logfire makes them itself.
 */
export class LogfireAlert extends ResourceBase {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Alert;

  private idReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireAlertProps) {
    super(scope, id);
    const name = props.alertName ?? defaultName(this, LABEL);
    const frequency = props.frequency ?? Duration.minutes(5);
    const timeWindow = props.timeWindow ?? frequency;
    checkName(this, 'alertName', name, LABEL);
    checkNotBlank(this, 'query', props.query, 'pass for example "SELECT trace_id FROM records WHERE is_exception"');
    checkEnum(this, 'notifyWhen', props.notifyWhen, NotifyWhen);
    checkEnum(this, 'severity', props.severity, AlertSeverity);
    checkDurationRange(this, 'frequency', frequency, SHORTEST, LONGEST_FREQUENCY);
    checkDurationRange(this, 'timeWindow', timeWindow, SHORTEST, LONGEST_WINDOW);
    this.warnAboutGaps(frequency, timeWindow);
    this.resource = new l1.Alert(this, 'Resource', {
      projectId: props.project.projectId,
      name,
      query: props.query,
      timeWindow: durationText(timeWindow),
      frequency: durationText(frequency),
      notifyWhen: props.notifyWhen ?? NotifyWhen.HAS_MATCHES_CHANGED,
      channelAssignments: this.renderNotify(props.notify ?? []),
      environments: renderEnvironments(this, 'environments', props.environments ?? []),
      description: composeDescription(this, props),
      active: props.active ?? true,
      provider: props.provider ?? inheritedProvider(this, props.project),
      dependsOn: props.dependsOn,
    });
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom'));
    }
  }

  /** UUID of the alert; known at apply. */
  public get alertId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  private warnAboutGaps(frequency: Duration, timeWindow: Duration): void {
    if (!frequency._isUnresolved && !timeWindow._isUnresolved && frequency.toSeconds() > timeWindow.toSeconds()) {
      Annotations.of(this).addWarning(`timeWindow ${timeWindow.toString()} is shorter than frequency ${frequency.toString()}: `
        + 'what happens between two windows is never looked at; make it as long as frequency or longer');
    }
  }

  private renderNotify(deliveries: Delivery[]): l1.AlertChannelAssignments[] {
    if (deliveries.length === 0) {
      Annotations.of(this).addWarning('notify is empty: nobody learns of this alert; pass for example [Delivery.to(channel)]');
    }
    return renderDeliveries(this, 'notify', deliveries);
  }
}

/** As Logfire prints it, which is also the only spelling that provider 0.2.0 takes: hours, but for exactly 7 and 30 days. */
function durationText(duration: Duration): string {
  return ['7d', '30d'].includes(duration.toString()) ? duration.toString() : duration._toTimeaddText();
}
