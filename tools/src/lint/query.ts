import {
  DashboardDefinition, DashboardSection, LogfireAlert, LogfireDashboard, LogfireSlo, RowsQuery, Sli, SloScope, TablePanel,
} from 'cdktf-logfire';
import { placeOf, type Finding } from './finding';
import { remarksAbout, type Remark } from './judgement';
import { syntaxRemarks } from './sql-syntax';

/** What a query is used for. A condition is one on a row, as in the SLI of an SLO. */
export type QueryUse = 'alert' | 'panel' | 'condition';

export const QUERY_USES: readonly QueryUse[] = ['alert', 'panel', 'condition'];

/** The rules about SQL. The library also warns about the alert around the query. */
const LINT_RULE = /^Q\d+$/;

/** What is wrong with a query in a file. Needs the parser loaded. */
export function lintQuery(file: string, sql: string, use: QueryUse, ignored: readonly string[]): Finding[] {
  return queryRemarks(sql, use, ignored).map(({ severity, rule, message, place }) => ({
    file, ...place ?? placeOf(sql, severity === 'error' && rule === 'syntax' ? sql.trimEnd().length : 0), severity, rule, message,
  }));
}

/** The same, without a file. */
export function queryRemarks(sql: string, use: QueryUse, ignored: readonly string[]): Remark[] {
  const remarks = sql.trim() === ''
    ? [{ severity: 'error' as const, message: 'the query must not be blank; write one, such as SELECT trace_id FROM records WHERE is_exception' }]
    : libraryRemarks(sql, use, ignored);
  if (remarks.some(({ severity }) => severity === 'error')) {
    return remarks;
  }
  return [...use === 'condition' ? conditionSyntax(sql) : syntaxRemarks(sql), ...remarks];
}

function libraryRemarks(sql: string, use: QueryUse, ignored: readonly string[]): Remark[] {
  const ignoredLintRules = [...ignored];
  switch (use) {
    case 'alert':
      return remarksAbout((stack, project) => new LogfireAlert(stack, 'Query', { project, query: sql, notify: [], ignoredLintRules }))
        .filter(({ rule = '', severity }) => severity === 'error' || LINT_RULE.test(rule));
    case 'panel':
      return remarksAbout((stack, project) => new LogfireDashboard(stack, 'Query', { project, definition: tableOf(sql), ignoredLintRules }))
        // The variables of its dashboard are not there.
        .filter(({ rule }) => rule !== 'D7')
        .map((remark) => ({ ...remark, message: remark.message.replace('the query of panel "query"', 'query') }));
    case 'condition':
      return remarksAbout((stack, project) => new LogfireSlo(stack, 'Query', {
        project, sloScope: SloScope.service('lint'), sli: Sli.ratio({ totalQuery: sql, badQuery: 'is_exception' }), targetPercent: 99, ignoredLintRules,
      })).filter(({ message }) => message.includes('sli.totalQuery'));
  }
}

function tableOf(sql: string): DashboardDefinition {
  const panel = new TablePanel({ panelId: 'query', title: 'query', query: RowsQuery.fromSql(sql) });
  return DashboardDefinition.fromSections({ sections: [new DashboardSection({ title: 'query', panels: [panel] })] });
}

/** A condition is parsed as a part of a query, on lines of its own. */
function conditionSyntax(sql: string): Remark[] {
  const lines = sql.split('\n').length;
  return syntaxRemarks(`SELECT 1 FROM records WHERE (\n${sql}\n)`).map((remark) => {
    const line = remark.place && remark.place.line - 1;
    return line === undefined || line > lines
      ? { ...remark, message: remark.message.replace('found: )', 'found: its end'), place: undefined }
      : { ...remark, place: { ...remark.place!, line } };
  });
}
