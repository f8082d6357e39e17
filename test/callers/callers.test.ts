import { App } from 'cdktf';
import { call, ENTRY_POINTS, isStruct, legalArgs, types } from './calls';
import { propsOf, sampleOf, structWith, use, World } from './samples';
import { legalFor, meantFor, WRONG } from './wrong-values';
import { EntryPoint, typeText } from '../../scripts/signatures';
import { cleanUp } from '../synth';

jest.setTimeout(300_000);

/** A value that a call is given: a parameter, or a prop of one, as an error names it. */
interface Place {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** The legal arguments, with another value at this place. */
  readonly args: (world: World, value: unknown) => unknown[];
}

/** The places of a call: its parameters, their props, and the props of those. */
function placesOf(entryPoint: EntryPoint): Place[] {
  return entryPoint.parameters.flatMap(({ name, type, optional = false }, index) => {
    const replaced = (world: World, value: unknown) => legalArgs(world, entryPoint).map((arg, position) => (position === index ? value : arg));
    const text = typeText(type);
    return [{ name, type: text, optional, args: replaced }, ...isStruct(text) ? propPlaces(text, '', replaced) : []];
  });
}

function propPlaces(struct: string, prefix: string, args: Place['args']): Place[] {
  return propsOf(types, struct).flatMap(({ name, type, optional }) => {
    const replaced = (world: World, value: unknown) => args(world, structWith(world, types, struct, name, value));
    return [{ name: prefix + name, type, optional, args: replaced }, ...isStruct(type) && isNew(type) ? propPlaces(type, `${prefix}${name}.`, replaced) : []];
  });
}

/** Structs inside of others whose props have their places: the check is the same wherever such a struct is. */
const inside = new Set<string>();

function isNew(struct: string): boolean {
  const size = inside.size;
  return inside.add(struct).size > size;
}

type Outcome = { readonly error: Error } | { readonly legal: true };

function outcomeOf(run: (world: World) => unknown): Outcome {
  const world = new World();
  try {
    use(world, run(world));
    (world.stack.node.root as App).synth();
    return { legal: true };
  } catch (error) {
    return { error: error as Error };
  } finally {
    cleanUp();
  }
}

/** A rejection by the library: of a value, or of the app as a whole. */
const isRejection = ({ name, message }: Error) => name === 'LogfireError' || /^Validation failed/.test(message);

