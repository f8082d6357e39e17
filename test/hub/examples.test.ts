import { exampleProblems } from '../../scripts/hub/examples';

const page = (language: string, markdown: string) => ({ language, markdown });

test('an example that compiled has no problem', () => {
  expect(exampleProblems(page('csharp', '```csharp\nproject.AddWriteToken("Year", new TokenOptions { Expiry = expiry });\n```\n'))).toEqual([]);
  expect(exampleProblems(page('typescript', "```ts\nproject.addWriteToken('Year');\n```\n"))).toEqual([]);
});

test.each([
  ['from source that does not compile', 'python', '```python\n# Example automatically generated from non-compiling source. May contain errors.\nproject.add()\n```\n', 'an example is not translated from compiling source: project.add()'],
  ['that is not translated', 'go', '```ts example=a\nproject.add();\n```\n', 'an example is still in TypeScript: project.add();'],
  ['with a struct that nobody knows', 'csharp', '```csharp\nproject.Add(new Struct { A = 1 });\n```\n', 'an example has a struct without its name: project.Add(new Struct { A = 1 });'],
])('an example %s is named', (_, language, markdown, problem) => {
  expect(exampleProblems(page(language, markdown))).toEqual([problem]);
});
