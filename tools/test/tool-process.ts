import { fork, type ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import type { ToolRun } from './tool';
import { ROOT } from '../../scripts/run';

/** Runs the tool outside jest, which loads no WebAssembly, in one process for all tests of a file. */
export class ToolProcess {
  private readonly child: ChildProcess = fork(path.join(__dirname, 'serve-tool.ts'), {
    execArgv: ['-r', require.resolve('ts-node/register/transpile-only')],
    env: { ...process.env, TS_NODE_PROJECT: path.join(ROOT, 'tsconfig.dev.json') },
    cwd: ROOT,
  });

  public run(...args: string[]): Promise<ToolRun> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the process of the tool has ended; it says why above'));
      this.child.once('exit', ended);
      this.child.once('message', (run: ToolRun) => {
        this.child.off('exit', ended);
        resolve(run);
      });
      this.child.send(args);
    });
  }

  public stop(): void {
    this.child.kill();
  }
}
