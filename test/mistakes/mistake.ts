import { App, TerraformStack } from 'cdktf';
import { newStack, synth, TerraformJson } from '../synth';

/** A program that somebody could write, and where it must be stopped. */
export interface Mistake {
  /** What is wrong. */
  readonly name: string;
  /** A part of the error. */
  readonly error: string;
}

/** Refused by the compiler: the statements of a stack, as text. */
export interface CompileMistake extends Mistake {
  readonly code: string;
}

/** Refused when it is built or synthesized; typed past the compiler where needed. The stack `app` has a provider. */
export interface SynthMistake extends Mistake {
  readonly build: (stack: TerraformStack, app: App) => unknown;
}

/** Refused by `terraform plan`: what the program alone cannot tell. */
export interface PlanMistake extends SynthMistake {
  readonly environment?: Readonly<Record<string, string>>;
}

/** The stack of a mistake, synthesized as `cdktf synth` does. */
export function synthesized(mistake: SynthMistake): TerraformJson {
  const stack = newStack();
  mistake.build(stack, stack.node.root as App);
  return synth(stack);
}
