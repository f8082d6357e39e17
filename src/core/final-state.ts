import { TerraformDataSource, TerraformElement, TerraformProvider, TerraformResource, TerraformStack, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { resolved } from './resolving';

type Json = { [name: string]: any };

/** The attributes of the elements of one stack as they are written: with what `addOverride` changes, on the element or on the stack. */
export class FinalState {
  private readonly overrides: Json;

  constructor(private readonly stack: TerraformStack) {
    this.overrides = overridesOf(stack);
  }

  /** Whether an override may have changed an attribute. If not, the attribute of the binding is the final one, and nothing needs to be rendered. */
  public isOverridden(element: TerraformResource | TerraformDataSource, attribute: string): boolean {
    return attribute in overridesOf(element) || this.hasOverride(kindOf(element));
  }

  /** Whether the stack overrides blocks of a kind, such as `check`. */
  public hasOverride(kind: string): boolean {
    return kind in this.overrides;
  }

  /** The attributes as Terraform reads them. Undefined if an override removes the block, or a move takes it away. */
  public attributesOf(element: TerraformResource | TerraformDataSource): Json | undefined {
    const block = this.blocksOf(element)[kindOf(element)]?.[element.terraformResourceType]?.[element.friendlyUniqueId];
    return block ?? undefined;
  }

  /** The arguments of a provider. */
  public configurationOf(provider: TerraformProvider): Json {
    return [this.blocksOf(provider).provider[provider.terraformResourceType]].flat()[0];
  }

  /** The configurations of providers of a kind that only an override of the stack has. */
  public addedConfigurations(kind: string): readonly Json[] {
    const added: unknown = this.overrides.provider?.[kind];
    return added === undefined ? [] : [resolved(this.stack, added)].flat();
  }

  /** A value as Terraform reads it. */
  public resolved(value: unknown): any {
    return resolved(this.stack, value);
  }

  /** All blocks that an element writes. */
  public blocksOf(element: TerraformElement): Json {
    const own: Json = resolved(this.stack, element.toTerraform());
    const overrides = Object.fromEntries(Object.entries(this.overrides).filter(([kind]) => kind in own));
    return Object.keys(overrides).length === 0 ? own : resolved(this.stack, merged(own, overrides));
  }
}

/** What `addOverride` set on an element or a stack. */
export function overridesOf(construct: IConstruct): Json {
  return (construct as { readonly rawOverrides?: Json }).rawOverrides ?? {};
}

/** The alias of a provider as it is written. */
export function finalAlias(provider: TerraformProvider): string | undefined {
  return provider.alias ?? overridesOf(provider).alias;
}

function kindOf(element: TerraformResource | TerraformDataSource): 'data' | 'resource' {
  return TerraformDataSource.isTerraformDataSource(element) ? 'data' : 'resource';
}

/** As CDKTF merges: lists are joined, and undefined removes. */
function merged(target: Json, overrides: Json): Json {
  for (const [key, value] of Object.entries(overrides)) {
    if (value === undefined) {
      delete target[key];
    } else if (Array.isArray(value)) {
      target[key] = Array.isArray(target[key]) ? [...target[key], ...value] : value;
    } else if (value !== null && typeof value === 'object' && !Tokenization.isResolvable(value)) {
      target[key] = merged(isObject(target[key]) ? target[key] : {}, value);
    } else {
      target[key] = value;
    }
  }
  return target;
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object';
}
