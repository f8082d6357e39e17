import { API_LANGUAGES } from '../../scripts/site/api/languages';
import { Api } from '../../scripts/site/api/model';
import { ReferencePages } from '../../scripts/site/api/pages';
import { spellingOf } from '../../scripts/site/api/spelling';

const PROJECT = { fqn: 'cdktf-logfire.Project' };
const text = { primitive: 'string' };
const at = (room: string) => ({ filename: `src/${room}/x.ts`, line: 1 });
const type = (name: string, rest: object) => [`cdktf-logfire.${name}`, { fqn: `cdktf-logfire.${name}`, name, docs: { summary: `About ${name}.` }, locationInModule: at('projects'), ...rest }] as const;

/** What jsii says of a small library. */
const api = new Api({
  types: Object.fromEntries([
    type('Project', {
      kind: 'class',
      base: 'constructs.Construct',
      initializer: { parameters: [{ name: 'scope', type: { fqn: 'constructs.Construct' } }, { name: 'id', type: text }, { name: 'props', type: { fqn: 'cdktf-logfire.ProjectProps' }, optional: true }] },
      methods: [
        { name: 'addToken', docs: { summary: 'Adds one, see `Life.afterDays(5)`.' }, parameters: [{ name: 'id', type: text }, { name: 'life', type: { fqn: 'cdktf-logfire.Life' }, optional: true }], returns: { type: PROJECT } },
        { name: 'fromId', static: true, docs: { summary: 'Refers to one.' }, parameters: [{ name: 'projectId', type: text, docs: { summary: 'UUID;', remarks: 'not blank' } }], returns: { type: PROJECT } },
      ],
      properties: [{ name: 'projectId', immutable: true, type: text, docs: { summary: 'The id.' } }],
    }),
    type('ProjectProps', {
      kind: 'interface',
      datatype: true,
      properties: [
        { name: 'warnBefore', optional: true, type: { primitive: 'number' }, docs: { summary: 'Days, as in `warnBefore`.', default: '- a quarter of `Life`' } },
        { name: 'labels', type: { collection: { kind: 'map', elementtype: { collection: { kind: 'array', elementtype: text } } } }, docs: { summary: 'Labels.' } },
      ],
    }),
    type('Life', {
      kind: 'class',
      locationInModule: at('tokens'),
      methods: [{ name: 'afterDays', static: true, docs: { summary: 'Counts.' }, parameters: [{ name: 'days', type: { primitive: 'number' } }], returns: { type: { fqn: 'cdktf-logfire.Life' } } }],
      properties: [{ name: 'LONG_LIFE', static: true, const: true, immutable: true, type: { fqn: 'cdktf-logfire.Life' }, docs: { summary: 'Long.' } }],
    }),
    type('Color', { kind: 'enum', members: [{ name: 'DARK_RED', docs: { summary: 'Red.' } }] }),
    ['cdktf-logfire.l1.Thing', { fqn: 'cdktf-logfire.l1.Thing', name: 'Thing', namespace: 'l1', kind: 'class', locationInModule: at('l1') }],
  ]),
});

const languageOf = (name: string) => API_LANGUAGES.find((language) => language.name === name)!;

function pagesIn(name: string): Map<string, string> {
  const pages = new ReferencePages(api, languageOf(name), spellingOf(name, api), new Map([['cdktf-logfire.Project', 'example()']])).all();
  return new Map(pages.map(({ place, markdown }) => [place, markdown]));
}

describe.each([
  ['typescript', 'new Project(scope: Construct, id: string, props?: ProjectProps)', 'addToken(id: string, life?: Life): Project', 'Project.fromId(projectId: string): Project', 'labels: { [key: string]: string[] }', '`projectId` (`string`): UUID; not blank', '`warnBefore`', 'Life.afterDays(5)', '`Life.LONG_LIFE`|`LONG_LIFE`', 'Color.DARK_RED'],
  ['python', 'Project(scope: Construct, id: str, *, labels: dict[str, list[str]], warn_before: float = None)', 'def add_token(id: str, life: Life = None) -> Project', 'Project.from_id(project_id: str) -> Project', 'labels: dict[str, list[str]]', '`project_id` (`str`): UUID; not blank', '`warn_before`', 'Life.after_days(5)', '`LONG_LIFE`', 'Color.DARK_RED'],
  ['java', 'Project.Builder.create(Construct scope, String id)\n    .labels(Map<String, List<String>>)\n    .warnBefore(Number)\n    .build()', 'Project addToken(String id)\nProject addToken(String id, Life life)', 'static Project fromId(String projectId)', '.labels(Map<String, List<String>>)', '`projectId` (`String`): UUID; not blank', '`warnBefore`', 'Life.afterDays(5)', '`LONG_LIFE`', 'Color.DARK_RED'],
  ['csharp', 'new Project(Construct scope, string id, IProjectProps? props = null)', 'Project AddToken(string id, Life? life = null)', 'static Project FromId(string projectId)', 'IDictionary<string, string[]> Labels { get; set; }', '`projectId` (`string`): UUID; not blank', '`WarnBefore`', 'Life.AfterDays(5)', '`LONG_LIFE`', 'Color.DARK_RED'],
  ['go', 'func NewProject(scope constructs.Construct, id *string, props *ProjectProps) Project', 'func AddToken(id *string, life Life) Project', 'func Project_FromId(projectId *string) Project', 'Labels *map[string]*[]*string', '`projectId` (`*string`): UUID; not blank', '`WarnBefore`', 'Life_AfterDays(5)', '`Life_LONG_LIFE`', 'Color_DARK_RED'],
])('the reference in %s', (name, create, method, factory, property, parameter, prop, nested, value, member) => {
  const pages = pagesIn(name);
  const page = (type_: string) => pages.get(`api/${name}/${type_}`)!;

  test('has a page for each type but the bindings, and an index by room', () => {
    expect([...pages.keys()]).toEqual([`api/${name}`, ...['Project', 'ProjectProps', 'Color', 'Life'].map((type_) => `api/${name}/${type_}`)]);
    expect(pages.get(`api/${name}`)).toMatch(/## Projects[\s\S]*Project[\s\S]*## Tokens[\s\S]*Life/);
  });

  test('spells signatures as in the language', () => {
    expect(page('Project')).toContain(`\n${create}\n`);
    expect(page('Project')).toContain(`\n${method}\n`);
    expect(page('Project')).toContain(`\n${factory}\n`);
    expect(page('ProjectProps')).toContain(property);
    expect(page('Project')).toContain(parameter);
  });

  test('spells names in the text as in the language, and links types', () => {
    expect(page('ProjectProps')).toContain(`Days, as in ${prop}.`);
    expect(page('ProjectProps')).toContain(`Default: a quarter of [\`Life\`](/cdktf-logfire/api/${name}/Life/).`);
    expect(page('Project')).toContain(`see \`${nested}\``);
    expect(page('Life')).toMatch(new RegExp(value));
    expect(page('Color')).toContain(`\`${member}\`: Red.`);
  });

  test('shows the example, and who uses a type', () => {
    expect(page('Project')).toContain(`\`\`\`${name}\nexample()\n\`\`\``);
    expect(page('Life')).toMatch(/## Used by\n\n.*Project/);
  });
});
