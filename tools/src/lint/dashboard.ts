import { DashboardDefinition, LogfireDashboard } from 'cdktf-logfire';
import { DocumentSource, type QuerySource } from './document-source';
import { placeOf, type Finding } from './finding';
import { remarksAbout, type Remark } from './judgement';
import { queryRemarks } from './query';
import { syntaxRemarks } from './sql-syntax';

/** What is wrong with the document of a dashboard in a file. Needs the parser loaded. */
export function lintDashboard(file: string, text: string, ignored: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const add = ({ severity, rule, message }: Remark, offset: number) => findings.push({ file, ...placeOf(text, offset), severity, rule, message });

  // The library stops at the first error. A query with one is left out, and what is left tried again.
  let source = new DocumentSource(text);
  for (;;) {
    const remarks = documentRemarks(source.text, ignored);
    const error = remarks.find(({ severity }) => severity === 'error');
    const failing = error && queryOf(source, error, ignored);
    for (const remark of error ? [error] : remarks) {
      const query = failing ?? queryOf(source, remark, ignored);
      if (query) {
        add(remark, source.offsetIn(query, remark.place));
      } else if (remark.place) {
        findings.push({ file, ...remark.place, severity: remark.severity, rule: remark.rule, message: remark.message });
      } else {
        add(remark, source.offsetFor(remark.message) ?? 0);
      }
    }
    if (failing === undefined) {
      break;
    }
    source = source.without(failing);
  }
  for (const query of source.queries) {
    syntaxRemarks(query.sql).forEach((remark) => add(
      { ...remark, message: remark.message.replace('the query', `the query of ${query.owner}`) },
      source.offsetIn(query, remark.place ?? endOf(query.sql)),
    ));
  }
  return findings;
}

function documentRemarks(text: string, ignored: readonly string[]): Remark[] {
  return remarksAbout((stack, project) => new LogfireDashboard(stack, 'Dashboard', {
    project,
    definition: DashboardDefinition.fromJson(text),
    ignoredLintRules: [...ignored],
  }));
}

/** The query that a remark about SQL means: of several in a panel, the one that has it alone, too. */
function queryOf(source: DocumentSource, { message, rule, place }: Remark, ignored: readonly string[]): QuerySource | undefined {
  const owned = source.queries.filter(({ owner }) => message.includes(`the query of ${owner} `));
  return owned.length < 2 ? owned[0] : owned.find(({ sql }) => queryRemarks(sql, 'panel', ignored)
    .some((own) => own.rule === rule && JSON.stringify(own.place) === JSON.stringify(place))) ?? owned[0];
}

function endOf(sql: string) {
  return placeOf(sql, sql.trimEnd().length);
}
