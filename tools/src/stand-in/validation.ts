import type { Behaviour } from './behaviour';
import { parseJsonObject } from './dashboard-document';
import { error, type Diagnostic } from './diagnostics';
import { durationSeconds, instantOf, isBlank } from './meaning';
import { locate, type Located } from './paths';
import { checkRules } from './rules';
import type { Shape } from './schema';
import { isObject, isSet, type ObjectValue, type Value } from './values';

/** What is wrong with a value, or undefined. */
type Check = (value: Exclude<Value, null>) => string | undefined;

/** What Terraform's validate phase has to refuse. Null and unknown values pass every check of a single value. */
export function validateConfig(shape: Shape, behaviour: Behaviour, config: Value): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const [path, check] of checksOf(behaviour)) {
    for (const located of locate(shape, config, path)) {
      if (!isSet(located.value)) continue;
      const finding = check(located.value);
      if (finding) findings.push(refused(located, finding));
    }
  }
  return [...findings, ...checkRules(behaviour.rules, 'validate', config)];
}

/** Durations that are only looked at while applying. */
export function checkDurationsAtApply(shape: Shape, behaviour: Behaviour, config: Value): Diagnostic[] {
  if (behaviour.durations_checked !== 'apply') return [];
  return Object.entries(behaviour.durations).flatMap(([path, range]) =>
    [...locate(shape, config, path)].flatMap((located) => {
      const finding = isSet(located.value) && (durationSeconds(located.value as string) === undefined ? 'is not a duration' : outOfRange(range, located.value));
      return finding ? [refused(located, finding)] : [];
    }));
}

function* checksOf(behaviour: Behaviour): Generator<[string, Check]> {
  const late = behaviour.durations_checked === 'apply' ? Object.keys(behaviour.durations) : [];
  for (const [path, values] of Object.entries(behaviour.enums)) {
    yield [path, (value) => (values.includes(value as string) ? undefined : `must be one of ${values.join(', ')}`)];
  }
  for (const [path, source] of Object.entries(behaviour.patterns)) {
    if (late.includes(path)) continue;
    const pattern = new RegExp(source, 'u');
    const blankPasses = behaviour.timestamps.includes(path);
    yield [path, (value) => (pattern.test(value as string) || (blankPasses && isBlank(value)) ? undefined : `must match ${source}`)];
  }
  for (const path of behaviour.timestamps) {
    yield [path, (value) => (isBlank(value) || instantOf(value as string) !== undefined ? undefined : 'must be an RFC 3339 time')];
  }
  for (const [path, least] of Object.entries(behaviour.min_length)) {
    yield [path, (value) => (byteLength(value) >= least ? undefined : `must have at least ${least} bytes, has ${byteLength(value)}`)];
  }
  for (const [path, most] of Object.entries(behaviour.max_length)) {
    yield [path, (value) => (byteLength(value) <= most ? undefined : `must have at most ${most} bytes, has ${byteLength(value)}`)];
  }
  for (const path of behaviour.integers) {
    yield [path, (value) => (Number.isInteger(value) ? undefined : 'must be a whole number')];
  }
  for (const [path, [low, high]] of Object.entries(behaviour.ranges)) {
    yield [path, (value) => (Number(value) >= low && Number(value) <= high ? undefined : `must be between ${low} and ${high}`)];
  }
  for (const [path, [low, high]] of Object.entries(behaviour.exclusive_ranges)) {
    yield [path, (value) => {
      const number = Number(value);
      return Number.isNaN(number) || (number > low && number < high) ? undefined : `must be greater than ${low} and less than ${high}`;
    }];
  }
  for (const [path, range] of Object.entries(behaviour.durations)) {
    if (!late.includes(path)) yield [path, (value) => outOfRange(range, value)];
  }
  for (const path of behaviour.json_objects) {
    yield [path, (value) => (parseJsonObject(value as string) ? undefined : 'must be a JSON object')];
  }
  yield* checksOfCollections(behaviour);
}

function* checksOfCollections(behaviour: Behaviour): Generator<[string, Check]> {
  for (const [path, least] of Object.entries(behaviour.min_items)) {
    yield [path, (value) => ((value as Value[]).length >= least ? undefined : `must have at least ${least} element(s), has ${(value as Value[]).length}`)];
  }
  for (const path of behaviour.unique_items) {
    yield [path, (value) => doubled((value as Value[]).filter(isSet))];
  }
  for (const [path, key] of Object.entries(behaviour.unique_by)) {
    yield [path, (value) => doubled((value as Value[]).filter(isObject).map((element: ObjectValue) => element[key]).filter(isSet), `${key} `)];
  }
}

function doubled(values: readonly Value[], noun = ''): string | undefined {
  const double = values.find((value, index) => values.indexOf(value) !== index);
  return double === undefined ? undefined : `has ${noun}${JSON.stringify(double)} more than once`;
}

function outOfRange([shortest, longest]: readonly [string, string], value: Value): string | undefined {
  const seconds = durationSeconds(value as string);
  if (seconds === undefined) return undefined;
  const inside = seconds >= durationSeconds(shortest)! && seconds <= durationSeconds(longest)!;
  return inside ? undefined : `must be between ${shortest} and ${longest}: Duration out of range`;
}

function byteLength(value: Value): number {
  return Buffer.byteLength(value as string, 'utf8');
}

function refused(located: Located, finding: string): Diagnostic {
  return error('Invalid Attribute Value', `Attribute ${located.text} ${finding}.`, located.steps);
}
