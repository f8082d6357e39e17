/** A query in parts, so that rules do not find tables in strings or variables in comments. */
export interface SqlParts {
  /** The query with `''` in place of each string, and without comments. */
  readonly code: string;
  /** The dashboard variables in it, such as `env` for `$env` or `${env}`. */
  readonly variables: readonly string[];
  /** The dashboard variables between single quotes. */
  readonly quotedVariables: readonly string[];
  /** The Logfire tables that the query reads. */
  readonly tables: readonly string[];
}

const TEXT_OR_COMMENT = /'((?:[^']|'')*)'|--[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"]|"")*"/g;

/** Splits a query into the parts that the lint needs. */
export function partsOfSql(sql: string): SqlParts {
  const texts: string[] = [];
  const code = sql.replace(TEXT_OR_COMMENT, (found: string, text?: string) => {
    if (text !== undefined) {
      texts.push(text);
      return "''";
    }
    return found.startsWith('"') ? found : ' ';
  });
  return { code, variables: variablesIn(code), quotedVariables: texts.flatMap(variablesIn), tables: tablesOf(code) };
}

function tablesOf(code: string): string[] {
  return [...code.matchAll(/\b(?:from|join)\s+(?:[a-z_]+\s*\.\s*)?"?(records(?:_all|_full)?|metrics)\b/gi)].map((match) => match[1].toLowerCase());
}

/** The dashboard variables in a part of a query: `$env` and `${env}`. */
export function variablesIn(text: string): string[] {
  return !text.includes('$') ? [] : [...text.matchAll(/\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)(?::[^}]*)?\})/g)].map((match) => match[1] ?? match[2]);
}
