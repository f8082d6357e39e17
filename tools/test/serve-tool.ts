/** The process of `ToolProcess`: runs the tool for each message with arguments, and answers with what it printed. */
import { runCli } from '../src/run-cli';

process.on('message', (args: string[]) => {
  void (async () => {
    const said = { stdout: '', stderr: '' };
    (['stdout', 'stderr'] as const).forEach((name) => {
      process[name].write = (chunk: unknown) => {
        said[name] += String(chunk);
        return true;
      };
    });
    process.send!({ exitCode: await runCli(args), ...said });
    process.exitCode = undefined;
  })();
});
