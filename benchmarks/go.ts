import * as fs from 'node:fs';
import * as path from 'node:path';
import { inFolder } from './folders';
import { packaged } from './packages';
import { print, times } from './report';
import { checkSameStack } from './same-stack';
import { alternate, Sample, timed } from './samples';
import { ratioOfPairs } from './statistics';
import { CDKTF } from '../scripts/flavour/flavours';
import { mustRun } from '../scripts/run';

const RUNS = 11;
/** One takes ten seconds. */
const RUNS_OF_FIRST_BUILD = 3;

/** One project, with the library and with the framework alone. */
export function measureGo(): Promise<void> {
  return inFolder(async (folder) => {
    const packages = await packaged(CDKTF, 'go');
    fs.cpSync(path.join(__dirname, 'go'), folder, { recursive: true });
    const go = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => mustRun('go', args, { cwd: folder, env });
    const build = (program: string, env?: NodeJS.ProcessEnv) => go(['build', '-o', path.join(folder, 'bin', program), `./${program}`], env);
    await go(['mod', 'edit', `-replace=${CDKTF.goModule}/${CDKTF.goPackage}=${path.join(packages, CDKTF.goPackage)}`]);
    await go(['mod', 'tidy']);

    const run = (program: string) => async (outdir: string) => {
      await build(program);
      await mustRun(path.join(folder, 'bin', program), [], { cwd: folder, env: { CDKTF_OUTDIR: outdir } });
    };
    await checkSameStack('Go', run('constructs'), run('framework'));

    const firstBuild = (program: string) => () => inFolder((cache) => timed(() => build(program, { GOCACHE: cache })));
    printBuilds('first build', 'empty build cache, modules downloaded', await alternate(RUNS_OF_FIRST_BUILD, firstBuild('constructs'), firstBuild('framework')));

    let revision = 0;
    const nextBuild = (program: string) => () => {
      revision += 1;
      // More than a comment: where the object stays the same, nothing is linked.
      fs.writeFileSync(path.join(folder, program, 'revision.go'), `package main\n\nvar revision = "${revision}"\n`);
      return timed(() => build(program));
    };
    printBuilds('build after a change', 'dependencies in the build cache', await alternate(RUNS, nextBuild('constructs'), nextBuild('framework')));
  });
}

function printBuilds(name: string, cache: string, pairs: [Sample, Sample][]): void {
  print(`Go, ${name}`, `go build, with the library / with cdktf alone, ${cache}: ${times(ratioOfPairs(pairs, 'seconds'))}`);
}