/** Legal values that look wrong, and why they are right: by place, or by the name of the prop. */
const REASONS: readonly (readonly [values: RegExp, places: RegExp, reason: string])[] = [
  [/^an empty list$/, / dependsOn$/, 'there is nothing to wait for'],
  [/^an empty list$/, / environments$/, 'all environments, as the documentation says'],
  [/^an empty object$/, /^new LogfireProvider customHeaders$/, 'there are no headers'],
  [/^an empty object$/, /^new LogfireSinkProvider configuration$/, 'the provider reads its environment variables'],
  [/^an empty list$/, / ignoredLintRules$/, 'no finding is accepted'],
  [/^an empty list$/, /^new LogfireAlert notify$/, 'an alert that notifies nobody has a warning'],
  [/^an empty list$/, /^(SloRouting|NotificationRouting)\.bySeverity |^LogfireOfficeHoursSplit#deliverTo /, 'nobody is notified, as the documentation says'],
  [/^an empty list$/, / paging$/, 'no environment pages'],
  [/^an empty list$/, /^AlertQuery\.\w+ groupBy$/, 'without groups there is one row for all'],
  [/^an empty list$/, /^ScheduleWindow\.outside windows$/, 'the whole week is outside of no window'],
  [/string$/, /^new LogfireOrganization (?!dependsOn)/, 'what is blank is left as it is, with a warning'],
  [/^an empty string$/, /^new LogfireFrontendApplication (environment|serviceNamespace)$/, 'an empty string counts as none, as the documentation says'],
  [/string$/, /[ .]description$/, 'a description is any text, and a blank one counts as none or is shown as it is'],
  [/fraction$/, / threshold$/, 'a threshold is any number'],
  [/fraction$/, /[ .]targetPercent$/, 'targets such as 99.5 % are usual; one that is too low for an alert has a warning'],
  [/^an empty list$/, /^AlertQuery\.rows columns$/, 'the trace id alone is a link'],
  [/fraction$/, /[ .](seconds|thresholdSeconds|aboveSeconds)$/, 'half a second is usual'],
  [/fraction$/, /[ .](above|below)Percent$/, 'a percentage is any number'],
  [/fraction$/, /[ .](percentile|percentiles)$/, 'percentiles such as 99.9 are usual'],
  [/fraction$/, /\.(aboveUsd|above|below)$/, 'sums of money, scores and values of a metric are any numbers'],
  [/fraction$/, /Filter\.number(Attribute|Column) value$/, 'a value is any number'],
  [/string$/, /Filter\.(attribute|resourceAttribute|column) text$/, 'a column can contain a blank string'],
  [/^an empty list$/, /^DashboardDefinition\.fromSections (sections|variables)$/, 'a dashboard can be empty, and have no variables'],
  [/^an empty list$/, /^new DashboardSection panels$/, 'a section can be empty, as the documentation says'],
  [/^an empty list$/, /^DashboardVariable\.\w+ defaultValues$/, 'no value is the default'],
  [/^an empty object$/, /^DashboardVariable\.list labels$/, 'the values are their own labels'],
  [/string$/, /^DashboardVariable\.text defaultValue$/, 'readers can type any string'],
  [/^an? (empty object|object with)/, /^new RawPanel pluginSpec$/, 'a plugin has any settings'],
  [/^an empty list$/, /^new RawPanel queries$/, 'some plugins have no query'],
  [/fraction$/, /^new TimeSeriesPanel (lineWidth|yAxis\.m\w+)$/, 'a width and an axis are any numbers in their range'],
  [/fraction$/, /^new ValuesPanel thresholds\./, 'a threshold is any number'],
  [/./, /Sink#store (value|version)$/, 'the library passes them, and never a literal'],
];
const usedReasons = new Set<number>();

function reasonFor(value: string, place: string): string | undefined {
  const index = REASONS.findIndex(([values, places]) => values.test(value) && places.test(place));
  usedReasons.add(index);
  return REASONS[index]?.[2];
}

describe.each(ENTRY_POINTS.map((entryPoint) => [entryPoint.entry, entryPoint] as const))('%s', (entry, entryPoint) => {
  const places = placesOf(entryPoint);

  test('accepts what its signature allows', () => {
    const outcomes = [
      ['all required', outcomeOf((world) => call(world, entryPoint, legalArgs(world, entryPoint)))],
      ...places.map(({ name, type, args }) => [name, outcomeOf((world) => (
        call(world, entryPoint, args(world, sampleOf(world, types, type, placeKey(entry, entryPoint, name), name.split('.').at(-1)!)))))] as const),
    ] as const;
    expect(outcomes.flatMap(([name, outcome]) => 'error' in outcome ? [`${name}: ${outcome.error.message}`] : [])).toEqual([]);
  });

  test('rejects everything else, with the place', () => {
    const problems: string[] = [];
    for (const { name, type, optional, args } of places) {
      const allowed = legalFor(type, optional);
      for (const [wrong, create] of Object.entries(WRONG)) {
        if (isStruct(type) && wrong === 'an empty object' && propsOf(types, type).every((prop) => prop.optional)) {
          continue;
        }
        const outcome = outcomeOf((world) => call(world, entryPoint, args(world, create())));
        if ('legal' in outcome) {
          if (!meantFor(type, optional).includes(wrong) && reasonFor(wrong, `${entry} ${name}`) === undefined) {
            problems.push(`${name}: ${wrong} is accepted`);
          }
        } else if (!isRejection(outcome.error)) {
          problems.push(`${name}: ${wrong} gives a raw error: ${outcome.error.message.split('\n')[0]}`);
        } else if (!allowed.includes(wrong) && wrong !== 'nothing' && !namesOf(name, type).some((told) => outcome.error.message.includes(told))) {
          problems.push(`${name}: ${wrong} is not told by name: ${outcome.error.message}`);
        }
      }
    }
    expect(problems).toEqual([]);
  });
});

/** What an error may tell about a value: where it is, or what is wrong inside of it. */
function namesOf(name: string, type: string): string[] {
  return [name.split('.').at(-1)!, ...isStruct(type) ? ['somethingElse', ...propsOf(types, type).map((prop) => prop.name)] : []];
}

/** By the struct of a prop, or by the parameter. */
function placeKey(entry: string, { parameters }: EntryPoint, name: string): string {
  const struct = parameters.map(({ type }) => typeText(type)).find(isStruct);
  return struct !== undefined && !parameters.some((parameter) => parameter.name === name) ? `${ownerOf(struct, name)}.${name.split('.').at(-1)}` : `${entry}(${name})`;
}

function ownerOf(struct: string, name: string): string {
  const [first, ...rest] = name.split('.');
  return rest.length === 0 ? struct : ownerOf(propsOf(types, struct).find((prop) => prop.name === first)!.type, rest.join('.'));
}

test('every reason explains something', () => {
  expect(REASONS.filter((_, index) => !usedReasons.has(index))).toEqual([]);
});
