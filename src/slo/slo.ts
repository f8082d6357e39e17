import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Sli } from './sli';
import { lowestTarget, SLO_TIERS, SloRouting, SloRoutingKind, SloTier, SloTierRoutingKind } from './slo-routing';
import { checkCall } from '../core/calls';
import { checkDurationRange, checkedEnvironments, checkExistingId, checkNotBlank } from '../core/checks';
import { decimalText, withoutNoise } from '../core/decimal-text';
import { Duration } from '../core/duration';
import { providerFor } from '../core/effective-provider';
import { fail, warn } from '../core/errors';
import { literal } from '../core/expression';
import { checkName, defaultName, LABEL } from '../core/names';
import { declareReferences } from '../core/organizations';
import { protect } from '../core/protection';
import { ILogfireProjectRef } from '../core/references';
import { ResourceBase } from '../core/resource-base';
import { defaultOf } from '../core/scope-defaults';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { declareUniqueName } from '../core/unique-names';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';
import { checkRuleIds, queryRuleIds } from '../sql/check';

/** A service level objective, created in this app or existing. */
export interface ILogfireSlo extends IConstruct {
  /** UUID of the SLO. Known only at apply for an SLO that is created in this app. */
  readonly sloId: string;
}

/** Kind of the scope of an SLO. */
export enum SloScopeKind {
  /** A service, by name. */
  SERVICE = 'service',
  /** A provider of language models, by slug. */
  PROVIDER = 'provider',
}

/**
 * The service or model provider that an SLO measures.
 *
 * @example
 * const sloScope = SloScope.service('checkout');
 */
export class SloScope {
  /** Measures a service, by its name in the telemetry (`service.name`). A blank name fails at synth. */
  public static service(serviceName: string): SloScope {
    checkCall('SloScope.service', arguments);
    return new SloScope(SloScopeKind.SERVICE, serviceName);
  }

  /** Measures a provider of language models, by its slug, such as `openai`. A blank slug fails at synth. */
  public static llmProvider(slug: string): SloScope {
    checkCall('SloScope.llmProvider', arguments);
    return new SloScope(SloScopeKind.PROVIDER, slug);
  }

  private constructor(
    /** What the scope is: a service or a model provider. */
    public readonly kind: SloScopeKind,
    /** Name of the service, or slug of the model provider. */
    public readonly value: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): { readonly scopeKind: string; readonly scopeValue: string } {
    checkNotBlank(scope, prop, this.value, this.kind === SloScopeKind.SERVICE ? 'pass the name that the service reports as service.name' : 'pass a slug such as "openai"');
    return { scopeKind: this.kind, scopeValue: this.value };
  }
}

/** Identifies the existing SLO that Terraform imports. */
export class SloImportId {
  /**
   * Identifies an SLO by name.
   *
   * @param project name of the project, such as `shop`; without `/`, `,` and `|`
   * @param slo name of the SLO, such as `availability`; without `/`, `,` and `|`
   */
  public static byName(project: string, slo: string): SloImportId {
    checkCall('SloImportId.byName', arguments);
    return new SloImportId(ImportIdKind.NAME, [project, slo]);
  }

  /** Identifies an SLO by the UUIDs of its project and the SLO itself. */
  public static byId(projectId: string, sloId: string): SloImportId {
    checkCall('SloImportId.byId', arguments);
    return new SloImportId(ImportIdKind.ID, [projectId, sloId]);
  }

  private constructor(
    /** What identifies the SLO. */
    public readonly kind: ImportIdKind,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, this.parts, 'use SloImportId.byId for names with such characters');
  }
}

/** Properties of a service level objective. */
export interface LogfireSloProps {
  /** The project whose telemetry the SLO measures. A change replaces the SLO, and the history of its error budget is lost. */
  readonly project: ILogfireProjectRef;

  /** The service or model provider that the SLO measures. A change replaces the SLO, and the history of its error budget is lost. */
  readonly sloScope: SloScope;

  /** The service level indicator that the SLO measures. A change updates the SLO in place. */
  readonly sli: Sli;

  /**
   * Target: the percentage of events that must be good, from 1 to below 100, such as `99.9`. A fraction such as `0.999` fails.
   * It may also be a Terraform number, such as that of a variable.
   *
   * Below about 93.06, the alert of the fast tier can never fire; below about 83.34, neither can the medium one. Synth warns if
   * such a tier has deliveries. A change updates the SLO in place.
   */
  readonly targetPercent: number;

