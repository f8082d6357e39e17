import * as fs from 'node:fs';
import * as path from 'node:path';
import { Example } from './guide';
import { ROOT } from '../run';

/** What a guide's example uses and does not make: `declare const` in the guide, made here and in each language's `given`. */
const GIVEN: { readonly [name: string]: string } = {
  project: "LogfireProject.fromProjectId(this, 'GivenProject', '00000000-0000-4000-8000-000000000001')",
  pager: "LogfireChannel.fromChannelId(this, 'GivenPager', '00000000-0000-4000-8000-000000000002')",
  slack: "LogfireChannel.fromChannelId(this, 'GivenSlack', '00000000-0000-4000-8000-000000000003')",
  notify: "[Delivery.to(LogfireChannel.fromChannelId(this, 'GivenSlack', '00000000-0000-4000-8000-000000000003'))]",
  variable: "new TerraformVariable(this, 'given', { type: 'string', sensitive: true })",
};

const DECLARATION = /^declare const (\w+): ([\w[\]]+);$/gm;

/**
 * An example as a module, which exports `run` to make its stack in an app. Examples that are modules themselves run when they are
 * imported.
 */
export function moduleOf({ code, id, file, isModule }: Example): string {
  if (isModule) {
    return code;
  }
  const body = code.replace(DECLARATION, (_, name: string, type: string) => {
    if (GIVEN[name] === undefined) {
      throw new Error(`${file}: example ${id} declares ${name}, which is none of ${Object.keys(GIVEN).join(', ')}`);
    }
    return `const ${name}: ${type} = ${GIVEN[name]};`;
  });
  const fixture = fs.readFileSync(path.join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8').replace('/// here', () => body);
  return `${fixture}\nexport function run(app: App): void {\n  new Fixture(app, '${id}');\n}\n`;
}

/** The program that runs all examples, each in a stack named by its id; `modules` are in one folder, named by the ids as well. */
export function programOf(examples: readonly Example[]): string {
  const statements = examples.map(({ id, isModule }) => (isModule ? `require('./${id}');` : `require('./${id}').run(app);`));
  return `import { App } from 'cdktf';\n\nconst app = new App({ skipValidation: true });\n${statements.join('\n')}\napp.synth();\n`;
}
