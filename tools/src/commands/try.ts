import * as fs from 'node:fs';
import * as path from 'node:path';
import { Command } from 'commander';
import { EXIT, ToolError } from '../problem';
import { LogfireStandIn, TerraformError, type PlannedChange } from '../testing';
import { runShell } from '../wrapped-command';

const EXAMPLES = `
Examples:
  $ cdktf-logfire try
  $ cdktf-logfire try infra

It runs the command "app" of cdktf.json, applies each stack with Terraform or OpenTofu to a pretended Logfire, and plans again: the second plan must
have no changes. The state is thrown away. Stacks that read the state of others need: cdktf-logfire stand-in -- cdktf deploy`;

/** `try`: synthesizes a project, applies it to a stand-in, and expects an empty second plan. */
export function addTry(program: Command): void {
  program.command('try')
    .description('synthesize a project, apply it to a pretended Logfire, and expect a second plan without changes')
    .argument('[dir]', 'directory with cdktf.json', '.')
    .addHelpText('after', EXAMPLES)
    .action(async (directory: string) => {
      process.exitCode = await tryProject(directory);
    });
}

async function tryProject(directory: string): Promise<number> {
  const app = appOf(directory);
  process.stderr.write(`synth: ${app}\n`);
  const exitCode = await runShell(app, directory, { CDKTF_OUTDIR: 'cdktf.out' });
  if (exitCode !== 0) {
    throw new ToolError(`"${app}" ended with ${exitCode}`, 'correct what it says above', EXIT.FINDINGS);
  }
  const stacks = path.join(directory, 'cdktf.out', 'stacks');
  const names = fs.existsSync(stacks) ? fs.readdirSync(stacks) : [];
  if (names.length === 0) {
    throw new ToolError(`"${app}" wrote no stack to ${stacks}`, 'let the program call app.synth()');
  }
  const logfire = await LogfireStandIn.start().catch(() => {
    throw new ToolError('neither terraform nor tofu is on the PATH', 'install one of them', EXIT.USAGE);
  });
  try {
    const unstable: string[] = [];
    for (const name of names) {
      process.stderr.write(`apply: ${name}\n`);
      const changes = await applyAndPlan(logfire, path.join(stacks, name));
      process.stdout.write(`${name}: applied, second plan ${changes.length === 0 ? 'without changes' : 'with changes'}\n`);
      changes.forEach(({ address, actions, attributes }) => process.stdout.write(`  ${address}: ${actions.join(', ')} ${attributes.join(', ')}`.trimEnd() + '\n'));
      unstable.push(...changes.length > 0 ? [name] : []);
    }
    return unstable.length === 0 ? EXIT.OK : EXIT.FINDINGS;
  } finally {
    await logfire.stop();
  }
}

async function applyAndPlan(logfire: LogfireStandIn, stack: string): Promise<PlannedChange[]> {
  try {
    await logfire.apply(stack);
    return await logfire.plan(stack);
  } catch (error) {
    if (!(error instanceof TerraformError)) {
      throw error;
    }
    process.stderr.write(error.output);
    throw new ToolError(`terraform ${error.command} failed for ${stack}`, 'correct what it says above', EXIT.FINDINGS);
  }
}

function appOf(directory: string): string {
  const file = path.join(directory, 'cdktf.json');
  let app: unknown;
  try {
    ({ app } = JSON.parse(fs.readFileSync(file, 'utf8')) as { app?: unknown });
  } catch (error) {
    throw new ToolError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no JSON'})`, 'run this in a project, or name its directory');
  }
  if (typeof app !== 'string') {
    throw new ToolError(`${file} has no "app"`, 'add the command that synthesizes, such as "npx ts-node main.ts"');
  }
  return app;
}
