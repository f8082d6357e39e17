import { LIBRARY, scalar } from './props';
import { isObject, itemsOf, JsonObject, membersOf } from './read-dashboard';
import { callStatic, Entry, Expression, list, literal, struct } from '../program/model';

/** A variable of a dashboard as code; undefined for a kind that the library does not have. */
export function variableCode(variable: JsonObject): Expression | undefined {
  const spec = membersOf(variable.spec);
  const display = membersOf(spec.display);
  const shown = { displayName: scalar(display.name), description: scalar(display.description), hidden: scalar(display.hidden) };
  const name = literal(String(spec.name ?? ''));
  if (variable.kind === 'TextVariable') {
    return withOptions('text', [name], struct(`${LIBRARY}.TextVariableOptions`, {
      defaultValue: spec.value === '' ? undefined : scalar(spec.value), readOnly: scalar(spec.constant), ...shown,
    }));
  }
  const plugin = membersOf(spec.plugin);
  const choices = {
    allowMultiple: spec.allowMultiple === true ? literal(true) : undefined,
    allowAll: spec.allowAllValue === true ? literal(true) : undefined,
    defaultValues: defaults(spec),
    ...shown,
  };
  switch (plugin.kind) {
    case 'StaticListVariable':
      return withOptions('list', [name], struct(`${LIBRARY}.ListVariableOptions`, { ...staticValues(membersOf(plugin.spec)), ...choices }));
    case 'LogfireQueryListVariable': {
      const query = callStatic(`${LIBRARY}.RowsQuery`, 'fromSql', literal(String(membersOf(plugin.spec).query ?? '')));
      return withOptions('fromQuery', [name, query], struct(`${LIBRARY}.ChoiceVariableOptions`, choices));
    }
    default:
      return undefined;
  }
}

function defaults({ defaultValue }: JsonObject): Expression | undefined {
  if (defaultValue === undefined) {
    return undefined;
  }
  return list((Array.isArray(defaultValue) ? itemsOf(defaultValue) : [defaultValue]).map((value) => literal(String(value))));
}

function staticValues({ values }: JsonObject) {
  const given = itemsOf(values).map((value) => (isObject(value) ? value : { value }));
  const labels = given.flatMap(({ value, label }: JsonObject): Entry[] => (label === undefined ? [] : [[String(value), literal(String(label))]]));
  return {
    values: list(given.map(({ value }) => literal(String(value)))),
    labels: labels.length === 0 ? undefined : { is: 'map', entries: labels } as const,
  };
}

/** Options are left out if there are none. */
function withOptions(method: string, args: readonly Expression[], options: Expression): Expression {
  const isEmpty = options.is === 'struct' && options.props.length === 0;
  return callStatic(`${LIBRARY}.DashboardVariable`, method, ...args, ...isEmpty ? [] : [options]);
}
