import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';

const RESOLVER = new DefaultTokenResolver(new StringConcat());

/** A value as Terraform reads it: with its references written out, so that two ways to write one reference are equal. */
export function resolved(scope: IConstruct, value: unknown): any {
  return Tokenization.resolve(value, { scope, resolver: RESOLVER, preparing: false });
}

const LITERAL = /"(?:[^"\\$]|\\.|\$(?!\{))*"/g;

/** An expression with its literals emptied, to look for references. A literal with an interpolation stays. */
export function withoutLiterals(expression: string): string {
  return expression.replace(LITERAL, '""');
}
