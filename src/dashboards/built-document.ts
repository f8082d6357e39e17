import type { DashboardSection } from './dashboard-section';
import type { DashboardVariable } from './dashboard-variable';
import { JsonObject, setMember } from './json';
import { optionalSpec } from './optional-spec';
import { Spot } from './spot';
import { Duration } from '../core/duration';
import { LABEL } from '../core/names';
import { isUnresolved } from '../core/unresolved';

/** What a dashboard is built from. */
export interface DashboardDefinitionProps {
  /** Sections of the dashboard, from top to bottom. The ids of their panels must be unique. A dashboard can be empty. */
  readonly sections: DashboardSection[];

  /**
   * Variables that readers set above the panels, in this order. Their names must be unique.
   *
   * @default - no variables
   */
  readonly variables?: DashboardVariable[];

  /**
   * Name of the dashboard. It must not be blank, or have leading or trailing whitespace.
   *
   * @default - the `dashboardName` of the construct, or a name from its path
   */
  readonly displayName?: string;

  /**
   * Description of the dashboard.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Time range when the dashboard opens: longer than zero.
   *
   * @default Duration.hours(1)
   */
  readonly duration?: Duration;

  /**
   * Time after which the dashboard loads its data again. Zero means never; a negative one fails.
   *
   * @default - never
   */
  readonly refreshInterval?: Duration;
}

/** The document of a dashboard, as the Logfire UI exports it. */
export function builtDocument(props: DashboardDefinitionProps): JsonObject {
  const { sections, variables = [], displayName, description, duration, refreshInterval } = props;
  const spot = new Spot('DashboardDefinition.fromSections');
  if (displayName !== undefined && !isUnresolved(displayName) && !LABEL.pattern.test(displayName)) {
    spot.refuse('resource-name', 'displayName', `be ${LABEL.allowed}`, displayName, 'leave it out to use a name from the construct\'s path');
  }
  checkSeconds(spot, 'duration', duration, 'longer than zero', 1);
  checkSeconds(spot, 'refreshInterval', refreshInterval, 'zero or longer', 0);
  checkTitles(sections, variables);
  const rendered = sections.map((section) => section._render());
  return {
    kind: 'Dashboard',
    metadata: {},
    spec: {
      display: optionalSpec({ name: displayName, description }) ?? {},
      duration: duration?.toString(),
      refreshInterval: refreshInterval?.toString(),
      panels: panelsById(rendered.flatMap(({ panels }) => panels)),
      layouts: rendered.map(({ grid }) => grid),
      variables: variablesContent(spot, variables),
    },
  };
}

function checkSeconds(spot: Spot, prop: string, duration: Duration | undefined, allowed: string, least: number): void {
  if (duration !== undefined && !duration.isUnresolved() && duration.toSeconds() < least) {
    spot.refuse('duration-range', prop, `be ${allowed}`, duration.toString(), 'pass a duration such as Duration.hours(6)');
  }
}

function panelsById(panels: readonly (readonly [id: string, panel: JsonObject])[]): JsonObject {
  const byId: { [id: string]: JsonObject } = {};
  for (const [id, panel] of panels) {
    if (Object.hasOwn(byId, id)) {
      new Spot(`panel ${JSON.stringify(id)}`).refuse('unique-panel', 'panelId', 'be unique in the dashboard', id, 'rename one of the panels');
    }
    setMember(byId, id, panel);
  }
  return byId;
}

function variablesContent(spot: Spot, variables: readonly DashboardVariable[]): readonly JsonObject[] {
  const names = variables.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    spot.refuse('dashboard-variable', 'variables', 'have each name once', repeated, 'rename or remove one of them');
  }
  return variables.map((variable) => variable._render());
}

/** Logfire does not replace variables in titles. */
function checkTitles(sections: readonly DashboardSection[], variables: readonly DashboardVariable[]): void {
  for (const { title, spot } of sections.flatMap((section) => section._titles())) {
    const used = variables.find(({ name }) => refersTo(title, name));
    if (used !== undefined) {
      spot.refuse('dashboard-variable', 'title', 'be without variables, because Logfire does not replace them there', title, `remove ${used.reference}`);
    }
  }
}

function refersTo(text: string, name: string): boolean {
  return [...text.matchAll(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)[:}])/g)].some((match) => name === (match[1] ?? match[2]));
}
