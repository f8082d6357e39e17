import { App, TerraformStack } from 'cdktf';
import { ENTRIES } from './entries';
import { Program } from './entry';
import type { ErrorId } from '../../src/core/error-ids';
import { SYNTH } from '../../test/mistakes/catalogue';
import { cleanUp, newStack, synth, warnings } from '../../test/synth';
import { ROOT } from '../run';

/** CDKTF ends the text with a period when it resolves a value. */
const MARK = / \[logfire:([\w-]+)\]\.?$/;

/** How an expression fails in Terraform: with a text that is no number. */
const FAILING = /tonumber\("([^"]* \[logfire:[\w-]+\])"\)/g;

/** The text of each rule, from a program that gets it. Undefined where there is none. */
export function textsById(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  try {
    for (const [id, { program }] of Object.entries(ENTRIES)) {
      const text = program && textsOf(program).find((line) => MARK.exec(line)?.[1] === id);
      if (text !== undefined) {
        texts.set(id, text);
      }
    }
    const others = (Object.keys(ENTRIES) as ErrorId[]).filter((id) => ENTRIES[id].program === undefined);
    for (const { build } of SYNTH) {
      if (others.every((id) => texts.has(id))) {
        break;
      }
      for (const line of textsOf(build)) {
        const id = MARK.exec(line)![1] as ErrorId;
        if (others.includes(id) && !texts.has(id)) {
          texts.set(id, line);
        }
      }
    }
  } finally {
    cleanUp();
  }
  return texts;
}

/** What the library says of a program: in an error, in warnings, and in the blocks that Terraform checks. */
function textsOf(program: Program): string[] {
  const stack = newStack();
  const said: string[] = [];
  try {
    program(stack, stack.node.root as App);
    said.push(...checksIn(synth(stack)));
  } catch (error) {
    said.push(...(error as Error).message.split('\n'));
  }
  said.push(...stack.node.root.node.findAll().filter(TerraformStack.isStack).flatMap((each) => warnings(each)));
  return said.filter((line) => MARK.test(line)).map(readable);
}

/** The texts that a plan shows. */
function checksIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return MARK.test(value) ? [value] : [...value.matchAll(FAILING)].map(([, text]) => text);
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(checksIn) : [];
}

/** Without what CDKTF adds, such as the name of the stack, and without what differs between machines and versions. */
function readable(line: string): string {
  return line.trim()
    .replace(/^\[\w+\] |^Resolution error: |\.$/g, '')
    .replaceAll(ROOT, '/home/me/shop')
    .replace(/-logfire 0\.\d+/, '-logfire 0.1')
    .replace(/\$\{[\w.]+expires_at\}/, '2027-03-31T00:00:00Z');
}
