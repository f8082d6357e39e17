import * as path from 'node:path';
import { frameworksOf, libraryOf } from '../../../scripts/assembly/assembly';
import { typesOfAssemblies } from '../../../scripts/csharp/assembly-types';
import { checkProgram } from '../../../scripts/csharp/check-program';
import { CDKTF } from '../../../scripts/flavour/flavours';
import { convertFrom } from '../../src/convert/convert-from';
import { emitterOf } from '../../src/program/languages';
import { CONFIGURATIONS, CORPUS } from '../convert/corpus';

jest.setTimeout(60_000);

const types = typesOfAssemblies([libraryOf(CDKTF), ...frameworksOf(CDKTF)]);

test.each(CONFIGURATIONS)('the program in C# for %s names what is in the library and its framework', async (name) => {
  const { program } = await convertFrom(path.join(CORPUS, name));
  const text = emitterOf('csharp', 'cdktf').emit(program);
  const problems = await checkProgram({ files: [{ name: 'Program.cs', text }], implicitUsings: false }, types);
  expect(problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual([]);
});
