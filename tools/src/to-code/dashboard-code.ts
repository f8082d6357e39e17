import { panelCode } from './panels';
import { duration, LIBRARY, scalar } from './props';
import { DashboardFile, isObject, itemsOf, JsonObject, membersOf } from './read-dashboard';
import { variableCode } from './variables';
import { ToolError } from '../problem';
import { callStatic, Expression, get, Json, list, literal, make, Program, STACK, Statement, struct, variable } from '../program/model';
import { VariableNames } from '../program/names';
import { Outcome, runProgram } from '../program/run';

/** What a program cannot say with the builder. */
interface Unsaid {
  /** Panels that are written as JSON. */
  readonly raw: Set<string>;
  /** Sections whose panels are placed one by one. */
  readonly placed: Set<number>;
}

/** A program for a dashboard. */
export interface DashboardCode {
  readonly program: Program;
  /** What a user has to know, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Writes a dashboard with the builder of the library.
 *
 * The program is run, and its document is compared with the one of the file. What the builder does not say exactly becomes a `RawPanel`; if
 * that is not enough, the document stays JSON.
 */
export function dashboardCode(file: DashboardFile, source: string): DashboardCode {
  const wanted = definitionOf(runProgram(programOf(file, source, fromJson(file), [])), source);
  const unsaid: Unsaid = { raw: new Set(), placed: new Set() };
  for (;;) {
    const program = attempt(file, source, unsaid);
    if (program === undefined) {
      return asJson(file, source, 'it has parts without a counterpart in the builder');
    }
    const outcome = runProgram(program);
    const given = outcome.failedAt === undefined ? documentIn(outcome) : undefined;
    if (given !== undefined && sameJson(given, wanted)) {
      return { program, notes: notesOf(unsaid) };
    }
    if (!takeBack(wanted, given, outcome.message, unsaid)) {
      return asJson(file, source, outcome.message ?? 'the builder would write another document');
    }
  }
}

function attempt({ document }: DashboardFile, source: string, unsaid: Unsaid): Program | undefined {
  const spec = membersOf(document.spec);
  const panels = membersOf(spec.panels);
  const names = new VariableNames();
  const layouts = itemsOf(spec.layouts).map((layout) => membersOf(membersOf(layout).spec));
  const sections = layouts.map((layout, index): Statement => {
    const display = membersOf(layout.display);
    const title = typeof display.title === 'string' ? display.title : '';
    const items = itemsOf(layout.items).map(membersOf);
    return {
      isFirst: true,
      declare: names.next(/[a-z]/i.test(title) ? title.replace(/[^\x20-\x7e]/g, '').slice(0, 40) : 'section', 'section'),
      value: make(`${LIBRARY}.DashboardSection`, struct(`${LIBRARY}.DashboardSectionProps`, {
        title: literal(title),
        panels: list(items.map((item) => {
          const id = panelIdOf(item);
          return panelCode(id, membersOf(panels[id]), { item, isPlaced: unsaid.placed.has(index) }, unsaid.raw.has(id));
        })),
        collapsed: membersOf(display.collapse).open === false ? literal(true) : undefined,
      })),
    };
  });
  const variables = itemsOf(spec.variables).map((item) => variableCode(membersOf(item)));
  if (variables.some((item) => item === undefined)) {
    return undefined;
  }
  const definition = callStatic(`${LIBRARY}.DashboardDefinition`, 'fromSections', struct(`${LIBRARY}.DashboardDefinitionProps`, {
    sections: list(sections.map(({ declare }) => variable(declare!))),
    variables: variables.length === 0 ? undefined : list(variables as Expression[]),
    description: scalar(membersOf(spec.display).description),
    duration: duration(spec.duration),
    refreshInterval: spec.refreshInterval === '0s' ? undefined : duration(spec.refreshInterval),
  }));
  return programOf({ document }, source, definition, sections);
}

/** A stack with the dashboard, in a project that is a variable. */
function programOf({ document }: Pick<DashboardFile, 'document'>, source: string, definition: Expression, sections: readonly Statement[], notes: readonly string[] = []): Program {
  const project = variable('projectId');
  const description = literal('UUID of the project that gets the dashboard');
  return {
    header: [`The dashboard of ${source}, written by \`cdktf-logfire dashboard to-code\`.`, ...notes],
    stack: 'dashboard',
    statements: [
      { value: make(`${LIBRARY}.LogfireProvider`, STACK, literal('Logfire')) },
      {
        declare: 'projectId',
        value: make('cdktf.TerraformVariable', STACK, literal('project_id'), struct('cdktf.TerraformVariableConfig', { type: literal('string'), description })),
      },
      { declare: 'project', value: callStatic(`${LIBRARY}.LogfireProject`, 'fromProjectId', STACK, literal('Project'), get(project, 'stringValue')) },
      ...sections,
      {
        isFirst: true,
        value: make(`${LIBRARY}.LogfireDashboard`, STACK, literal('Dashboard'), struct(`${LIBRARY}.LogfireDashboardProps`, {
          project: variable('project'), dashboardName: nameOf(document), definition,
        })),
      },
    ],
  };
}

const fromJson = ({ text }: DashboardFile) => callStatic(`${LIBRARY}.DashboardDefinition`, 'fromJson', literal(text));

function asJson(file: DashboardFile, source: string, reason: string): DashboardCode {
  const [firstLine] = reason.split('\n');
  const notes = [`The document stays JSON: ${firstLine}`];
  return { program: programOf(file, source, fromJson(file), [], notes), notes };
}

/** The name of the dashboard is its title, if that can be one. */
function nameOf({ spec }: JsonObject): Expression | undefined {
  const { name } = membersOf(membersOf(spec).display);
  return typeof name === 'string' && name !== '' && name.trim() === name ? literal(name) : undefined;
}

/** Whether something was taken back, so that another program can be tried. */
function takeBack(wanted: Json, given: Json | undefined, message: string | undefined, { raw, placed }: Unsaid): boolean {
  if (given === undefined) {
    const id = /panel "([A-Za-z0-9_-]+)"/.exec(message ?? '')?.[1];
    return id !== undefined && !raw.has(id) && raw.add(id) !== undefined;
  }
  const [a, b] = [wanted, given].map((document) => membersOf(membersOf(document).spec));
  const layouts = itemsOf(a.layouts).map((layout, index) => [layout, itemsOf(b.layouts)[index], index] as const);
  const moved = layouts.filter(([left, right, index]) => !placed.has(index) && !sameJson(left, right));
  moved.forEach(([, , index]) => placed.add(index));
  const panels = Object.entries(membersOf(a.panels)).filter(([id, panel]) => !raw.has(id) && !sameJson(panel, membersOf(b.panels)[id]));
  panels.forEach(([id]) => raw.add(id));
  return moved.length + panels.length > 0;
}

function notesOf({ raw }: Unsaid): string[] {
  return [...raw].map((id) => `Panel ${id} is a RawPanel: the builder does not say all of it`);
}

function definitionOf(outcome: Outcome, source: string): Json {
  const document = outcome.failedAt === undefined ? documentIn(outcome) : undefined;
  if (document === undefined) {
    throw new ToolError(`${source} is no dashboard: ${(outcome.message ?? '').split('\n')[0]}`, 'export the dashboard from Logfire again');
  }
  return document;
}

/** The document of the only dashboard of a stack. */
function documentIn({ stack }: Outcome): Json | undefined {
  const [dashboard] = Object.values((stack?.resource?.logfire_dashboard ?? {}) as { readonly [name: string]: { readonly definition: string } });
  return dashboard && JSON.parse(dashboard.definition) as Json;
}

function panelIdOf(item: JsonObject): string {
  const { $ref, ref } = membersOf(item.content);
  return String($ref ?? ref ?? '').replace(/^#\/spec\/panels\//, '');
}

/** Whether two values are the same JSON; the order of members does not count. */
function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  const sorted = (_: string, value: Json) => (isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
    : value);
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}
