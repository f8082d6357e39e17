import { ITerraformDependable, TerraformDataSource, TerraformElement, TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { validateWithApp } from './app-validation';
import { attributeOf, attributeReference } from './attribute-reference';
import { checkedScope } from './calls';
import { withoutCreationStacks } from './creation-stacks';
import { fail } from './errors';
import { literals, sensitive } from './expression';
import { usedDefaults } from './scope-defaults';
import { ImportBlock } from './terraform-blocks';

/** What Terraform imports an existing object by. */
interface ImportId {
  /** @param parents ids of what the object belongs to, where its own id is not enough */
  _render(scope: IConstruct, prop: string, ...parents: string[]): string;
}

/** Arguments that Terraform itself has for every resource. They hold constructs, and no strings of the user. */
const META_ARGUMENTS: ReadonlySet<string> = new Set(['provider', 'dependsOn', 'lifecycle']);

/**
 * The base of every L2: a construct around one resource, which others can depend on and which is validated with its app. An existing object
 * has no resource.
 *
 * @internal
 */
export abstract class ResourceBase extends Construct implements ITerraformDependable {
  /** The generated binding, for everything that this construct does not model. */
  public abstract readonly resource: TerraformResource | TerraformDataSource | undefined;

  /** One reference for each attribute, however often it is read. */
  private references: { [attribute: string]: string } | undefined;

  constructor(scope: Construct, id: string) {
    super(checkedScope(scope, id, new.target), id);
    validateWithApp(this);
  }

  /** Terraform address of the resource, used when another construct names this one in `dependsOn`. */
  public get fqn(): string {
    return this._created.fqn;
  }

  /**
   * Creates the resource. All strings of its arguments are literal, except for their tokens: the one way from props to a binding.
   *
   * @internal
   */
  protected _create<Binding extends TerraformElement, Arguments extends object>(
    binding: new (scope: Construct, id: string, config: Arguments) => Binding, config: Arguments,
  ): Binding {
    const literal = { ...config };
    for (const name in literal) {
      if (!META_ARGUMENTS.has(name)) {
        literal[name] = literals(literal[name]);
      }
    }
    const resource = withoutCreationStacks(() => new binding(this, 'Resource', literal));
    const defaults = usedDefaults(this);
    if (defaults !== undefined) {
      resource.addOverride('//.logfire.defaults', defaults);
    }
    return resource;
  }

  /**
   * A reference to an attribute of the resource, by its name in Terraform.
   *
   * @internal
   */
  protected _attribute(attribute: string): string {
    const references = this.references ??= {};
    return references[attribute] ??= attributeReference(this._created, attribute);
  }

  /** @internal */
  protected _secretAttribute(attribute: string): string {
    const references = this.references ??= {};
    return references[`sensitive ${attribute}`] ??= sensitive(attributeOf(this._created, attribute));
  }

  /**
   * Imports an existing object, if there is one.
   *
   * @internal
   */
  protected _import(importFrom: ImportId | undefined, ...parents: string[]): void {
    if (importFrom !== undefined) {
      new ImportBlock(this, 'Import', this._created as TerraformResource, importFrom._render(this, 'importFrom', ...parents));
    }
  }

  private get _created(): TerraformResource | TerraformDataSource {
    return this.resource ?? fail(this, 'existing-dependency', 'dependsOn must not contain an existing object, which this app does not create; remove it from dependsOn');
  }
}
