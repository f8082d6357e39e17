import { Command, Option } from 'commander';
import { lintQuery, QUERY_USES, type QueryUse } from '../lint/query';
import { addLintOptions, runLint, type LintOptions } from '../lint/run-lint';

const EXAMPLES = `
Examples:
  $ cdktf-logfire query lint alerts/errors.sql
  $ cdktf-logfire query lint --use panel --format json panels/*.sql
  $ echo "http_response_status_code >= 500" | cdktf-logfire query lint --use condition -

A file has one query. The checks are those that LogfireAlert, LogfireDashboard and LogfireSlo have at synth, and the parser of the query engine.`;

/** `query lint`: the library's checks for SQL in a file. */
export function addQueryLint(program: Command): void {
  const command = program.command('query').description('work with queries')
    .command('lint')
    .description('check SQL for Logfire, one query in each file')
    .argument('<files...>', 'SQL files, or - for standard input')
    .addOption(new Option('--use <use>', 'what the query is for').choices(QUERY_USES).default('alert'))
    .addHelpText('after', EXAMPLES);
  addLintOptions(command).action((files: string[], options: LintOptions & { readonly use: QueryUse }) => (
    runLint(files, options, (file, text) => lintQuery(file, text, options.use, options.ignore))
  ));
}
