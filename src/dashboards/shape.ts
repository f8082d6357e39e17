import { IConstruct } from 'constructs';
import { panelKeyOf } from './document';
import { isJsonObject, Json, JsonObject, kindOf } from './json';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** What Logfire takes as a duration (Perses: DurationString). */
const DURATION = /^(0|([0-9]+(ms|[smhdwy]))+)$/;
const VARIABLE_KINDS: readonly string[] = ['TextVariable', 'ListVariable'];

/**
 * Refuses a document that Logfire would refuse, which it does in the middle of the apply (Logfire API: shape of a dashboard).
 *
 * @param document in normal form
 */
export function checkShape(scope: IConstruct, document: JsonObject): void {
  new Shape(scope).check(document);
}

class Shape {
  constructor(private readonly scope: IConstruct) {}

  public check(document: JsonObject): void {
    this.text('kind', document.kind, (kind) => kind === 'Dashboard', '"Dashboard"');
    this.object('spec', document.spec, (spec) => {
      this.durations(spec);
      this.object('spec.display', spec.display, () => undefined);
      this.object('spec.datasources', spec.datasources, () => undefined);
      this.object('spec.panels', spec.panels, (panels) => {
        Object.entries(panels).forEach(([key, panel]) => this.panel(`spec.panels[${JSON.stringify(key)}]`, panel));
      });
      this.list('spec.layouts', spec.layouts, (at, layout) => this.layout(at, layout, spec.panels));
      this.list('spec.variables', spec.variables, (at, variable) => this.variable(at, variable));
    });
  }

  private durations(spec: JsonObject): void {
    for (const key of ['duration', 'refreshInterval']) {
      this.text(`spec.${key}`, spec[key], (duration) => DURATION.test(duration), 'a duration such as "1h", "30m" or "0s"');
    }
  }

  private panel(at: string, panel: Json): void {
    this.object(at, panel, ({ kind, spec }) => {
      this.text(`${at}.kind`, kind, (text) => text === 'Panel', '"Panel"');
      this.object(`${at}.spec`, spec, ({ display, plugin, queries }) => {
        this.object(`${at}.spec.display`, display, ({ name }) => this.text(`${at}.spec.display.name`, name));
        this.object(`${at}.spec.plugin`, plugin, (inner) => this.text(`${at}.spec.plugin.kind`, inner.kind, (text) => text !== '', 'a kind such as "TimeSeriesChart"'));
        if (queries !== undefined) {
          this.list(`${at}.spec.queries`, queries, (place, query) => this.object(place, query, () => undefined));
        }
      });
    });
  }

  private layout(at: string, layout: Json, panels: Json): void {
    this.object(at, layout, ({ kind, spec }) => {
      this.text(`${at}.kind`, kind, (text) => text === 'Grid', '"Grid"');
      this.object(`${at}.spec`, spec, ({ items }) => this.list(`${at}.spec.items`, items, (place, item) => this.item(place, item, panels)));
    });
  }

  private item(at: string, item: Json, panels: Json): void {
    this.object(at, item, (members) => {
      for (const key of ['x', 'y', 'width', 'height']) {
        const value = members[key];
        if (typeof value !== 'number' && !isUnresolved(value)) {
          this.refuse(`${at}.${key}`, 'a number of grid cells', value);
        }
      }
      this.object(`${at}.content`, members.content, ({ $ref }) => {
        this.text(`${at}.content["$ref"]`, $ref, (ref) => refersToPanel(ref, panels), `a panel of this dashboard, such as ${exampleRef(panels)} (D1)`);
      });
    });
  }

  private variable(at: string, variable: Json): void {
    this.object(at, variable, ({ kind, spec }) => {
      this.text(`${at}.kind`, kind, (text) => VARIABLE_KINDS.includes(text), '"TextVariable" or "ListVariable"');
      this.object(`${at}.spec`, spec, ({ name }) => this.text(`${at}.spec.name`, name, (text) => text !== '', 'a name'));
    });
  }

  private object(at: string, value: Json, check: (value: JsonObject) => void): void {
    if (isUnresolved(value)) {
      return;
    }
    if (!isJsonObject(value)) {
      this.refuse(at, 'an object', value);
    }
    check(value);
  }

  private list(at: string, value: Json, check: (at: string, item: Json) => void): void {
    if (isUnresolved(value)) {
      return;
    }
    if (!Array.isArray(value)) {
      this.refuse(at, 'a list', value);
    }
    value.forEach((item, index) => check(`${at}[${index}]`, item));
  }

  private text(at: string, value: Json, ok: (value: string) => boolean = () => true, allowed = 'a text'): void {
    if (!isUnresolved(value) && !(typeof value === 'string' && ok(value))) {
      this.refuse(at, allowed, value);
    }
  }

  private refuse(at: string, allowed: string, value: Json): never {
    fail(this.scope, `definition.${at} must be ${allowed}, got ${kindOf(value)}; Logfire refuses the document otherwise, export it again or correct it`);
  }
}

function refersToPanel(ref: string, panels: Json): boolean {
  const key = panelKeyOf(ref);
  return key !== undefined && (!isJsonObject(panels) || Object.hasOwn(panels, key) || Object.keys(panels).some((name) => isUnresolved(name)));
}

function exampleRef(panels: Json): string {
  const [key = 'KEY'] = isJsonObject(panels) ? Object.keys(panels) : [];
  return JSON.stringify(`#/spec/panels/${key}`);
}
