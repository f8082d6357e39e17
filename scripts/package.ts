/**
 * `npm run package`: builds the packages of all languages and both flavours in `dist`.
 * `npm run package -- --flavour cdktf --target python` builds some, `npm run package -- --target dotnet --code-only` generates the C# projects
 * without compiling them, and `npm run package -- --release` also puts all of them where the
 * release workflow takes them.
 */
import { parseArgs } from 'node:util';
import { CDKTF, CDKTN } from './flavour/flavours';
import { hasDotnet, Outcome, packageAll, packageTool, TARGETS } from './package/packages';
import { collectForRelease } from './package/release';
import { collectTools } from './package/tools';
import { makeTemplates } from './project-templates';

async function main(): Promise<void> {
  const { values: { 'code-only': codeOnly, ...values } } = parseArgs({
    options: {
      'flavour': { type: 'string', multiple: true },
      'target': { type: 'string', multiple: true },
      'release': { type: 'boolean' },
      'code-only': { type: 'boolean' },
    },
  });
  const flavours = [CDKTF, CDKTN].filter(({ framework }) => values.flavour?.includes(framework) ?? true);
  const targets = TARGETS.filter((target) => values.target?.includes(target) ?? true);
  refuseUnknown('flavour', values.flavour, [CDKTF, CDKTN].map(({ framework }) => framework));
  refuseUnknown('target', values.target, TARGETS);
  if (values.release && codeOnly) {
    throw new Error('a release is compiled: leave --code-only out');
  }
  if (values.release && (flavours.length < 2 || (targets.includes('dotnet') && !await hasDotnet()))) {
    throw new Error('a release has both flavours and all targets, and needs a .NET SDK on the PATH; a rehearsal names the targets that it can do without one');
  }
  if (targets.includes('dotnet') && !codeOnly && !await hasDotnet()) {
    console.warn('NOT COMPILED: there is no .NET SDK on the PATH, so the C# projects are generated only');
  }
  const failed: string[] = [];
  const tell = ({ what, seconds, error }: Outcome) => {
    console.log(`${what} (${seconds} s)${error === undefined ? '' : ` FAILED\n${error}`}`);
    failed.push(...error === undefined ? [] : [what]);
  };
  for await (const outcome of packageAll(flavours, targets, codeOnly)) {
    tell(outcome);
  }
  if (targets.includes('js') && flavours.includes(CDKTF)) {
    tell(await packageTool());
  }
  if (failed.length > 0) {
    throw new Error(`failed: ${failed.join(', ')}`);
  }
  if (values.release) {
    targets.forEach((target) => collectForRelease(target));
    collectTools();
    await makeTemplates();
  }
}

function refuseUnknown(option: string, given: readonly string[] | undefined, known: readonly string[]): void {
  const unknown = given?.filter((value) => !known.includes(value)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`there is no ${option} ${unknown.join(', ')}; use any of ${known.join(', ')}`);
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
