import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { installLocked } from '../../scripts/locked-tools';
import { mustRun, ROOT, run, Run } from '../../scripts/run';

const TOOLS = path.join(__dirname, 'app');
const MODULES = path.join(TOOLS, 'node_modules');

/** An app in a folder of its own, with the packed library and the `cdktf` CLI installed. */
export class CliApp {
  /** Copies an example, and installs what it needs; the CLI is installed once for all. */
  public static async create(example: string, environment: Readonly<Record<string, string>>): Promise<CliApp> {
    await installTools();
    const app = new CliApp(fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-cli-')), environment);
    fs.mkdirSync(path.join(app.folder, 'home'));
    fs.writeFileSync(path.join(app.folder, 'home', 'cli.tfrc'), '');
    for (const file of fs.readdirSync(path.join(ROOT, example), { withFileTypes: true })) {
      if (file.isFile()) {
        fs.copyFileSync(path.join(ROOT, example, file.name), path.join(app.folder, file.name));
      }
    }
    fs.symlinkSync(MODULES, path.join(app.folder, 'node_modules'), 'junction');
    return app;
  }

  private readonly said: string[] = [];

  private constructor(private readonly folder: string, private readonly environment: Readonly<Record<string, string>>) {}

  /** All that the CLI printed. */
  public get transcript(): string {
    return this.said.join('\n');
  }

  /** Runs the CLI. Never synchronous: the stand-in answers from this very event loop. */
  public async cdktf(...args: string[]): Promise<Run> {
    const home = path.join(this.folder, 'home');
    const result = await run(path.join(MODULES, '.bin', 'cdktf'), args, {
      cwd: this.folder,
      env: {
        CI: 'true',
        CHECKPOINT_DISABLE: '1',
        DISABLE_VERSION_CHECK: '1',
        CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
        HOME: home,
        TF_CLI_CONFIG_FILE: path.join(home, 'cli.tfrc'),
        ...this.environment,
      },
    });
    this.said.push(`$ cdktf ${args.join(' ')}`, result.output);
    return result;
  }

  /** A file that the CLI wrote. */
  public read(...names: string[]): string {
    return fs.readFileSync(path.join(this.folder, ...names), 'utf8');
  }

  /** Removes the folder. */
  public dispose(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Installs the CLI beside the test, apart from the library's own dependencies, and the library as it is published. */
async function installTools(): Promise<void> {
  await installLocked(TOOLS);
  const packed = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-pack-'));
  try {
    await mustRun('npm', ['pack', '--pack-destination', packed]);
    const library = path.join(MODULES, 'cdktf-logfire');
    fs.rmSync(library, { recursive: true, force: true });
    fs.mkdirSync(library);
    await mustRun('tar', ['-xzf', path.join(packed, fs.readdirSync(packed)[0]), '--strip-components=1', '-C', library]);
  } finally {
    fs.rmSync(packed, { recursive: true, force: true });
  }
}
