import { TerraformProvider } from 'cdktf';

/** What all sinks take. */
export interface SinkOptions {
  /**
   * The provider to write with, of the same stack as the token.
   *
   * @default - the stack's default provider of that kind; synth fails when the stack has none
   */
  readonly provider?: TerraformProvider;
}

/** What sinks take whose provider has write-only arguments. */
export interface WriteOnlySinkOptions extends SinkOptions {
  /**
   * Whether the secret is passed by a write-only argument, which keeps it out of this resource's part of the plan and the state.
   * Logfire's own resource has it in the state in any case. Needs Terraform 1.11 or newer.
   *
   * @default false
   */
  readonly writeOnly?: boolean;
}
