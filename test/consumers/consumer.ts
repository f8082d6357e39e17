import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileOf } from './tools';
import { CDKTF, Flavour } from '../../scripts/flavour/flavours';
import { rewriteTypeScript } from '../../scripts/flavour/rewrite';
import { distOf } from '../../scripts/package/packages';
import { mustRun, ROOT, run, Run } from '../../scripts/run';

const PROGRAM = path.join(__dirname, 'program');

/** What a program is compiled with. */
export interface Compilation {
  /** Of TypeScript, such as `5.9`. */
  readonly version: string;
  /** Tells several at a time apart. */
  readonly name: string;
  readonly options: { readonly [option: string]: unknown };
}

/** A project outside the repository, with the packed library of a flavour installed as users install it. */
export class Consumer {
  public static async create(flavour: Flavour): Promise<Consumer> {
    const consumer = new Consumer(flavour, fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-consumer-')));
    consumer.write('package.json', JSON.stringify({ private: true }));
    for (const file of fs.readdirSync(PROGRAM)) {
      consumer.write(file, rewriteTypeScript(fs.readFileSync(path.join(PROGRAM, file), 'utf8'), flavour));
    }
    await mustRun('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', archiveOf(flavour), ...frameworkOf(flavour)], { cwd: consumer.folder });
    await mustRun('node', ['build.cjs', fileOf('esbuild')], { cwd: consumer.folder });
    return consumer;
  }

  private constructor(private readonly flavour: Flavour, public readonly folder: string) {}

  /** Compiles the program together with every declaration in the package, also those that the program does not load. */
  public compile({ version, name, options }: Compilation): Promise<Run> {
    const compilerOptions = { noEmit: true, skipLibCheck: false, target: 'es2020', lib: ['es2020'], types: [], ...options };
    const include = ['main.ts', `node_modules/${this.flavour.packageName}/lib/**/*.d.ts`];
    this.write(`${name}.json`, JSON.stringify({ compilerOptions, include, exclude: [] }));
    return run('node', [fileOf(`typescript-${version}`, 'bin', 'tsc'), '--project', `${name}.json`, '--pretty', 'false'], { cwd: this.folder });
  }

  /** Removes the project. */
  public dispose(): void {
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  private write(name: string, text: string): void {
    fs.writeFileSync(path.join(this.folder, name), text);
  }
}

function archiveOf(flavour: Flavour): string {
  const [archive, ...more] = fs.readdirSync(path.join(distOf(flavour), 'js')).filter((file) => file.endsWith('.tgz'));
  if (archive === undefined || more.length > 0) {
    throw new Error(`one archive is wanted in ${path.join(distOf(flavour), 'js')}; make it with \`npm run package -- --target js\``);
  }
  return path.join(distOf(flavour), 'js', archive);
}

/** The lowest versions that the flavour supports. */
function frameworkOf(flavour: Flavour): string[] {
  const file = flavour === CDKTF ? 'package.json' : path.join('flavours', flavour.framework, 'package.json');
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
  return [flavour.framework, 'constructs'].map((name) => `${name}@${(dependencies ?? devDependencies)[name]}`);
}
