import { Command } from 'commander';
import { dashboardCommand } from './dashboard';
import { lintDashboard } from '../lint/dashboard';
import { addLintOptions, runLint, type LintOptions } from '../lint/run-lint';

const EXAMPLES = `
Examples:
  $ cdktf-logfire dashboard lint dashboards/traffic.json
  $ cdktf-logfire dashboard lint --format github --max-warnings 0 dashboards/*.json
  $ cdktf-logfire dashboard lint --ignore D13 - < traffic.json

The checks are those that LogfireDashboard has at synth, and the parser of the query engine.`;

/** `dashboard lint`: the library's checks for a document that the Logfire UI exports. */
export function addDashboardLint(program: Command): void {
  const command = dashboardCommand(program).command('lint')
    .description('check the JSON of dashboards, as the Logfire UI exports it, and the queries in it')
    .argument('<files...>', 'JSON files, or - for standard input')
    .addHelpText('after', EXAMPLES);
  addLintOptions(command).action((files: string[], options: LintOptions) => (
    runLint(files, options, (file, text) => lintDashboard(file, text, options.ignore))
  ));
}
