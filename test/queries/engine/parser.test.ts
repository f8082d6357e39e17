import { spawnSync } from 'node:child_process';
import { ALERTS, LISTS, SERIES, VALUES } from './cases';
import { CORPUS } from '../../sql/corpus';

/** The parser is WebAssembly, which jest does not load. */
const PARSE = `
  import { readFileSync } from 'node:fs';
  import { init, validate } from '@guanmingchiu/sqlparser-ts';
  await init();
  const problem = (sql, dialect) => { try { validate(sql, dialect); return ''; } catch ({ message }) { return message; } };
  // Logfire's dialect is that of PostgreSQL with what DataFusion adds, such as EXCLUDE.
  const problemIn = (sql) => problem(sql, 'postgresql') && problem(sql, 'generic');
  console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(problemIn)));
`;

const GENERATED = [...Object.values(ALERTS).map(({ query }) => query), ...SERIES, ...VALUES, ...LISTS].map(({ sql }) => sql);
/** Logfire replaces variables before the engine sees them; those without a format are SQL as they are. */
const asSent = (sql: string) => sql.replace(/\$\{(\w+):\w+\}/g, '$$$1');
const WRITTEN = Object.values(CORPUS).map(({ sql, context }) => context.use === 'condition' ? `SELECT 1 FROM records WHERE ${sql}` : asSent(sql));

/** What the parser of the engine says of queries, which is nothing of those that it accepts. */
function problemsIn(queries: readonly string[]): readonly { readonly sql: string; readonly problem: string }[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', PARSE], {
    cwd: __dirname, input: JSON.stringify(queries), encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  const problems: string[] = JSON.parse(stdout);
  return queries.map((sql, index) => ({ sql, problem: problems[index] })).filter(({ problem }) => problem !== '');
}

test('the parser of the engine accepts what the factories write', () => {
  expect(GENERATED.length).toBeGreaterThan(40);
  expect(problemsIn(GENERATED)).toEqual([]);
});

test('the parser of the engine accepts what people write', () => {
  expect(problemsIn(WRITTEN)).toEqual([]);
});

test('the parser of the engine rejects what is no SQL', () => {
  expect(problemsIn(['SELEC 1', 'SELECT (1'])).toHaveLength(2);
});
