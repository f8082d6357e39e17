import { regionsIn } from '../../scripts/guides/regions';

describe('the examples in a file', () => {
  test('lose their common indent and nothing else', () => {
    const file = 'func run() {\n\t// example: one\n\tcall(\n\t\tvalue,\n\t)\n\n\tcall()\n\t// end\n}\n';
    expect(regionsIn(file)).toEqual([{ id: 'one', code: 'call(\n\tvalue,\n)\n\ncall()' }]);
  });

  test('are found behind the comments of each language', () => {
    const file = '# example: one-more\na = 1\n# end\n    // example: two\n    b();\n    // end\n';
    expect(regionsIn(file)).toEqual([{ id: 'one-more', code: 'a = 1' }, { id: 'two', code: 'b();' }]);
  });

  test('end where they say so', () => {
    expect(regionsIn('// example: one\na();\n')).toEqual([]);
  });
});
