import { expression, stringOf } from './expression';

/**
 * A secret attribute, marked for Terraform.
 *
 * The provider's own mark does not survive `terraform_remote_state`: without this one, the plan of a consuming stack prints the value.
 */
export function sensitive(reference: string): string {
  return stringOf(expression`sensitive(${reference})`);
}