  /**
   * Rolling window over which the target applies, from one hour to 90 days.
   *
   * Your Logfire plan and retention may allow less; otherwise the apply fails. A change updates the SLO in place.
   *
   * @default Duration.days(30)
   */
  readonly rollingWindow?: Duration;

  /**
   * Name of the SLO, unique in its project. It must not be blank, or have leading or trailing whitespace. A change updates the
   * SLO in place.
   *
   * @default - derived from the construct's path, for example `app-availability`
   */
  readonly sloName?: string;

  /**
   * The deliveries that the alerts of the SLO notify.
   *
   * Logfire creates and owns these alerts, one for each tier; they are not `LogfireAlert` constructs. A change updates the SLO in
   * place. A tier that you no longer manage keeps its channels.
   *
   * @default - the routing of `LogfireDefaults`; otherwise keeps the channels configured in the Logfire UI, with a warning;
   * `SloRouting.unmanaged()` does so without one
   */
  readonly routing?: SloRouting;

  /**
   * The deployment environments that the SLO measures, such as `production`. A blank name fails at synth. A change updates the SLO
   * in place.
   *
   * @default - the environments of `LogfireDefaults`, otherwise all; an empty list means all
   */
  readonly environments?: string[];

  /**
   * Description of the objective. An empty string counts as no description. A change updates the SLO in place.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Ids of lint rules whose findings in the conditions of `sli` you accept, such as `Q11`. An unknown id fails at synth.
   *
   * @default - all rules apply
   */
  readonly ignoredLintRules?: string[];

  /**
   * Prevents Terraform from destroying or replacing the SLO, which loses the history of its error budget.
   *
   * It does not protect the SLO if you remove the construct from the program: Terraform then no longer knows about the protection.
   *
   * @default - the protection of `LogfireDefaults`, otherwise false
   */
  readonly deletionProtection?: boolean;

  /**
   * Imports an existing SLO into Terraform at the first apply, instead of creating one. Later applies ignore it.
   *
   * @default - creates a new SLO
   */
  readonly importFrom?: SloImportId;

  /**
   * The provider that manages the SLO.
   *
   * @default - the provider of the project if both are in one stack, otherwise that of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What Terraform creates before the SLO.
   *
   * @default - only what the SLO refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** A default routing by severity, whose class is in a room above. */
interface DefaultSloRouting {
  toSloRouting(): SloRouting;
  _warnIfSilent(scope: IConstruct, prop: string): void;
}

/** Provider: range of `rolling_window`, checked at apply only. */
const SHORTEST_WINDOW = Duration.hours(1);
const LONGEST_WINDOW = Duration.days(90);
/** The rules that an SLO can accept findings of. */
const RULE_IDS = queryRuleIds('condition');

class ExistingSlo extends Construct implements ILogfireSlo {
  constructor(scope: Construct, id: string, public readonly sloId: string) {
    super(scope, id);
    checkExistingId(this, 'sloId', sloId, 'SLO');
    this.sloId = literal(sloId);
  }
}

/**
 * A service level objective, SLO (`logfire_slo`): the percentage of events that must be good, and the deliveries that are notified
 * when the error budget burns too fast.
 *
 * Requires a Logfire plan with SLOs; otherwise the apply fails. Destroying or replacing an SLO loses the history of its error
 * budget.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const onCall: ILogfireChannel;
 * new LogfireSlo(this, 'Availability', {
 *   project,
 *   sloScope: SloScope.service('checkout'),
 *   sli: Sli.availability(),
 *   targetPercent: 99.9,
 *   routing: SloRouting.bySeverity({ page: [Delivery.to(onCall)], ticket: [] }),
 * });
 */
export class LogfireSlo extends ResourceBase implements ILogfireSlo {
  /**
   * Refers to an existing SLO. Creates nothing.
   *
   * @param sloId UUID of the SLO; a blank string fails at synth, a string that is not a UUID causes a warning
   */
  public static fromSloId(scope: Construct, id: string, sloId: string): ILogfireSlo {
    checkCall('LogfireSlo.fromSloId', arguments);
    return new ExistingSlo(scope, id, sloId);
  }

  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Slo;

