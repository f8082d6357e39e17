import { everything } from './everything';
import { frameworksOf, libraryOf } from '../../../scripts/assembly/assembly';
import { typesOfAssemblies } from '../../../scripts/csharp/assembly-types';
import { checkProgram } from '../../../scripts/csharp/check-program';
import { CDKTF } from '../../../scripts/flavour/flavours';
import { emitterOf } from '../../src/program/languages';

jest.setTimeout(60_000);

const types = typesOfAssemblies([libraryOf(CDKTF), ...frameworksOf(CDKTF)]);

test('a program in C# names what is in the library and its framework', async () => {
  const text = emitterOf('csharp', 'cdktf').emit(await everything());
  const problems = await checkProgram({ files: [{ name: 'Program.cs', text }], implicitUsings: false }, types);
  expect(problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual([]);
});
