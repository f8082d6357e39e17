import { Option } from 'commander';

/** The framework that a user's program is written with: CDK for Terraform, or CDK Terrain. */
export type Flavor = 'cdktf' | 'cdktn';

export const FLAVORS: readonly Flavor[] = ['cdktf', 'cdktn'];

/** `--flavor`, for each command that writes programs. */
export function flavorOption(): Option {
  return new Option('--flavor <framework>', 'framework of the program: CDK for Terraform (cdktf) or CDK Terrain (cdktn)')
    .choices(FLAVORS)
    .default('cdktf');
}
