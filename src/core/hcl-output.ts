import { App } from 'cdktf';
import type { Finding, StackContents } from './app-validation';

/** CDKTF writes wrong HCL for nested attributes and drops `check` blocks: refused, in each stack that would be written so. */
export function hclOutputFindings({ stack }: StackContents): Finding[] {
  const app = stack.node.root;
  const synthesizer = stack.synthesizer as { hclOutput?: boolean };
  if (!synthesizer.hclOutput && !(App.isApp(app) && app.hclOutput)) {
    return [];
  }
  return [{
    scope: stack,
    message: 'the stack would be written as HCL, in which CDKTF drops check blocks and breaks nested attributes; '
      + 'write JSON: leave out --hcl, hclOutput and SYNTH_HCL_OUTPUT',
  }];
}
