import { createRequire } from 'node:module';
import type { Remark } from './judgement';

/** Logfire's dialect is that of PostgreSQL with what DataFusion adds, such as EXCLUDE. */
const DIALECTS = ['postgresql', 'generic'] as const;

/** The part of the parser that is used. Its declarations are those of an ES module, while it can be required. */
interface Parser {
  init(): Promise<void>;
  validate(sql: string, dialect: typeof DIALECTS[number]): void;
}

const { init, validate } = createRequire(__filename)('@guanmingchiu/sqlparser-ts') as Parser;

/** Loads the parser of the query engine, which `syntaxRemarks` needs. */
export async function loadParser(): Promise<void> {
  await init();
}

/** What the parser of the query engine says of a query; an error without a place is at its end. */
export function syntaxRemarks(sql: string): Remark[] {
  // Logfire replaces `${name:format}` before the engine sees it. The spaces keep what follows in its place.
  const sent = sql.replace(/\$\{(\w+)(?::\w+)?\}/g, (whole, name: string) => `$${name}`.padEnd(whole.length));
  const [problem, ...more] = DIALECTS.map((dialect) => problemOf(sent, dialect));
  if (problem === undefined || more.includes(undefined)) {
    return [];
  }
  const [, what, line, column] = /^(?:sql parser error: )?(.*?)(?: at Line: (\d+), Column: (\d+))?$/s.exec(problem)!;
  const place = line === undefined ? undefined : { line: Number(line), column: Number(column) };
  return [{ severity: 'error', rule: 'syntax', message: `the query is no SQL that Logfire can parse (${what}); correct it`, place }];
}

function problemOf(sql: string, dialect: typeof DIALECTS[number]): string | undefined {
  try {
    validate(sql, dialect);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
