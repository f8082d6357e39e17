import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ToolProcess } from './tool-process';
import { ROOT } from '../../scripts/run';

jest.setTimeout(60_000);

const TRAFFIC = path.join(ROOT, 'examples', 'typescript', 'dashboard-from-file', 'traffic.json');

let directory: string;
let tool: ToolProcess;

beforeAll(() => {
  tool = new ToolProcess();
});

afterAll(() => tool.stop());

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-lint-'));
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

function fileWith(name: string, text: string): string {
  const file = path.join(directory, name);
  fs.writeFileSync(file, text);
  return file;
}

/** The findings, without the directory. */
async function findings(...args: string[]) {
  const { exitCode, stdout } = await tool.run(...args, '--format', 'json');
  return { exitCode, findings: (JSON.parse(stdout) as { file: string }[]).map(({ file, ...rest }) => ({ file: path.basename(file), ...rest })) };
}

describe('query lint', () => {
  test('says nothing of a query that is good', async () => {
    const file = fileWith('errors.sql', 'SELECT trace_id, message\nFROM records\nWHERE is_exception\n');
    expect(await tool.run('query', 'lint', file)).toEqual({ exitCode: 0, stdout: '', stderr: '0 errors, 0 warnings in 1 file\n' });
  });

  test('shows what the library rejects, with file, line and column', async () => {
    const file = fileWith('typo.sql', 'SELECT trace_id\nFROM record WHERE is_exception\n');
    const { exitCode, stdout, stderr } = await tool.run('query', 'lint', file);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '1 error, 0 warnings in 1 file\n' });
    expect(stdout).toBe(`${file}:2:6: error: query must read records, records_all, records_full or metrics, got "record"; did you mean records? If Logfire has this table, pass --ignore Q1 [Q1]\n`);
  });

  test('accepts what --ignore names', async () => {
    const file = fileWith('typo.sql', 'SELECT trace_id FROM record WHERE is_exception');
    expect(await tool.run('query', 'lint', '--ignore', 'Q1', file)).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test('--ignore with an unknown id is wrong usage', async () => {
    const { exitCode, stdout, stderr } = await tool.run('query', 'lint', '--ignore', 'Q99', fileWith('a.sql', 'SELECT 1'));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^cdktf-logfire: --ignore must contain only Q1, .*, got "Q99"; copy the id from the finding\n$/);
  });

  test('shows what only the parser of the engine sees', async () => {
    const file = fileWith('parser.sql', 'SELECT trace_id\nFROM records\nWHERE is_exception AND AND duration > 1\n');
    expect(await findings('query', 'lint', file)).toMatchObject({ exitCode: 1, findings: [{ file: 'parser.sql', line: 3, column: expect.any(Number), severity: 'error', rule: 'syntax' }] });
  });

  test('a warning alone succeeds, up to --max-warnings', async () => {
    const file = fileWith('silence.sql', 'SELECT service_name, count(*) FROM records GROUP BY service_name HAVING count(*) = 0');
    expect(await findings('query', 'lint', file)).toMatchObject({ exitCode: 0, findings: [{ severity: 'warning', line: 1, rule: expect.stringMatching(/^Q\d+$/) }] });
    expect(await tool.run('query', 'lint', '--max-warnings', '1', file)).toMatchObject({ exitCode: 0 });
    expect(await tool.run('query', 'lint', '--max-warnings', '0', file)).toMatchObject({ exitCode: 1 });
  });

  test('variables are for panels alone', async () => {
    const file = fileWith('panel.sql', 'SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS n FROM records WHERE service_name = $service GROUP BY x');
    expect(await findings('query', 'lint', file)).toMatchObject({ exitCode: 1, findings: [{ line: 1, column: 20, severity: 'error' }] });
    expect(await findings('query', 'lint', '--use', 'panel', file)).toEqual({ exitCode: 0, findings: [] });
  });

  test('a condition is no query, and the other way round', async () => {
    const [condition, query] = [fileWith('condition.sql', 'http_response_status_code >= 500'), fileWith('query.sql', 'SELECT 1 FROM records')];
    expect(await findings('query', 'lint', '--use', 'condition', condition, query)).toMatchObject({ exitCode: 1, findings: [{ file: 'query.sql', line: 1, column: 1, severity: 'error' }] });
    expect(await findings('query', 'lint', condition)).toMatchObject({ exitCode: 1, findings: [{ file: 'condition.sql' }] });
  });

  test('a condition that ends too early has its end as the place', async () => {
    expect(await findings('query', 'lint', '--use', 'condition', fileWith('open.sql', 'duration >\n')))
      .toMatchObject({ exitCode: 1, findings: [{ line: 1, column: 11, message: expect.stringContaining('found: its end') }] });
  });

  test('an empty file and a file that is not there', async () => {
    expect(await findings('query', 'lint', fileWith('empty.sql', ' \n'))).toMatchObject({ exitCode: 1, findings: [{ line: 1, column: 1 }] });
    expect(await tool.run('query', 'lint', path.join(directory, 'missing.sql'))).toMatchObject({
      exitCode: 2, stdout: '', stderr: expect.stringMatching(/missing\.sql cannot be read \(ENOENT\); name a file, or - for standard input\n$/),
    });
  });
});

