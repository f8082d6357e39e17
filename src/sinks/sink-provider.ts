import { TerraformProvider, TerraformProviderConfig } from 'cdktf';
import { Construct } from 'constructs';
import { checkCall, checkedScope } from '../core/calls';
import { checkProviderAlias } from '../core/effective-provider';
import { fail } from '../core/errors';
import { literal } from '../core/expression';
import { secretIn, shown } from '../core/redaction';
import { SecretValue } from '../core/secret-value';
import { isUnresolved } from '../core/unresolved';

/** Properties of the Terraform provider of a secret store. */
export interface LogfireSinkProviderProps {
  /**
   * Address of the provider in a registry: `hashicorp/aws`, `hashicorp/vault`, `hashicorp/kubernetes`, `integrations/github` or any other, also with
   * the host of the registry before it. Fails with anything else.
   */
  readonly source: string;

  /**
   * Version constraint, such as `~> 5.100` or `>= 5.100, < 7`. Fails with anything else.
   *
   * @default - the versions that the sinks are checked against: `~> 5.100` for `hashicorp/aws`, `~> 5.6` for `hashicorp/vault`, `~> 2.38` for
   * `hashicorp/kubernetes`, `~> 6.9` for `integrations/github`; any version for other providers
   */
  readonly version?: string;

  /**
   * Configuration, with the names of Terraform, such as `region`. A value is a string, a number, a boolean, a list, a map or a `SecretValue`. A nested
   * block is a map, or a list of maps if there are several. Fails with a literal secret: pass a `SecretValue`, or use the environment variables of
   * the provider.
   *
   * @default - the provider reads its environment variables
   */
  readonly configuration?: { [name: string]: any };

  /**
   * Name of this configuration if a stack has several for one provider: letters, digits, `_` and `-`, beginning with a letter or `_`. Pass the
   * provider to sinks as `provider`.
   *
   * @default - the stack's default configuration
   */
  readonly alias?: string;
}

const SOURCE = /^(?:[a-z0-9.-]+(?::\d+)?\/)?[a-z0-9][a-z0-9_-]*\/([a-z0-9][a-z0-9-]*)$/i;
const VERSION = /^(?:(?:=|!=|>=?|<=?|~>)?\s*\d+(?:\.\d+){0,2}(?:-[\w.]+)?(?:\s*,\s*(?!$)|$))+$/;
const NAME = /^[a-z][a-z0-9_]*$/;
/** Arguments that hold a secret, in any provider. */
const SECRET_NAME = /(?:^|_)(?:token|password|secret|secret_key|private_key|client_key|pem_file)$/;

/** What the sinks are checked against. */
const TESTED_VERSIONS: { readonly [source: string]: string } = {
  'hashicorp/aws': '~> 5.100',
  'hashicorp/vault': '~> 5.6',
  'hashicorp/kubernetes': '~> 2.38',
  'integrations/github': '~> 6.9',
};

/**
 * The Terraform provider that sinks write with, without its prebuilt package.
 *
 * The prebuilt packages have bindings for every resource of a provider, which take long to install and to load. Sinks need none of them.
 * A provider of a prebuilt package works as well.
 *
 * @example
 * new LogfireSinkProvider(this, 'Aws', { source: 'hashicorp/aws', configuration: { region: 'eu-west-1' } });
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Token').storeIn(new AwsSsmParameterSink({ parameterName: '/shop/logfire-token' }));
 */
export class LogfireSinkProvider extends TerraformProvider {
  private aliasName: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireSinkProviderProps) {
    super(checkedScope(scope, id, new.target), id, providerConfig(props));
    checkCall('new LogfireSinkProvider', arguments, this);
    if (nameIn(props.source) === undefined) {
      fail(this, 'sink-provider', `source must be the address of a provider, such as hashicorp/aws, got ${shown(props.source)}; copy it from the registry`);
    }
    if (props.version !== undefined && !VERSION.test(props.version)) {
      fail(this, 'sink-provider', `version must be a version constraint such as ~> 5.100, got ${shown(props.version)}; leave it out for ${TESTED_VERSIONS[props.source] ?? 'any version'}`);
    }
    checkProviderAlias(this, props.alias, this.terraformResourceType);
    this.aliasName = props.alias;
    for (const [argument, value] of Object.entries(props.configuration ?? {})) {
      this.checkName(`configuration.${argument}`, argument);
      const rendered = this.rendered(`configuration.${argument}`, argument, value);
      if (rendered !== undefined) {
        // CDKTF would put the keys of maps through snake case; an override is left as it is.
        this.addOverride(argument, rendered);
      }
    }
  }

  /** Name of this configuration. Undefined for the stack's default provider. */
  public get alias(): string | undefined {
    return this.aliasName;
  }

  public set alias(value: string | undefined) {
    checkCall('LogfireSinkProvider#alias', arguments, this);
    checkProviderAlias(this, value, this.terraformResourceType);
    this.aliasName = value;
  }

  private checkName(prop: string, name: string): void {
    if (!NAME.test(name) || name === 'alias' || name === 'version') {
      const advice = name === 'alias' || name === 'version' ? `pass ${name} beside configuration` : 'write it as in the documentation of the provider';
      fail(this, 'sink-provider', `${prop} must be an argument of the provider, in lower-case letters, digits and _; ${advice}`);
    }
  }

  /** A value for Terraform. Undefined is left out. */
  private rendered(prop: string, name: string, value: unknown): unknown {
    if (value instanceof SecretValue) {
      return value._render(this, prop);
    }
    if (typeof value === 'string') {
      this.checkNotSecret(prop, name, value);
      return literal(value);
    }
    if (Array.isArray(value)) {
      return value.map((member, index) => this.rendered(`${prop}[${index}]`, name, member));
    }
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [literal(key), this.rendered(`${prop}.${key}`, key, member)]));
    }
    if (value === undefined || typeof value === 'boolean' || typeof value === 'number' && !Number.isNaN(value) || isUnresolved(value)) {
      return value;
    }
    return fail(this, 'sink-provider', `${prop} must be a string, a number, a boolean, a list, a map or a SecretValue, got ${shown(value)}; pass one of these`);
  }

  private checkNotSecret(prop: string, name: string, value: string): void {
    if (!isUnresolved(value) && value !== '' && (SECRET_NAME.test(name) || secretIn(value) !== undefined)) {
      fail(this, 'literal-secret', `${prop} must not be a literal secret, which is written in plain text; pass SecretValue.fromVariable with a sensitive variable, `
        + 'or leave it out and set the environment variable of the provider');
    }
  }
}

/** What the base needs before anything can be checked; so it takes whatever is given. */
function providerConfig(props: LogfireSinkProviderProps | undefined): TerraformProviderConfig {
  const name = nameIn(props?.source);
  return {
    terraformResourceType: name ?? 'unknown',
    terraformGeneratorMetadata: { providerName: name ?? 'unknown', providerVersionConstraint: name && (props!.version ?? TESTED_VERSIONS[props!.source]) },
    terraformProviderSource: name && props!.source,
  };
}

/** The name that Terraform gives a provider: the last part of its address, in lower case. */
function nameIn(source: unknown): string | undefined {
  return typeof source === 'string' ? SOURCE.exec(source)?.[1].toLowerCase() : undefined;
}
