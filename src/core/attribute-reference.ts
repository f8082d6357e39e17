import { App, IResolvable, IResolveContext, TerraformDataSource, TerraformResource, TerraformStack } from 'cdktf';
import { stringOf } from './expression';

/**
 * A reference to an attribute of a resource or data source, as a string.
 *
 * It differs from the getters of the bindings in two ways. The address is looked up at synth, so the reference follows a later
 * `overrideLogicalId`; CDKTF fixes the address when a getter is called for the first time. No stack trace is recorded, because
 * recording one costs more than everything else that a token does.
 */
export function attributeReference(resource: TerraformResource | TerraformDataSource, attribute: string): string {
  return stringOf(new AttributeReference(resource, attribute));
}

class AttributeReference implements IResolvable {
  public readonly creationStack: string[] = [];
  private readonly inOtherStacks = new Map<TerraformStack, string>();

  constructor(private readonly resource: TerraformResource | TerraformDataSource, private readonly attribute: string) {}

  public resolve(context: IResolveContext): string {
    const kind = TerraformDataSource.isTerraformDataSource(this.resource) ? 'data.' : '';
    const identifier = `${kind}${this.resource.terraformResourceType}.${this.resource.friendlyUniqueId}.${this.attribute}`;
    const stack = TerraformStack.of(context.scope);
    if (context.preparing && stack !== this.resource.cdktfStack) {
      this.inOtherStacks.set(stack, App.of(this.resource).crossStackReference(this.resource.cdktfStack, stack, identifier));
    }
    return this.inOtherStacks.get(stack) ?? (context.suppressBraces ? identifier : `\${${identifier}}`);
  }

  public toString(): string {
    return stringOf(this);
  }

  public toJSON(): string {
    return '<reference>';
  }
}
