import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';

const RESOLVER = new DefaultTokenResolver(new StringConcat());

/** A value as Terraform reads it: with its references written out, so that two ways to write one reference are equal. */
export function resolved(scope: IConstruct, value: unknown): any {
  return Tokenization.resolve(value, { scope, resolver: RESOLVER, preparing: false });
}

/** Pieces of a template: an escaped interpolation, one that opens, an escaped character, a quote or a brace, and the text between them. */
const STEP = /\$\$\{|%%\{|\$\{|%\{|\\[^$%]|["{}]|[^"{}$%\\]+|[$%\\]/gs;

/** What Terraform evaluates in a template: the code of its interpolations, with their literals emptied, to look for references. */
export function evaluatedIn(template: string): string {
  let code = '';
  // Texts and pieces of code in each other: each text ends at a quote, each piece of code at a brace.
  const open: ('text' | 'code' | 'braces')[] = ['text'];
  for (const [step] of template.matchAll(STEP)) {
    const inText = open.at(-1) === 'text';
    if (inText && (step === '${' || step === '%{')) {
      open.push('code');
      code += '${';
    } else if (!inText && (step === '"' || step === '{')) {
      open.push(step === '"' ? 'text' : 'braces');
      code += step;
    } else if (open.length > 1 && step === (inText ? '"' : '}')) {
      open.pop();
      code += step;
    } else if (!inText) {
      code += step;
    }
  }
  return code;
}
