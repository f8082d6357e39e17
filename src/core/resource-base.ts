import { ITerraformDependable, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { validateWithApp } from './app-validation';

/**
 * What every L2 is: a construct around one resource, that others can depend on and that is validated with its app.
 *
 * @internal
 */
export abstract class ResourceBase extends Construct implements ITerraformDependable {
  /** The generated binding, for what this construct does not model. */
  public abstract readonly resource: TerraformResource;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    validateWithApp(this);
  }

  /** The resource's address, for `dependsOn` of others. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}
