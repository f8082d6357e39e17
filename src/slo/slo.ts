import { Annotations, ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { decimalText, withoutNoise } from './decimal-text';
import { Sli } from './sli';
import { SloImportId } from './slo-import-id';
import { SloRouting } from './slo-routing';
import { SloScope } from './slo-scope';
import { lowestTarget, SLO_TIERS, SloTier } from './slo-tier';
import { attributeReference } from '../core/attribute-reference';
import { checkDurationRange } from '../core/checks';
import { Duration } from '../core/duration';
import { renderEnvironments } from '../core/environments';
import { fail } from '../core/errors';
import { ImportBlock } from '../core/import-block';
import { inheritedProvider } from '../core/inherited-provider';
import { checkName, defaultName, LABEL } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';
import type { ILogfireProject } from '../projects/project';

/** What an SLO is made from. */
export interface LogfireSloProps {
  /** The project whose telemetry is measured. A change replaces the SLO, and the history of its error budget is lost. */
  readonly project: ILogfireProject;

  /** The service or model provider that is measured. A change replaces the SLO, and the history of its error budget is lost. */
  readonly sloScope: SloScope;

  /** What is measured. A change is made in place. */
  readonly sli: Sli;

  /**
   * How many percent of the events have to be good: above 0 and below 100, such as `99.9`, or a Terraform number such as a
   * variable's. Below about 93.06 the fast tier can never fire, below about 83.34 the medium one, which is warned about where
   * someone counts on them. A change is made in place.
   */
  readonly targetPercent: number;

  /**
   * Over which time the target holds: from one hour to 90 days. Logfire's plan and retention may allow less, which it tells at
   * apply. A change is made in place.
   *
   * @default Duration.days(30)
   */
  readonly rollingWindow?: Duration;

  /**
   * Name of the SLO, unique in its project, not blank and without blanks around it. A change renames in place.
   *
   * @default - derived from the construct's path, for example `app-availability`
   */
  readonly sloName?: string;

  /**
   * Whom the alerts of the SLO notify. Logfire makes and owns these alerts, one for each tier: they are no `LogfireAlert`s. A
   * change is made in place; a tier that is no longer managed keeps the channels it has.
   *
   * @default - whom Logfire's UI says, with a warning; `SloRouting.unmanaged()` is the same without
   */
  readonly notify?: SloRouting;

  /**
   * The deployment environments that are measured, such as `production`; none of them blank. A change is made in place.
   *
   * @default - all; an empty list means the same
   */
  readonly environments?: string[];

  /**
   * What the SLO promises. An empty text counts as none. A change is made in place.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Has Terraform refuse to destroy or replace the SLO, and to lose the history of its error budget. It does not hold when the
   * construct is taken out of the program: Terraform then no longer knows of the protection.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;

  /**
   * Takes over an SLO that exists instead of making one, at the first apply; later applies ignore it.
   *
   * @default - a new SLO
   */
  readonly importFrom?: SloImportId;

  /**
   * The provider to make the SLO with.
   *
   * @default - the provider of the project, when both are in one stack, else the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the SLO.
   *
   * @default - only what the SLO refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Provider: range of `rolling_window`, checked at apply only. */
const SHORTEST_WINDOW = Duration.hours(1);
const LONGEST_WINDOW = Duration.days(90);

/**
 * A service level objective: how many percent of the events have to be good, and who is told when the error budget burns too fast
 * (`logfire_slo`).
 *
 * Needs a plan with SLOs: Logfire tells at apply. Destroying or replacing it loses the history of the error budget.
 */
export class LogfireSlo extends ResourceBase {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Slo;

  private readonly references = new Map<string, string>();

  constructor(scope: Construct, id: string, props: LogfireSloProps) {
    super(scope, id);
    const name = props.sloName ?? defaultName(this, LABEL);
    const rollingWindow = props.rollingWindow ?? Duration.days(30);
    checkName(this, 'sloName', name, LABEL);
    checkDurationRange(this, 'rollingWindow', rollingWindow, SHORTEST_WINDOW, LONGEST_WINDOW);
    this.resource = new l1.Slo(this, 'Resource', {
      projectId: props.project.projectId,
      ...props.sloScope._render(this, 'sloScope'),
      name,
      description: props.description || undefined,
      ...props.sli._render(this, 'sli'),
      targetPercent: this.renderTarget(props.targetPercent),
      rollingWindow: rollingWindow.toString(),
      environments: renderEnvironments(this, 'environments', props.environments ?? []),
      alerts: props.notify?._render(this, 'notify'),
      lifecycle: props.deletionProtection ? { preventDestroy: true } : undefined,
      provider: props.provider ?? inheritedProvider(this, props.project),
      dependsOn: props.dependsOn,
    });
    this.warnAboutSilence(props);
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom'));
    }
  }

  /** UUID of the SLO; known at apply. */
  public get sloId(): string {
    return this.reference('id');
  }

  /** UUID of the alert that Logfire made for a tier; known at apply. It belongs to the SLO: change it through `notify` only. */
  public alertId(tier: SloTier): string {
    return this.reference(`alerts.${tier}.alert_id`);
  }

  private reference(attribute: string): string {
    const reference = this.references.get(attribute) ?? attributeReference(this.resource, attribute);
    this.references.set(attribute, reference);
    return reference;
  }

  private renderTarget(targetPercent: number): string {
    const target = withoutNoise(targetPercent);
    if (!isUnresolved(target) && !(target > 0 && target < 100)) {
      fail(this, `targetPercent must be above 0 and below 100, got ${targetPercent}; pass for example 99.9`);
    }
    return decimalText(target);
  }

  /** Pages that never come are worse than none: someone counts on them. */
  private warnAboutSilence({ notify, targetPercent }: LogfireSloProps): void {
    if (notify === undefined) {
      this.warn('notify is left out: nobody learns that the error budget burns until channels are set in Logfire; pass SloRouting.bySeverity(...), or SloRouting.unmanaged() if that is meant');
      return;
    }
    const told = SLO_TIERS.filter((tier) => notify[tier].kind === 'deliveries');
    const silent = told.filter((tier) => !isUnresolved(targetPercent) && targetPercent <= lowestTarget(tier));
    for (const tier of silent) {
      this.warn(`the ${tier} tier can never fire with targetPercent ${targetPercent}: even if all events are bad, the error budget burns too slowly; `
        + `raise the target above ${Math.ceil(lowestTarget(tier) * 100) / 100}, or pass SloTierRouting.nobody() for the tier`);
    }
    if (silent.length === told.length && SLO_TIERS.every((tier) => notify[tier].kind !== 'unmanaged')) {
      this.warn('notify has no tier that notifies anyone: nobody learns that the error budget burns; pass a delivery for at least one tier that can fire');
    }
  }

  private warn(message: string): void {
    Annotations.of(this).addWarning(message);
  }
}
