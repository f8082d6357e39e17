import type { Behaviour } from './behaviour';
import type { Diagnostic } from './diagnostics';
import { equalWhilePlanning, keepSpelling } from './meaning';
import { stepsOf, valueAt, type Step } from './paths';
import { checkRule } from './rules';
import type { Shape } from './schema';
import { copy, isObject, sameValue, Unknown, UNKNOWN, type ObjectValue, type Value } from './values';

/** The answer to PlanResourceChange. */
export interface Plan {
  readonly planned: Value;
  readonly requiresReplace: ReadonlyArray<readonly Step[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a computed attribute gets that the configuration leaves out. */
type Computed = (path: string, prior: Value) => Value;

/** Plans a creation (no `prior`), an update, or a destruction (no `config`). */
export function plan(type: string, shape: Shape, behaviour: Behaviour, prior: Value, config: Value): Plan {
  if (!isObject(config)) return { planned: null, requiresReplace: [], diagnostics: [] };
  if (!isObject(prior)) {
    const planned = propose(shape, behaviour, null, config, () => UNKNOWN);
    return { planned, requiresReplace: [], diagnostics: [] };
  }

  const settled = propose(shape, behaviour, prior, config, (_, value) => value);
  keepOldSpelling(shape, behaviour, prior, settled);
  const lost = lostAlerts(type, prior);
  if (sameValue(shape, settled, prior) && lost.length === 0) return { planned: prior, requiresReplace: [], diagnostics: [] };

  const planned = propose(shape, behaviour, prior, config, (path, value) => {
    const kept = behaviour.keeps_state_value_while_planning.includes(path);
    return kept && !lost.includes(path) && !viabilityMoves(path, prior, settled) ? value : UNKNOWN;
  });
  keepOldSpelling(shape, behaviour, prior, planned);
  return {
    planned,
    requiresReplace: behaviour.requires_replace
      .filter((path) => !sameValue(shapeAt(shape, path), valueAt(planned, path), valueAt(prior, path)))
      .map(stepsOf),
    diagnostics: changeRules(shape, behaviour, prior, planned),
  };
}

/** The planned object: the configuration, defaults, and what `computed` says about the rest. */
function propose(shape: Shape, behaviour: Behaviour, prior: ObjectValue | null, config: ObjectValue, computed: Computed): ObjectValue {
  return proposeObject(shape, behaviour, prior, config, computed, '');
}

function proposeObject(shape: Shape, behaviour: Behaviour, prior: Value, config: ObjectValue, computed: Computed, prefix: string): ObjectValue {
  const planned: ObjectValue = {};
  for (const [name, field] of Object.entries(shape.fields!)) {
    const path = `${prefix}${name}`;
    const wanted = config[name] ?? null;
    const before = isObject(prior) ? prior[name] ?? null : null;
    if (field.shape.kind === 'object' && isObject(wanted)) {
      planned[name] = proposeObject(field.shape, behaviour, before, wanted, computed, `${path}.`);
    } else if (wanted !== null || !field.computed) {
      planned[name] = copy(wanted);
    } else if (path in behaviour.defaults) {
      planned[name] = copy(behaviour.defaults[path]);
    } else if (field.shape.kind === 'object' && isObject(before)) {
      planned[name] = proposeObject(field.shape, behaviour, before, {}, computed, `${path}.`);
    } else {
      planned[name] = copy(computed(path, before));
    }
  }
  return planned;
}

/** Puts the spelling of the state where the configuration has another one that means the same. */
function keepOldSpelling(shape: Shape, behaviour: Behaviour, prior: ObjectValue, planned: ObjectValue): void {
  const attempt = copy(planned);
  keepSpelling(behaviour, equalWhilePlanning(behaviour), prior, attempt);
  for (const path of equalWhilePlanning(behaviour)) {
    const name = path.split('.')[0].replace('[]', '');
    // Terraform lets a provider keep a value of the state as a whole, or take that of the configuration; null counts as neither.
    const bothSet = planned[name] !== null && prior[name] !== null;
    if (bothSet && sameValue(shape.fields![name].shape, attempt[name], prior[name])) planned[name] = copy(prior[name]);
  }
}

/** Paths of the alerts of an SLO that are not there any more; an update makes them again. */
export function lostAlerts(type: string, prior: ObjectValue): string[] {
  if (type !== 'logfire_slo' || !isObject(prior.alerts)) return [];
  return Object.entries(prior.alerts)
    .filter(([, tier]) => isObject(tier) && tier.alert_id === null)
    .flatMap(([name]) => ['alert_id', 'severity', 'viable'].map((attribute) => `alerts.${name}.${attribute}`));
}

/** Whether an alert of an SLO can fire depends on the target. */
function viabilityMoves(path: string, prior: ObjectValue, planned: ObjectValue): boolean {
  return path.endsWith('.viable') && planned.target_percent !== prior.target_percent;
}

function changeRules(shape: Shape, behaviour: Behaviour, prior: ObjectValue, planned: ObjectValue): Diagnostic[] {
  const changed = (path: string) => !sameValue(shapeAt(shape, path), valueAt(planned, path), valueAt(prior, path));
  const known = (path: string) => !(valueAt(planned, path) instanceof Unknown);
  return behaviour.rules
    .filter((rule) => rule.phase === 'plan')
    .filter((rule) => !rule.when_changed_any || rule.when_changed_any.some((path) => known(path) && changed(path)))
    .filter((rule) => (rule.when_unchanged ?? []).every((path) => !changed(path)))
    .flatMap((rule) => checkRule(rule, planned));
}

function shapeAt(shape: Shape, path: string): Shape {
  return path.split('.').reduce((at, name) => at.fields![name].shape, shape);
}
