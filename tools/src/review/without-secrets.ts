import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { LogfirePolicy, LogfireProject, type PolicySubject } from 'cdktf-logfire';

const RULE = 'Texts';
const REMEDY = 'end';

/** Data without what looks like a secret in its strings, by the patterns of the library. */
export function withoutSecrets<T>(data: T): T {
  const texts = new Set<string>();
  mapTexts(data, (text) => {
    texts.add(text);
    return text;
  });
  const list = [...texts].filter((text) => text.trim() !== '');
  const told = redacted(list);
  const safe = new Map(list.map((text, index) => [text, told[index]]));
  return mapTexts(data, (text) => safe.get(text) ?? text) as T;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => mapTexts(item, change));
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change)])) : value;
}

/** Reports texts: a report of a policy has no secrets. */
class Texts extends LogfirePolicy {
  private isDone = false;

  constructor(private readonly texts: readonly string[]) {
    super(RULE);
  }

  public check(subject: PolicySubject): void {
    if (!this.isDone) {
      this.isDone = true;
      this.texts.forEach((text, index) => subject.report(`${index} ${text}\n`, REMEDY));
    }
  }
}

/** Has the library tell texts, in an app that is thrown away and never synthesized. */
function redacted(texts: readonly string[]): string[] {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdktf-logfire-review-'));
  try {
    const stack = new TerraformStack(new App({ outdir }), 'texts');
    new LogfireProject(stack, 'Project');
    new Texts(texts).applyTo(stack);
    const told = new Map<number, string>();
    for (const finding of stack.node.validate()) {
      const [, index, text] = /^\S+: (\d+) ([\s\S]*?)(?: \[policy:Texts\])?$/.exec(finding) ?? [];
      if (index !== undefined) {
        // What looks like a secret may reach to the end.
        told.set(Number(index), text.endsWith(`\n; ${REMEDY}`) ? text.slice(0, -`\n; ${REMEDY}`.length) : text);
      }
    }
    return texts.map((_, index) => told.get(index) ?? '(a secret)');
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}
