/** `npm run compile`: compiles the library in `lib`. */
import { compileLibrary } from './compile/compile';
import { ROOT } from './run';

compileLibrary(ROOT).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
