import { TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** The provider that the parent was made with, for its children in the same stack: another one may be another organization. */
export function inheritedProvider(child: IConstruct, parent: IConstruct): TerraformProvider | undefined {
  const { resource } = parent as { resource?: TerraformResource };
  return resource !== undefined && TerraformStack.of(parent) === TerraformStack.of(child) ? resource.provider : undefined;
}
