import * as fs from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Finding } from './finding';
import { report, REPORT_FORMATS, summary, type ReportFormat } from './report';
import { loadParser } from './sql-syntax';
import { EXIT, ToolError } from '../problem';

/** The options that all linters have. */
export interface LintOptions {
  readonly format: ReportFormat;
  readonly ignore: readonly string[];
  readonly maxWarnings?: number;
}

/** Adds the options that all linters have. */
export function addLintOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print findings').choices(REPORT_FORMATS).default('text'))
    .option('--ignore <rules>', 'ids of rules whose findings you accept, such as D13,Q3', (text) => text.split(','), [])
    .option('--max-warnings <n>', 'fail when there are more warnings than this', wholeNumber);
}

/** Lints files, `-` for standard input, prints the findings, and sets the exit code. */
export async function runLint(
  files: readonly string[],
  options: LintOptions,
  lint: (file: string, text: string) => readonly Finding[],
): Promise<void> {
  const texts = files.map((file) => [file === '-' ? 'stdin' : file, readText(file)] as const);
  await loadParser();
  const findings = texts.flatMap(([file, text]) => [...lint(file, text)].sort((one, other) => one.line - other.line || one.column - other.column));
  const unknown = findings.find(({ message }) => message.startsWith('--ignore must'));
  if (unknown) {
    const [problem, remedy] = unknown.message.split('; ');
    throw new ToolError(problem, remedy);
  }
  process.stdout.write(report(findings, options.format));
  process.stderr.write(summary(findings, files.length));
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (warnings < findings.length || warnings > (options.maxWarnings ?? Infinity)) {
    process.exitCode = EXIT.FINDINGS;
  }
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ToolError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, 'name a file, or - for standard input');
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number from 0 on.');
  }
  return Number(text);
}
