import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** The provider that the parent was made with, for what belongs to it in the same stack: another one may be another organization. */
export function inheritedProvider(child: IConstruct, parent: IConstruct): TerraformProvider | undefined {
  const { resource } = parent as { resource?: { readonly provider?: TerraformProvider } };
  return resource !== undefined && TerraformStack.of(parent) === TerraformStack.of(child) ? resource.provider : undefined;
}
