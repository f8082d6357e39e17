import { IConstruct } from 'constructs';
import { panelKeyOf } from './document';
import { isJsonObject, Json, JsonObject, kindOf } from './json';
import type { ErrorId } from '../core/error-ids';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** The durations that Logfire accepts (Perses: DurationString). */
const DURATION = /^(0|([0-9]+(ms|[smhdwy]))+)$/;
const DURATION_ALLOWED = 'a duration such as "1h", "30m" or "0s"';
const VARIABLE_KINDS: readonly string[] = ['TextVariable', 'ListVariable'];

/**
 * Fails for a document that Logfire would reject in the middle of the apply (Logfire API: shape of a dashboard).
 *
 * @param document in normal form
 */
export function checkShape(scope: IConstruct, document: JsonObject): void {
  new Shape(scope).check(document);
}

/** A member by its name, an item by its index, or the entry of a map by its key, as in `["rate"]`. */
type Step = string | number | readonly [key: string];

class Shape {
  /** The path to the current value. Rendered only for an error. */
  private readonly steps: Step[] = [];

  constructor(private readonly scope: IConstruct) {}

  public check(document: JsonObject): void {
    this.text('kind', document.kind, (kind) => kind === 'Dashboard', '"Dashboard"');
    this.object('spec', document.spec, (spec) => {
      this.text('duration', spec.duration, isDuration, DURATION_ALLOWED);
      this.text('refreshInterval', spec.refreshInterval, isDuration, DURATION_ALLOWED);
      this.object('display', spec.display);
      this.object('datasources', spec.datasources);
      this.object('panels', spec.panels, (panels) => {
        for (const [key, panel] of Object.entries(panels)) {
          this.panel(key, panel);
        }
      });
      this.list('layouts', spec.layouts, (index, layout) => this.layout(index, layout, spec.panels));
      this.list('variables', spec.variables, (index, variable) => this.variable(index, variable));
    });
  }

  private panel(key: string, panel: Json): void {
    this.object([key], panel, ({ kind, spec }) => {
      this.text('kind', kind, (text) => text === 'Panel', '"Panel"');
      this.object('spec', spec, ({ display, plugin, queries }) => {
        this.object('display', display, ({ name }) => this.text('name', name));
        this.object('plugin', plugin, (inner) => this.text('kind', inner.kind, (text) => text !== '', 'a kind such as "TimeSeriesChart"'));
        if (queries !== undefined) {
          this.list('queries', queries, (index, query) => this.object(index, query));
        }
      });
    });
  }

  private layout(index: number, layout: Json, panels: Json): void {
    this.object(index, layout, ({ kind, spec }) => {
      this.text('kind', kind, (text) => text === 'Grid', '"Grid"');
      this.object('spec', spec, ({ items }) => this.list('items', items, (position, item) => this.item(position, item, panels)));
    });
  }

  private item(index: number, item: Json, panels: Json): void {
    this.object(index, item, (members) => {
      this.cells('x', members.x);
      this.cells('y', members.y);
      this.cells('width', members.width);
      this.cells('height', members.height);
      this.object('content', members.content, ({ $ref }) => {
        if (!isUnresolved($ref) && !(typeof $ref === 'string' && refersToPanel($ref, panels))) {
          this.refuse(['$ref'], `a reference to a panel of the dashboard, such as ${exampleRef(panels)},`, $ref, 'D1');
        }
      });
    });
  }

  private cells(step: Step, value: Json): void {
    if (typeof value !== 'number' && !isUnresolved(value)) {
      this.refuse(step, 'a number of grid cells', value);
    }
  }

  private variable(index: number, variable: Json): void {
    this.object(index, variable, ({ kind, spec }) => {
      this.text('kind', kind, (text) => VARIABLE_KINDS.includes(text), '"TextVariable" or "ListVariable"');
      this.object('spec', spec, ({ name }) => this.text('name', name, (text) => text !== '', 'a name'));
    });
  }

  private object(step: Step, value: Json, check?: (value: JsonObject) => void): void {
    if (isUnresolved(value)) {
      return;
    }
    if (!isJsonObject(value)) {
      this.refuse(step, 'an object', value);
    }
    if (check !== undefined) {
      this.steps.push(step);
      check(value);
      this.steps.pop();
    }
  }

  private list(step: Step, value: Json, check: (index: number, item: Json) => void): void {
    if (isUnresolved(value)) {
      return;
    }
    if (!Array.isArray(value)) {
      this.refuse(step, 'a list', value);
    }
    this.steps.push(step);
    for (let index = 0; index < value.length; index += 1) {
      check(index, value[index]);
    }
    this.steps.pop();
  }

  private text(step: Step, value: Json, ok: (value: string) => boolean = () => true, allowed = 'a string'): void {
    if (!isUnresolved(value) && !(typeof value === 'string' && ok(value))) {
      this.refuse(step, allowed, value);
    }
  }

  private refuse(step: Step, allowed: string, value: Json, id: ErrorId = 'definition-shape'): never {
    const place = [...this.steps, step].map(rendered).join('').slice(1);
    fail(this.scope, id, `definition must have ${allowed} at ${place}, got ${kindOf(value)}; correct it or export the dashboard again, because Logfire rejects the document`);
  }
}

function rendered(step: Step): string {
  return typeof step === 'string' ? `.${step}` : `[${typeof step === 'number' ? step : JSON.stringify(step[0])}]`;
}

function isDuration(text: string): boolean {
  return DURATION.test(text);
}

function refersToPanel(ref: string, panels: Json): boolean {
  const key = panelKeyOf(ref);
  return key !== undefined && (!isJsonObject(panels) || Object.hasOwn(panels, key) || Object.keys(panels).some((name) => isUnresolved(name)));
}

function exampleRef(panels: Json): string {
  const [key = 'KEY'] = isJsonObject(panels) ? Object.keys(panels) : [];
  return JSON.stringify(`#/spec/panels/${key}`);
}
