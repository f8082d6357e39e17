/** A value in a program, in no language yet. */
export type Expression =
  | { readonly is: 'literal'; readonly value: string | number | boolean }
  /** Free-form JSON, for a parameter that takes anything. */
  | { readonly is: 'json'; readonly value: Json }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | { readonly is: 'map'; readonly entries: readonly Entry[] }
  /** An object of props, by the name of its jsii type. */
  | { readonly is: 'struct'; readonly type: string; readonly props: readonly Entry[] }
  /** A member of an enum, or a constant of an enum-like class. */
  | { readonly is: 'member'; readonly type: string; readonly name: string }
  | { readonly is: 'static'; readonly type: string; readonly method: string; readonly args: readonly Expression[] }
  | { readonly is: 'new'; readonly type: string; readonly args: readonly Expression[] }
  | { readonly is: 'call'; readonly on: Expression; readonly method: string; readonly args: readonly Expression[] }
  | { readonly is: 'get'; readonly of: Expression; readonly property: string }
  /** A string of several parts. */
  | { readonly is: 'joined'; readonly parts: readonly Expression[] }
  /** A variable that an earlier statement declares. */
  | { readonly is: 'variable'; readonly name: string };

export type Entry = readonly [name: string, value: Expression];

/** What JSON can hold. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** One step of a program. */
export interface Statement {
  /** Whether an empty line is before it. */
  readonly isFirst?: boolean | undefined;
  /** Lines of a comment above it. */
  readonly comment?: readonly string[] | undefined;
  /** Name of the variable for the value; left out of the program if nothing uses it. */
  readonly declare?: string | undefined;
  readonly value: Expression;
}

/** A program that synthesizes one stack. */
export interface Program {
  /** Lines of a comment at its top. */
  readonly header: readonly string[];
  readonly stack: string;
  readonly statements: readonly Statement[];
}

/** The variables that every program has. */
export const APP: Expression = { is: 'variable', name: 'app' };
export const STACK: Expression = { is: 'variable', name: 'stack' };

export const literal = (value: string | number | boolean): Expression => ({ is: 'literal', value });
export const json = (value: Json): Expression => ({ is: 'json', value });
export const list = (items: readonly Expression[]): Expression => ({ is: 'list', items });
export const member = (type: string, name: string): Expression => ({ is: 'member', type, name });
export const variable = (name: string): Expression => ({ is: 'variable', name });
export const get = (of: Expression, property: string): Expression => ({ is: 'get', of, property });
export const make = (type: string, ...args: Expression[]): Expression => ({ is: 'new', type, args });
export const callStatic = (type: string, method: string, ...args: Expression[]): Expression => ({ is: 'static', type, method, args });
export const call = (on: Expression, method: string, ...args: Expression[]): Expression => ({ is: 'call', on, method, args });

/** Props without those that are undefined. */
export function struct(type: string, props: Readonly<Record<string, Expression | undefined>>): Expression {
  return { is: 'struct', type, props: Object.entries(props).filter((entry): entry is [string, Expression] => entry[1] !== undefined) };
}

/** The values that an expression consists of, itself included. */
export function partsOf(value: Expression): Expression[] {
  const inner = (): readonly Expression[] => {
    switch (value.is) {
      case 'list': return value.items;
      case 'map': return value.entries.map(([, item]) => item);
      case 'struct': return value.props.map(([, item]) => item);
      case 'static': return value.args;
      case 'new': return value.args;
      case 'call': return [value.on, ...value.args];
      case 'get': return [value.of];
      case 'joined': return value.parts;
      default: return [];
    }
  };
  return [value, ...inner().flatMap(partsOf)];
}
