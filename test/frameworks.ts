import { TerraformStack } from 'cdktf';

const { fqn } = (TerraformStack as unknown as { readonly [type: symbol]: { readonly fqn: string } })[Symbol.for('jsii.rtti')];

/** The framework that the tests run with, and the other one: both flavors have the same tests. */
export const [FRAMEWORK] = fqn.split('.');
export const OTHER_FRAMEWORK = FRAMEWORK === 'cdktf' ? 'cdktn' : 'cdktf';
