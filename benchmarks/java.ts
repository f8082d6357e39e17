import * as fs from 'node:fs';
import * as path from 'node:path';
import { inFolder } from './folders';
import { packaged } from './packages';
import { print, times } from './report';
import { checkSameStack, Program } from './same-stack';
import { alternate, timed } from './samples';
import { ratioOfPairs } from './statistics';
import { CDKTF, MAVEN_GROUP } from '../scripts/flavour/flavours';
import { mustRun, ROOT } from '../scripts/run';

const RUNS = 9;
const REPOSITORY = path.join(ROOT, 'build', 'maven');

/** A program, and the one package that it needs. */
interface JavaProgram {
  readonly name: string;
  readonly groupId: string;
  readonly artifactId: string;
}

const CONSTRUCTS: JavaProgram = { name: 'constructs', groupId: MAVEN_GROUP, artifactId: CDKTF.packageName };
const FRAMEWORK: JavaProgram = { name: 'framework', groupId: 'com.hashicorp', artifactId: CDKTF.framework };

/** One project, with the library and with the framework alone; the jars come from a repository of files. */
export function measureJava(): Promise<void> {
  return inFolder(async (folder) => {
    const packages = await packaged(CDKTF, 'java');
    fs.cpSync(path.join(__dirname, 'java'), folder, { recursive: true });
    // Maven keeps a release for good, and would compile against an earlier build.
    fs.rmSync(path.join(REPOSITORY, ...MAVEN_GROUP.split('.')), { recursive: true, force: true });
    const mvn = (program: JavaProgram, ...args: string[]) => mustRun('mvn', ['-q', '-B', ...args, ...propertiesOf(program, packages)], { cwd: folder });

    for (const program of [CONSTRUCTS, FRAMEWORK]) {
      await mvn(program, 'compile', 'exec:exec', '-Dexec.executable=echo', '-Dexec.args=%classpath', `-Dexec.outputFile=${program.name}.txt`);
    }
    const run = ({ name }: JavaProgram): Program => {
      const classpath = fs.readFileSync(path.join(folder, `${name}.txt`), 'utf8').trim();
      return (outdir) => mustRun('java', ['-cp', classpath, 'com.example.Main'], { cwd: folder, env: { CDKTF_OUTDIR: outdir } });
    };
    await checkSameStack('Java', run(CONSTRUCTS), run(FRAMEWORK));

    // What is there is not compiled again; the repository is not asked for news.
    const build = (program: JavaProgram) => () => {
      fs.rmSync(path.join(folder, 'target', program.name), { recursive: true });
      return timed(() => mvn(program, '-o', 'compile'));
    };
    const builds = await alternate(RUNS, build(CONSTRUCTS), build(FRAMEWORK));
    print('Java, build', `mvn compile, with the library / with cdktf alone, jars in Maven's local repository: ${times(ratioOfPairs(builds, 'seconds'))}`);

    const synth = (program: JavaProgram) => () => inFolder((outdir) => timed(() => run(program)(outdir)));
    const synths = await alternate(RUNS, synth(CONSTRUCTS), synth(FRAMEWORK));
    print('Java, run', `one project, with the library / with cdktf alone, whole process: ${times(ratioOfPairs(synths, 'seconds'))}`);
  });
}

function propertiesOf({ name, groupId, artifactId }: JavaProgram, packages: string): string[] {
  const [version] = fs.readdirSync(path.join(packages, ...groupId.split('.'), artifactId), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    `-Dpacked=${packages}`,
    `-Dmaven.repo.local=${REPOSITORY}`,
    `-Dprogram=${name}`,
    `-Ddependency.groupId=${groupId}`,
    `-Ddependency.artifactId=${artifactId}`,
    `-Ddependency.version=${version.name}`,
  ];
}
