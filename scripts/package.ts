/**
 * `npm run package`: builds the packages of all languages and both flavours in `dist`.
 * `npm run package -- --flavour cdktf --target python` builds some.
 */
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { CDKTF, CDKTN } from './flavour/flavours';
import { compile, distOf, hasDotnet, packageTarget, Target, TARGETS } from './package/packages';
import { ROOT } from './run';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { flavour: { type: 'string', multiple: true }, target: { type: 'string', multiple: true } } });
  const flavours = [CDKTF, CDKTN].filter(({ framework }) => values.flavour?.includes(framework) ?? true);
  const targets = TARGETS.filter((target) => values.target?.includes(target) ?? true);
  refuseUnknown('flavour', values.flavour, [CDKTF, CDKTN].map(({ framework }) => framework));
  refuseUnknown('target', values.target, TARGETS);
  if (targets.includes('dotnet') && !await hasDotnet()) {
    console.warn('NOT COMPILED: there is no .NET SDK on the PATH, so the C# projects are generated only');
  }
  for (const flavour of flavours) {
    await compile(flavour);
    for (const target of targets as readonly Target[]) {
      const start = Date.now();
      await packageTarget(flavour, target);
      console.log(`${path.relative(ROOT, path.join(distOf(flavour), target))} (${Math.round((Date.now() - start) / 1000)} s)`);
    }
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
