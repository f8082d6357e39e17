import { App, IResolvable, IResolveContext, TerraformDataSource, TerraformResource, TerraformStack } from 'cdktf';
import { OwnToken, ownTokenIn, stringOf } from './expression';

/**
 * A reference to an attribute of a resource or data source, as a string.
 *
 * It differs from the getters of the bindings in two ways. The address is looked up at synth, so the reference follows a later
 * `overrideLogicalId`; CDKTF fixes the address when a getter is called for the first time. No stack trace is recorded.
 */
export function attributeReference(resource: TerraformResource | TerraformDataSource, attribute: string): string {
  return stringOf(attributeOf(resource, attribute));
}

/** The same as an operand of an expression. */
export function attributeOf(resource: TerraformResource | TerraformDataSource, attribute: string): IResolvable {
  return new AttributeReference(resource, attribute);
}

/** What a string refers to in Terraform, if it is nothing but a reference of the library. */
export function referredToBy(text: unknown): string | undefined {
  const token = typeof text === 'string' ? ownTokenIn(text) : undefined;
  return token instanceof AttributeReference ? token.identifier : undefined;
}

class AttributeReference extends OwnToken {
  private inOtherStacks: Map<TerraformStack, string> | undefined;

  constructor(private readonly resource: TerraformResource | TerraformDataSource, private readonly attribute: string) {
    super();
  }

  public get identifier(): string {
    const kind = TerraformDataSource.isTerraformDataSource(this.resource) ? 'data.' : '';
    return `${kind}${this.resource.terraformResourceType}.${this.resource.friendlyUniqueId}.${this.attribute}`;
  }

  public resolve(context: IResolveContext): string {
    const { identifier } = this;
    const stack = TerraformStack.of(context.scope);
    if (context.preparing && stack !== this.resource.cdktfStack) {
      this.inOtherStacks ??= new Map();
      this.inOtherStacks.set(stack, App.of(this.resource).crossStackReference(this.resource.cdktfStack, stack, identifier));
    }
    return this.inOtherStacks?.get(stack) ?? (context.suppressBraces ? identifier : `\${${identifier}}`);
  }
}