describe('dashboard lint', () => {
  test('says nothing of a dashboard that is good', async () => {
    expect(await tool.run('dashboard', 'lint', TRAFFIC)).toEqual({ exitCode: 0, stdout: '', stderr: '0 errors, 0 warnings in 1 file\n' });
  });

  test('finds every query that cannot run, at its place in the file, and warns about the rest', async () => {
    const text = JSON.stringify(documentWith({
      first: 'SELECT count(*) AS "n"\nFROM recods',
      second: 'SELECT count(*) AS n FROM records WHERE ((is_exception)',
      third: 'SELECT count(*) AS n FROM records WHERE AND is_exception OR',
      fourth: 'SELECT count(*) AS n FROM records WHERE service_name = $service',
    }), undefined, 2);
    const file = fileWith('bad.json', text);
    const { exitCode, findings: found } = await findings('dashboard', 'lint', file) as { exitCode: number; findings: any[] };
    expect(exitCode).toBe(1);
    const rest = ({ line, column }: { line: number; column: number }) => text.split('\n')[line - 1].slice(column - 1);
    const about = (label: string) => found.filter(({ message }) => message.includes(label));
    expect(about('query of panel "first"').map((finding) => [finding.severity, finding.rule, rest(finding)])).toEqual([['error', 'Q1', 'recods"']]);
    expect(rest(about('query of panel "second"')[0])).toBe('((is_exception)"');
    expect(about('query of panel "third"')).toMatchObject([{ severity: 'error', rule: 'syntax' }]);
    expect(about('panel "fourth"').map((finding) => [finding.severity, finding.rule, rest(finding)])).toEqual([['warning', 'D7', '"fourth": {']]);
  });

  test('a member of the wrong kind has the place of the member', async () => {
    const file = fileWith('kind.json', '{\n  "kind": "Folder",\n  "spec": {}\n}');
    expect(await findings('dashboard', 'lint', file)).toMatchObject({ exitCode: 1, findings: [{ line: 2, column: 11, severity: 'error', message: expect.stringContaining('"Dashboard"') }] });
  });

  test('what is no JSON has the place of the first error', async () => {
    const file = fileWith('broken.json', '{\n  "kind": "Dashboard",\n  "spec": {,}\n}');
    expect(await findings('dashboard', 'lint', file)).toMatchObject({ exitCode: 1, findings: [{ line: 3, column: 12, severity: 'error' }] });
  });

  test.each(['[]', 'null', '"Dashboard"', '', '# Readme'])('%j is no dashboard, and said to be so', async (text) => {
    expect(await findings('dashboard', 'lint', fileWith('none.json', text))).toMatchObject({ exitCode: 1, findings: [{ line: 1, column: 1, severity: 'error' }] });
  });

  test('--format github escapes what would end a command', async () => {
    const file = fileWith('100%,a.json', '{\n  "kind": "Folder"\n}');
    const { stdout } = await tool.run('dashboard', 'lint', '--format', 'github', file);
    expect(stdout).toMatch(/^::error file=[^,]*100%25%2Ca\.json,line=2,col=11,title=definition-shape::definition must have "Dashboard" at kind.*\n$/);
  });
});

/** A dashboard with a table for each query. */
function documentWith(queries: Record<string, string>): object {
  const keys = Object.keys(queries);
  return {
    kind: 'Dashboard',
    spec: {
      display: { name: 'test' },
      panels: Object.fromEntries(keys.map((key) => [key, {
        kind: 'Panel',
        spec: {
          display: { name: key },
          plugin: { kind: 'Table', spec: {} },
          queries: [{ kind: 'NonTimeSeriesQuery', spec: { plugin: { kind: 'LogfireNonTimeSeriesQuery', spec: { query: queries[key] } } } }],
        },
      }])),
      layouts: [{ kind: 'Grid', spec: { items: keys.map((key, index) => ({ x: 0, y: index, width: 24, height: 1, content: { $ref: `#/spec/panels/${key}` } })) } }],
      variables: [],
    },
  };
}
