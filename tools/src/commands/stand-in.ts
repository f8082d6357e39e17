import { Command, InvalidArgumentError } from 'commander';
import { DataFile } from '../data-file';
import { ToolError } from '../problem';
import { StandIn } from '../stand-in';
import { listObjects } from '../stand-in-list';
import { runWrapped } from '../wrapped-command';

interface Options {
  readonly data?: string;
  readonly list?: boolean;
  readonly failAt?: number;
}

const EXAMPLES = `
Examples:
  $ cdktf-logfire stand-in -- cdktf deploy --auto-approve --skip-provider-lock
  $ cdktf-logfire stand-in --data logfire.json -- terraform apply
  $ cdktf-logfire stand-in --data logfire.json --list
  $ cdktf-logfire stand-in --fail-at 2 -- tofu apply -auto-approve
  $ cdktf-logfire stand-in -- pytest

The command, and everything that it starts, finds the stand-in in place of the provider pydantic/logfire. Nothing reaches a real Logfire, and no
API key is needed. The tokens that it issues look like pylf_v1_us_standin00000001.

The state of Terraform outlives the command. Use --data, so that the pretended Logfire does, too. The file has all secrets of the stack.`;

/** `stand-in`: runs a command with a stand-in for the provider. */
export function addStandIn(program: Command): void {
  program.command('stand-in')
    .description('run any command with a stand-in for the provider, and a pretended Logfire behind it')
    .argument('[command...]', 'command to run, after --, such as: terraform apply')
    .option('--data <file>', 'keep the pretended Logfire in this file between runs')
    .option('--list', 'show what is on the pretended Logfire, without secrets')
    .option('--fail-at <n>', 'make the nth create, update or delete fail', positive)
    .passThroughOptions()
    .addHelpText('after', EXAMPLES)
    .action(async (command: string[], options: Options) => {
      process.exitCode = await standIn(command, options);
    });
}

async function standIn(command: readonly string[], options: Options): Promise<number> {
  if (command.length === 0 && !options.list) {
    throw new ToolError('there is no command to run', 'name one after --, such as: cdktf-logfire stand-in -- terraform apply');
  }
  if (command.length === 0 && options.data === undefined) {
    throw new ToolError('a pretended Logfire without --data is empty', 'name the file of an earlier run with --data, or a command to run after --');
  }
  const file = options.data === undefined ? undefined : new DataFile(options.data);
  const snapshot = file?.load();
  if (command.length === 0) {
    process.stdout.write(listObjects(snapshot?.objects ?? []));
    return 0;
  }
  const server = await StandIn.start({ snapshot, environment: environmentOfProvider() });
  try {
    if (options.failAt !== undefined) {
      const message = `This is change ${options.failAt}, which --fail-at ${options.failAt} makes fail.`;
      server.faults.inject({ operation: 'change', nth: options.failAt, message });
    }
    process.stderr.write(`stand-in: answers for pydantic/logfire, ${snapshot?.objects.length ?? 0} objects\n`);
    const exitCode = await runWrapped(command, withOtherProviders(server.environment));
    const { objects } = server.logfire.snapshot();
    process.stderr.write(`stand-in: ${server.logfire.operations.length} changes, ${objects.length} objects\n`);
    if (options.list) {
      process.stdout.write(listObjects(objects));
    }
    return exitCode;
  } finally {
    // Whatever became of the command: Terraform's state has what it did until then.
    try {
      if (server.logfire.operations.length > 0) {
        file?.save(server.logfire.snapshot());
      }
    } finally {
      await server.stop();
    }
  }
}

/** Providers that the user has started for Terraform go on: the variable names all of them. */
function withOtherProviders(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { TF_REATTACH_PROVIDERS: others } = process.env;
  if (!others) {
    return environment;
  }
  try {
    return { ...environment, TF_REATTACH_PROVIDERS: JSON.stringify({ ...JSON.parse(others), ...JSON.parse(environment.TF_REATTACH_PROVIDERS) }) };
  } catch {
    throw new ToolError('the variable TF_REATTACH_PROVIDERS is no JSON', 'correct or unset it');
  }
}

/** The key is never a real one; the address decides whether the pretended Logfire is self-hosted. */
function environmentOfProvider() {
  const { LOGFIRE_BASE_URL } = process.env;
  return { LOGFIRE_API_KEY: 'pylf_v1_us_standinprovider', ...LOGFIRE_BASE_URL ? { LOGFIRE_BASE_URL } : {} };
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number from 1 on.');
  }
  return Number(text);
}
