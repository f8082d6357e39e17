import { ISynthesisSession, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';

/** The hook of CDKTF's own assets: called when a stack is written, after its validation. */
const ON_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

/** Does something when a stack is written: never if there is a finding. */
export function atSynthesis(stack: TerraformStack, id: string, write: (session: ISynthesisSession) => void): void {
  Object.defineProperty(new Construct(stack, id), ON_SYNTHESIS, { value: { onSynthesize: write } });
}

/** The stacks below an app or a group of stacks, or the stack itself. None for a construct in a stack. */
export function stacksFor(scope: IConstruct): TerraformStack[] {
  if (TerraformStack.isStack(scope)) {
    return [scope];
  }
  return scope.node.scopes.some(TerraformStack.isStack) ? [] : scope.node.findAll().filter(TerraformStack.isStack);
}
