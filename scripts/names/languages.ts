import * as path from 'node:path';
import { TakenNames } from './clashes';
import { DOTNET_TYPES, IMPLICIT_NAMESPACES } from '../csharp/dotnet-types';
import { mustRun } from '../run';

/** What later versions than 17 have added to `java.lang`, previews included: https://docs.oracle.com/en/java/javase/25/docs/api/new-list.html. */
const LATER_JAVA = ['IO', 'LazyConstant', 'MatchException', 'ScopedValue', 'StableValue', 'StringTemplate', 'WrongThreadException'];

/** What C# imports by itself. */
export function namesOfDotnet(): TakenNames[] {
  return IMPLICIT_NAMESPACES.map((namespace) => ({ by: `${namespace} of .NET`, names: DOTNET_TYPES.get(namespace)! }));
}

/** What Java imports by itself, from the JDK on the PATH; the library needs none newer than 17. */
export async function namesOfJava(): Promise<TakenNames> {
  const listed = await mustRun('java', [path.join(__dirname, 'JavaLang.java')]);
  return { by: 'java.lang', names: new Set([...listed.trim().split(/\s+/), ...LATER_JAVA]) };
}

/** What Python has without an import, from the one on the PATH. */
export async function namesOfPython(): Promise<TakenNames> {
  const listed = await mustRun('python3', ['-c', 'import builtins; print(*dir(builtins))']);
  return { by: 'builtins of Python', names: new Set(listed.trim().split(/\s+/)) };
}
