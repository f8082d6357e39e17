import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { spawn } from 'cross-spawn';
import type { ToolRun } from './tool';
import { packTool } from '../../scripts/package/tool';
import { mustRun } from '../../scripts/run';

/** What a new project in TypeScript has besides. */
const PROJECT_TOOLS = ['ts-node@10.9.2', 'typescript@5.9.3', '@types/node@20.19.9'];

/** How the tool is run. */
export interface InstalledOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly onStart?: (child: ChildProcess) => void;
}

/** A directory of its own, in which the packed tool and the packed library are installed as users install them. */
export class Installed {
  public static async create(): Promise<Installed> {
    const installed = new Installed(fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-tools-')));
    fs.mkdirSync(installed.archives);
    const [archive] = await Promise.all([packTool(installed.archives), mustRun('npm', ['pack', '--loglevel=error', '--pack-destination', installed.archives])]);
    fs.writeFileSync(path.join(installed.directory, 'package.json'), JSON.stringify({ private: true }));
    const library = fs.readdirSync(installed.archives).map((file) => path.join(installed.archives, file)).filter((file) => file !== archive);
    await mustRun('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', archive, ...library, ...PROJECT_TOOLS], { cwd: installed.directory });
    return installed;
  }

  private constructor(public readonly directory: string) {}

  /** Where the archives of both packages are. */
  public get archives(): string {
    return path.join(this.directory, 'archives');
  }

  /** Runs the tool by its name. Never synchronous, as jest would not hear of what it says meanwhile. */
  public async run(args: readonly string[], options: InstalledOptions = {}): Promise<ToolRun> {
    const child = spawn(path.join(this.directory, 'node_modules', '.bin', 'cdktf-logfire'), args, {
      cwd: options.cwd ?? this.directory,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    (['stdout', 'stderr'] as const).forEach((name) => child[name]!.on('data', (chunk) => {
      said[name] += String(chunk);
    }));
    options.onStart?.(child);
    const [exitCode] = await once(child, 'close') as [number];
    return { exitCode, ...said };
  }

  /** A new directory beside the packages. */
  public mkdir(): string {
    return fs.mkdtempSync(path.join(this.directory, 'work-'));
  }

  public dispose(): void {
    fs.rmSync(this.directory, { recursive: true, force: true });
  }
}
