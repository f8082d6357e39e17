import { TerraformStack } from 'cdktf';

/** A rule of the provider that a construct checks: a program that breaks it, what is said, and its twin that keeps it. */
export interface Check {
  /** Builds into a stack `app` that has a provider. */
  readonly breaks: (stack: TerraformStack) => void;
  /** A part of the error. */
  readonly error: string;
  readonly keeps: (stack: TerraformStack) => void;
}

/** For each rule a check, or in words why it cannot be broken or is left to Terraform. */
export type Checks = { readonly [rule: string]: Check | string };

/** Why `project_id` needs no check of its own. */
export const BY_REFERENCE = 'taken from a construct, whose id is a reference or checked by fromProjectId';
