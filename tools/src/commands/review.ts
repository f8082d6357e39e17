import * as fs from 'node:fs';
import * as path from 'node:path';
import { Command, Option } from 'commander';
import { EXIT, ToolError } from '../problem';
import { pageWithChanges } from '../review/html';
import { MARK, markdownOf } from '../review/markdown';
import { readPage, stackOf, type Page } from '../review/page-data';
import { readPlan } from '../review/plan';
import { readChanges, type PlanOfStack } from '../review/read-changes';
import { withoutSecrets } from '../review/without-secrets';

const PAGE = 'cdktf.out/logfire-review.html';
const OUTPUT = 'logfire-changes.html';

const EXAMPLES = `
Examples:
  $ terraform plan -out=tfplan && terraform show -json tfplan > plan.json
  $ cdktf-logfire review --plan plan.json
  $ cdktf-logfire review --plan staging=staging.json --plan production=production.json
  $ cdktf-logfire review --plan plan.json --format markdown > comment.md

It adds what changes to the page that LogfireReview.writeFor(app) writes at synth: ${OUTPUT} beside that page, or --output. Markdown has at most
60 lines, goes to standard output, and also works without a page. Neither contains a sensitive value.`;

interface ReviewOptions {
  readonly plan: readonly string[];
  readonly page?: string;
  readonly format: 'html' | 'markdown';
  readonly output?: string;
  readonly dryRun?: boolean;
}

/** `review`: what a plan changes, on the page of synth or as Markdown for a pull request. */
export function addReview(program: Command): void {
  program.command('review')
    .description('show what a plan changes: on the review page, or as Markdown for a pull request')
    .requiredOption('--plan <[stack=]file>', 'plan as JSON; repeat it for several stacks', (plan: string, plans: readonly string[] = []) => [...plans, plan])
    .option('--page <file>', `the page that synth wrote (default: ${PAGE})`)
    .addOption(new Option('--format <format>', 'what to write').choices(['html', 'markdown']).default('html'))
    .option('--output <file>', 'where to write it; an earlier review is replaced')
    .option('--dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', EXAMPLES)
    .action((options: ReviewOptions) => {
      review(options);
      process.exitCode = EXIT.OK;
    });
}

function review({ plan, page: given, format, output, dryRun }: ReviewOptions): void {
  const page = given === undefined && !fs.existsSync(PAGE) ? undefined : readPage(given ?? PAGE);
  if (page === undefined && format === 'html') {
    throw new ToolError(`${PAGE} is not there`, 'call LogfireReview.writeFor(app) and synth, name the page with --page, or pass --format markdown');
  }
  const changes = withoutSecrets(readChanges(plan.map((named) => planOf(named, page))));
  const text = format === 'html' ? pageWithChanges(page!, changes) : markdownOf(changes);
  const file = output ?? (format === 'html' ? path.join(path.dirname(page!.file), OUTPUT) : undefined);
  if (file === undefined) {
    process.stdout.write(dryRun ? '' : text);
    process.stderr.write(dryRun ? 'would write to standard output\n' : '');
    return;
  }
  checkReplaceable(file);
  if (!dryRun) {
    write(file, text);
  }
  process.stdout.write(`${dryRun ? 'would write' : 'wrote'} ${file}\n`);
}

/** A plan, with the stack that is named before it or that the page tells. */
function planOf(named: string, page: Page | undefined): PlanOfStack {
  const [, stack, after] = fs.existsSync(named) ? [] : /^([^=]+)=(.+)$/.exec(named) ?? [];
  const file = after ?? named;
  const plan = readPlan(file);
  if (page === undefined) {
    return { plan, label: stack ?? '', items: new Map() };
  }
  const found = stackOf(page, plan, file, stack);
  return { plan, label: page.stacks.size > 1 ? found : '', items: page.stacks.get(found)! };
}

/** Nothing but an earlier review is replaced. */
function checkReplaceable(file: string): void {
  if (!fs.existsSync(file)) {
    return;
  }
  const isReview = fs.statSync(file).isFile() && [MARK, 'id="changes"'].some((mark) => fs.readFileSync(file, 'utf8').includes(mark));
  if (!isReview) {
    throw new ToolError(`${file} exists and is not a review`, 'name another file with --output');
  }
}

function write(file: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    fs.writeFileSync(file, text);
  } catch (error) {
    throw new ToolError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`, 'name another file with --output');
  }
}
