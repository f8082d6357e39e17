import { loadLazily } from './lazy-index';
import { mustRun, run, Run } from '../run';

/** Compiles the library in a tree, as it is published. jsii warns of two properties called `type` in the generated bindings. */
export async function compileLibrary(root: string): Promise<void> {
  await mustRun('jsii', ['--silence-warnings=reserved-word'], { cwd: root });
  loadLazily(root);
}

/** Like `compileLibrary`, with all that jsii says. */
export async function compileWithWarnings(root: string): Promise<Run> {
  const compiled = await run('jsii', [], { cwd: root });
  if (compiled.exitCode === 0) {
    loadLazily(root);
  }
  return compiled;
}
