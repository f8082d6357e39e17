import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTN } from '../../scripts/flavour/flavours';
import { rewriteMarkdown, rewriteReadme, rewriteTypeScript } from '../../scripts/flavour/rewrite';
import { ROOT } from '../../scripts/run';

describe('module specifiers', () => {
  test.each([
    ["import { App } from 'cdktf';", "import { App } from 'cdktn';"],
    ['import type { App } from "cdktf";', 'import type { App } from "cdktn";'],
    ["export * from 'cdktf';", "export * from 'cdktn';"],
    ["type Node = import('cdktf').App;", "type Node = import('cdktn').App;"],
    ["const cdktf = require('cdktf');", "const cdktf = require('cdktn');"],
    ["await import('cdktf');", "await import('cdktn');"],
    ["import * as logfire from 'cdktf-logfire';", "import * as logfire from 'cdktn-logfire';"],
    ["import cdktf = require('cdktf');", "import cdktf = require('cdktn');"],
  ])('%s', (given, wanted) => {
    expect(rewriteTypeScript(given, CDKTN)).toBe(wanted);
  });
});

test.each([
  'const symbol = Symbol.for(\'cdktf/TerraformResource\');',
  'const file = \'cdktf.json\';',
  '// import { App } from \'cdktf\';',
  'const cdktf = \'cdktf\';',
  'import { Construct } from \'constructs\';',
  'import { Local } from \'./cdktf\';',
])('%s stays as it is', (text) => {
  expect(rewriteTypeScript(text, CDKTN)).toBe(text);
});

test('in guides, examples and what is installed change, and nothing else', () => {
  const guide = [
    "Import 'cdktf' like this:", '', '```ts', "import { App } from 'cdktf';", '```', '', '```sh', 'npm install cdktf-logfire cdktf constructs', 'npx cdktf synth', '```', '',
  ];
  expect(rewriteMarkdown(guide.join('\n'), CDKTN).split('\n').filter((line, index) => line !== guide[index])).toEqual([
    "import { App } from 'cdktn';", 'npm install cdktn-logfire cdktn constructs',
  ]);
});

test('the README says in its title, its first sentence and its peers what it is for', () => {
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const rewritten = rewriteReadme(readme, CDKTN);
  expect(rewritten).toMatch(/^# cdktn-logfire\n\nConstructs for \[CDK Terrain\]\(/);
  expect(rewritten).toContain('npm install cdktn-logfire cdktn constructs');
  expect(rewritten).toContain('`cdktn >=0.24.0 <0.26.0` and `constructs >=10.6.0 <10.8.0` are peer dependencies');
});
