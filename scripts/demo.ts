/**
 * `npm run demo`: builds the library, synthesizes the quickstart and applies it with real Terraform to a stand-in of the
 * provider, so that nobody needs a Logfire account. Without Terraform it stops after synth. Either way it ends with the review page.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { compileLibrary } from './compile/compile';
import { mustRun, ROOT } from './run';
import { linkSelf } from './self-link';
import { TERRAFORM_BINARY, Workspace } from '../test/terraform/harness/index';
import { StandIn } from '../tools/src/stand-in/index';

const EXAMPLE = path.join('examples', 'typescript', 'quickstart');
const STACK = 'quickstart';
const REVIEW = path.join(EXAMPLE, 'cdktf.out', 'logfire-review.html');

type Json = { [key: string]: any };

async function main(): Promise<void> {
  await step('build the library', () => compileLibrary(ROOT));
  linkSelf();

  const file = path.join(EXAMPLE, 'cdktf.out', 'stacks', STACK, 'cdk.tf.json');
  await step(`synthesize ${EXAMPLE}/main.ts`, () => mustRun('ts-node', ['-r', path.join(ROOT, 'scripts', 'demo', 'with-review.ts'), 'main.ts'], {
    cwd: path.join(ROOT, EXAMPLE),
  }));
  const json: Json = JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
  say(`Terraform JSON: ${file}`);
  for (const address of addressesOf(json)) {
    say(`  ${address}`);
  }

  if (TERRAFORM_BINARY === undefined) {
    say('');
    say('Neither terraform nor tofu is on the PATH, so the demo ends here. Install one of them and run it again to see the apply.');
  } else {
    await applyTwice(json);
  }
  say('');
  say('What the example creates, on one page to open in a browser:');
  say(`  ${REVIEW}`);
}

async function applyTwice(json: Json): Promise<void> {
  const standIn = await StandIn.start();
  const workspace = await Workspace.create(json, { environment: standIn.environment });
  try {
    const apply = await step(`apply it with ${path.basename(TERRAFORM_BINARY!)} to a stand-in of the provider`, () => workspace.mustApply());
    say(indent(summaryOf(apply.stdout)));
    const second = await step('plan again', () => workspace.plan('-detailed-exitcode'));
    if (second.exitCode !== 0) {
      throw new Error(`the second plan has changes:\n${second.output}`);
    }

    const [project] = standIn.logfire.objects('logfire_project');
    say('');
    say(`  project        ${project.name}, id ${project.id}`);
    say(`  token expires  ${await workspace.output('shop_token_expires_at')}`);
    say('  token          in the state, never shown');
    say('  second plan    no changes');
    say('');
    say('Next, against your own Logfire organization:');
    say(`  cd ${EXAMPLE} && npm install`);
    say('  export LOGFIRE_API_KEY=…   # a key that may create projects and write tokens');
    say('  npx cdktf deploy');
  } finally {
    await workspace.dispose();
    await standIn.stop();
  }
}

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await work();
  say(`✔ ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return result;
}

function addressesOf(json: Json): string[] {
  return Object.entries<Json>(json.resource).flatMap(([type, resources]) => Object.keys(resources).map((name) => `${type}.${name}`))
    .concat(Object.keys(json.output).map((name) => `output ${name}${json.output[name].sensitive ? ' (sensitive)' : ''}`));
}

/** The last lines of an apply: the count, and the outputs with the sensitive one hidden by Terraform. */
function summaryOf(output: string): string {
  return output.slice(output.indexOf('Apply complete!')).trim();
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function say(line: string): void {
  console.log(line);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
