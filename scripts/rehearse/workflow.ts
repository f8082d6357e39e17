import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { mustRun, ROOT } from '../run';

interface Step {
  readonly 'id'?: string;
  readonly 'name'?: string;
  readonly 'uses'?: string;
  readonly 'run'?: string;
  readonly 'env'?: Variables;
  readonly 'continue-on-error'?: boolean;
}

interface Job {
  readonly needs: string | readonly string[];
  readonly if: string;
  readonly steps: readonly Step[];
}

/** Environment variables; those that are undefined are taken away. */
export interface Variables { readonly [name: string]: string | undefined }

export interface Outputs { readonly [step: string]: Variables }

/** What a job runs in, in place of a runner of GitHub. */
export interface Runner {
  /** An empty folder. */
  readonly folder: string;
  /** What the jobs before have packed. */
  readonly dist: string;
  /** What the machine has. */
  readonly env: Variables;
  /** What stands for the secrets and for what GitHub knows: values of expressions such as `github.ref`. */
  readonly expressions: { readonly [expression: string]: string };
  /** What is set otherwise than in the workflow, because the registry is another one. */
  readonly overrides: Variables;
}

/** The release workflow that GitHub runs. */
const JOBS: { readonly [name: string]: Job } = parse(fs.readFileSync(path.join(ROOT, '.github', 'workflows', 'release.yml'), 'utf8')).jobs;

/** The condition of the jobs that publish, which `wouldPublish` knows. */
const CONDITION = "needs.release.outputs.tag_exists != 'true' && needs.release.outputs.latest_commit == github.sha";

export function needsOf(name: string): readonly string[] {
  return [JOBS[name].needs].flat();
}

/** Runs the commands of a job; actions, which only GitHub can run, set up tools and hand over what is packed. */
export async function runJob(name: string, runner: Runner): Promise<string> {
  const { steps, if: condition } = JOBS[name];
  if (condition !== CONDITION) {
    throw new Error(`the job ${name} has another condition than the rehearsal knows: ${condition}`);
  }
  fs.mkdirSync(runner.folder, { recursive: true });
  fs.cpSync(runner.dist, path.join(runner.folder, 'dist'), { recursive: true });
  return (await runSteps(steps, runner)).said;
}

/** What the release job tells the jobs after it, once it has packed. */
export async function outputsOfRelease(runner: Runner): Promise<Outputs> {
  const { steps } = JOBS.release;
  return (await runSteps(steps.filter(({ id }) => id === 'check_tag_exists' || id === 'git_remote'), runner)).outputs;
}

/** Whether the jobs that publish would run. */
export function wouldPublish(outputs: Outputs, commit: string): boolean {
  return outputs.check_tag_exists.exists !== 'true' && outputs.git_remote.latest_commit === commit;
}

async function runSteps(steps: readonly Step[], runner: Runner): Promise<{ readonly said: string; readonly outputs: Outputs }> {
  const files = path.join(runner.folder, '..', `${path.basename(runner.folder)}-files`);
  fs.mkdirSync(files, { recursive: true });
  const variables = path.join(files, 'env');
  fs.writeFileSync(variables, '');
  const outputs: { [step: string]: Variables } = {};
  let said = '';
  for (const [index, step] of steps.entries()) {
    if (step.run === undefined) {
      continue;
    }
    const output = path.join(files, `output-${index}`);
    fs.writeFileSync(output, '');
    const github = { GITHUB_ENV: variables, GITHUB_OUTPUT: output };
    const env = { ...runner.env, ...assignmentsIn(variables), ...resolved(step.env, runner), ...runner.overrides, ...github };
    try {
      said += await mustRun('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], { cwd: runner.folder, env });
    } catch (error) {
      if (!step['continue-on-error']) {
        throw error;
      }
    }
    outputs[step.id ?? `${index}`] = assignmentsIn(output);
  }
  return { said, outputs };
}

function assignmentsIn(file: string): Variables {
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

function resolved(env: Variables = {}, { expressions, overrides }: Runner): Variables {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !(name in overrides)).map(([name, value]) => [
    name,
    value!.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
      if (!(expression in expressions)) {
        throw new Error(`${name} needs ${expression}, for which the rehearsal has no value`);
      }
      return expressions[expression];
    }),
  ]));
}
