import { runCli } from '../src/run-cli';

export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the tool in this process. */
export async function inProcess(...args: string[]): Promise<ToolRun> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) => jest.spyOn(process[name], 'write').mockImplementation((chunk) => {
    said[name] += String(chunk);
    return true;
  }));
  try {
    return { exitCode: await runCli(args), ...said };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
    process.exitCode = undefined;
  }
}