  constructor(scope: Construct, id: string, props: LogfireSloProps) {
    super(scope, id);
    checkCall('new LogfireSlo', arguments, this);
    const name = props.sloName ?? defaultName(this, LABEL);
    const rollingWindow = props.rollingWindow ?? Duration.days(30);
    checkName(this, 'sloName', name, LABEL);
    checkDurationRange(this, 'rollingWindow', rollingWindow, SHORTEST_WINDOW, LONGEST_WINDOW);
    const isProtected = props.deletionProtection ?? defaultOf<boolean>(this, 'deletionProtection') ?? false;
    const routing = props.routing ?? this.defaultRouting();
    this.resource = this._create(l1.Slo, {
      projectId: props.project.projectId,
      ...props.sloScope._render(this, 'sloScope'),
      name,
      description: props.description || undefined,
      ...this.renderSli(props),
      targetPercent: this.renderTarget(props.targetPercent),
      rollingWindow: rollingWindow.toString(),
      environments: checkedEnvironments(this, 'environments', props.environments ?? defaultOf<string[]>(this, 'environments') ?? []),
      alerts: routing?._render(this, 'routing'),
      lifecycle: isProtected ? { preventDestroy: true } : undefined,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    protect(this.resource, { alternative: 'pass deletionProtection: false to allow that' });
    this.warnAboutSilence(routing, props.targetPercent);
    this._import(props.importFrom);
  }

  /** UUID of the SLO. Known only at apply. */
  public get sloId(): string {
    return this._attribute('id');
  }

  /**
   * Returns the UUID of the alert that Logfire creates for a tier. Known only at apply.
   *
   * The alert belongs to the SLO: change it only through `routing`.
   */
  public alertId(tier: SloTier): string {
    checkCall('LogfireSlo#alertId', arguments, this);
    return this._attribute(`alerts.${tier}.alert_id`);
  }

  private renderSli({ sli, ignoredLintRules = [] }: LogfireSloProps) {
    checkRuleIds(this, 'ignoredLintRules', ignoredLintRules, RULE_IDS);
    return sli._render(this, 'sli', ignoredLintRules);
  }

  private renderTarget(targetPercent: number): string {
    const target = withoutNoise(targetPercent);
    if (!isUnresolved(target) && !(target > 0 && target < 100)) {
      fail(this, 'slo-target', `targetPercent must be above 0 and below 100, got ${targetPercent}; pass for example 99.9`);
    }
    if (!isUnresolved(target) && target < 1) {
      fail(this, 'slo-target', `targetPercent must be in percent, got ${targetPercent}; did you mean ${decimalText(withoutNoise(target * 100))}?`);
    }
    return decimalText(target);
  }

  private defaultRouting(): SloRouting | undefined {
    const routing = defaultOf<DefaultSloRouting>(this, 'routing');
    routing?._warnIfSilent(this, 'routing');
    return routing?.toSloRouting();
  }

  /** Pages that never arrive are worse than none, because people rely on them. */
  private warnAboutSilence(routing: SloRouting | undefined, targetPercent: number): void {
    if (routing === undefined) {
      warn(this, 'nobody-notified', 'routing is not set: nobody is notified when the error budget burns until you configure channels in the Logfire UI; '
        + 'pass SloRouting.bySeverity(...), or SloRouting.unmanaged() to keep the channels of the UI');
      return;
    }
    if (routing.kind === SloRoutingKind.NOBODY) {
      return;
    }
    const managed = SLO_TIERS.filter((tier) => routing[tier].kind === SloTierRoutingKind.DELIVERIES);
    const silent = managed.filter((tier) => !isUnresolved(targetPercent) && targetPercent <= lowestTarget(tier));
    for (const tier of silent) {
      warn(this, 'slo-silent-tier', `targetPercent is too low for the ${tier} tier, got ${targetPercent}: its alert can never fire, even if all events are bad; `
        + `raise the target above ${Math.ceil(lowestTarget(tier) * 100) / 100}, or pass SloTierRouting.nobody() for the tier`);
    }
    if (silent.length === managed.length && SLO_TIERS.every((tier) => routing[tier].kind !== SloTierRoutingKind.UNMANAGED)) {
      warn(this, 'nobody-notified', 'routing has no delivery for a tier that can fire: nobody is notified when the error budget burns; pass a delivery for at least one such tier');
    }
  }
}

declareUniqueName('logfire_slo', { input: 'nameInput', prop: 'sloName', within: 'a project', withinInput: 'projectIdInput' });
declareReferences('logfire_slo', { path: 'project_id', prop: 'project' }, ...SLO_TIERS.flatMap((tier) => ['channel_id', 'schedule_id'].map((id) => (
  { path: `alerts.${tier}.channel_assignments.${id}`, prop: 'routing' }
))));
