import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as cdktf from 'cdktf';
import * as logfire from 'cdktf-logfire';
import type { Expression, Json, Program } from './model';

/** What became of a program. */
export interface Outcome {
  /** What it synthesizes; undefined if a statement fails. */
  readonly stack?: { readonly [block: string]: any };
  /** The statement that fails. */
  readonly failedAt?: number;
  /** Why a statement or the synthesis fails. */
  readonly message?: string;
}

/** Runs a program in this process, with the library itself. What it writes is removed. */
export function runProgram(program: Program): Outcome {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-program-'));
  try {
    const app = new cdktf.App({ outdir, skipValidation: true });
    const stack = new cdktf.TerraformStack(app, program.stack);
    const variables = new Map<string, unknown>([['app', app], ['stack', stack]]);
    for (const [index, { declare, value }] of program.statements.entries()) {
      try {
        const result = valueOf(value, variables);
        if (declare !== undefined) {
          variables.set(declare, result);
        }
      } catch (error) {
        return { failedAt: index, message: messageOf(error) };
      }
    }
    const message = validationOf(stack);
    app.synth();
    return { stack: JSON.parse(fs.readFileSync(path.join(outdir, 'stacks', program.stack, 'cdk.tf.json'), 'utf8')), message };
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

/** What the validations of all constructs say, as the synthesis of an app without `skipValidation` does. */
function validationOf(stack: cdktf.TerraformStack): string | undefined {
  const findings = stack.node.findAll().flatMap((construct) => construct.node.validate());
  return findings.length === 0 ? undefined : findings.join('\n');
}

function valueOf(value: Expression, variables: ReadonlyMap<string, unknown>): any {
  const inner = (part: Expression) => valueOf(part, variables);
  switch (value.is) {
    case 'literal': return value.value;
    case 'json': return copy(value.value);
    case 'list': return value.items.map(inner);
    case 'map': return Object.fromEntries(value.entries.map(([name, item]) => [name, inner(item)]));
    case 'struct': return Object.fromEntries(value.props.map(([name, item]) => [name, inner(item)]));
    case 'member': return classOf(value.type)[value.name];
    case 'static': return classOf(value.type)[value.method](...value.args.map(inner));
    case 'new': return new (classOf(value.type))(...value.args.map(inner));
    case 'call': return inner(value.on)[value.method](...value.args.map(inner));
    case 'get': return inner(value.of)[value.property];
    case 'joined': return value.parts.map(inner).join('');
    case 'variable': return variables.get(value.name);
  }
}

function classOf(fqn: string): any {
  const [packageName, ...names] = fqn.split('.');
  return names.reduce((scope: any, name) => scope[name], packageName === 'cdktf' ? cdktf : logfire);
}

/** A program may change what it is given. */
function copy(value: Json): unknown {
  return JSON.parse(JSON.stringify(value));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
