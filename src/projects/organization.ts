import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { checkExistingId } from '../core/checks';
import { baseUrlOf, effectiveProvider, providerFor } from '../core/effective-provider';
import { warn } from '../core/errors';
import { literal } from '../core/expression';
import { finalProvider } from '../core/final-provider';
import { declareRule, ownerOf } from '../core/findings';
import { checkName, defaultName, SLUG_NAME } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { defaultOf } from '../core/scope-defaults';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { declareUniqueName } from '../core/unique-names';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';

/** An organization of a self-hosted Logfire, created in this app or existing. */
export interface ILogfireOrganization extends IConstruct {
  /** UUID of the organization. Known only at apply for one that is created in this app. */
  readonly organizationId: string;
}

/** Identifies an existing organization to import. */
export class OrganizationImportId {
  /** An organization by its name. */
  public static byName(organizationName: string): OrganizationImportId {
    checkCall('OrganizationImportId.byName', arguments);
    return new OrganizationImportId(ImportIdKind.NAME, organizationName);
  }

  /** An organization by its UUID. */
  public static byId(organizationId: string): OrganizationImportId {
    checkCall('OrganizationImportId.byId', arguments);
    return new OrganizationImportId(ImportIdKind.ID, organizationId);
  }

  private constructor(
    /** How the existing object is identified. */
    public readonly kind: ImportIdKind,
    private readonly text: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, [this.text], 'copy the name from the URL of its pages');
  }
}

/** Properties of an organization. */
export interface LogfireOrganizationProps {
  /**
   * Name of the organization, unique in the instance: 2 to 50 characters, lower-case letters, digits and single hyphens between
   * them. A change renames the organization in place.
   *
   * @default - derived from the construct's path, for example `app-acme`
   */
  readonly organizationName?: string;

  /**
   * Display name of the organization. Surrounding whitespace is trimmed. A change updates the organization in place; once set, it cannot be
   * cleared.
   *
   * @default - the current value in Logfire
   */
  readonly displayName?: string;

  /**
   * Email address for bills. Surrounding whitespace is trimmed. A change updates the organization in place; once set, it cannot be cleared.
   * The provider sets it with a second request after the creation. If that request fails, the organization is tainted in the state: untaint
   * it.
   *
   * @default - the current value in Logfire
   */
  readonly billingEmail?: string;

  /**
   * Name of the organization on GitHub. Surrounding whitespace is trimmed. A change updates the organization in place; once set, it cannot be
   * cleared.
   *
   * @default - the current value in Logfire
   */
  readonly githubHandle?: string;

  /**
   * Location of the organization. Surrounding whitespace is trimmed. A change updates the organization in place; once set, it cannot be
   * cleared.
   *
   * @default - the current value in Logfire
   */
  readonly location?: string;

  /**
   * URL of a picture. Surrounding whitespace is trimmed. A change updates the organization in place; once set, it cannot be cleared.
   *
   * @default - the current value in Logfire
   */
  readonly avatar?: string;

  /**
   * Description of the organization. Surrounding whitespace is trimmed. A change updates the organization in place; once set, it cannot be
   * cleared.
   *
   * @default - the current value in Logfire
   */
  readonly description?: string;

  /**
   * Prevents the provider from destroying the organization and all its projects. To destroy it, set this to `false` and apply, then destroy
   * it in a second apply. Unlike the protection of a project, it remains when you remove the construct from the program.
   *
   * @default - the protection of `LogfireDefaults`, otherwise true
   */
  readonly deletionProtection?: boolean;

  /**
   * Imports an existing organization at the first apply, instead of creating one. Later applies ignore it.
   *
   * @default - a new organization is created
   */
  readonly importFrom?: OrganizationImportId;

  /**
   * Terraform provider that creates the organization. Its key must belong to the organization that has the admin panel, and must hold the
   * scope `organization:admin`.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources that must exist before the organization is created.
   *
   * @default - only the resources that the organization refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Strings that the provider trims, and ignores when nothing is left. */
const TEXTS = ['displayName', 'billingEmail', 'githubHandle', 'location', 'avatar', 'description'] as const;
type Texts = { [text in typeof TEXTS[number]]?: string };

class ExistingOrganization extends Construct implements ILogfireOrganization {
  constructor(scope: Construct, id: string, public readonly organizationId: string) {
    super(scope, id);
    checkExistingId(this, 'organizationId', organizationId, 'organization');
    this.organizationId = literal(organizationId);
  }
}

/**
 * An organization of a self-hosted Logfire (`logfire_organization`).
 *
 * Logfire's own service has no such resource. Synthesis fails if the provider is for that service, by `region` or by `baseUrl`. With
 * neither, synthesis warns, because the environment variable `LOGFIRE_BASE_URL` may still name another instance. The self-hosted Logfire
 * must be release v2026-06-25.01 or newer.
 *
 * @example
 * const selfHosted = new LogfireProvider(this, 'SelfHosted', { alias: 'self_hosted', baseUrl: 'https://logfire.example.com' });
 * new LogfireOrganization(this, 'Acme', { organizationName: 'acme', displayName: 'Acme Inc.', provider: selfHosted });
 */
export class LogfireOrganization extends ResourceBase implements ILogfireOrganization {
  /**
   * Refers to an existing organization. Creates nothing.
   *
   * @param organizationId UUID of the organization; fails with a blank one, and warns about a string that is not a UUID
   */
  public static fromOrganizationId(scope: Construct, id: string, organizationId: string): ILogfireOrganization {
    checkCall('LogfireOrganization.fromOrganizationId', arguments);
    return new ExistingOrganization(scope, id, organizationId);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.Organization;

  constructor(scope: Construct, id: string, props: LogfireOrganizationProps = {}) {
    super(scope, id);
    checkCall('new LogfireOrganization', arguments, this);
    const name = props.organizationName ?? defaultName(this, SLUG_NAME);
    checkName(this, 'organizationName', name, SLUG_NAME);
    this.resource = this._create(l1.Organization, {
      name,
      ...this.texts(props),
      deletionProtection: props.deletionProtection ?? defaultOf<boolean>(this, 'deletionProtection') ?? true,
      provider: providerFor(this, props.provider),
      dependsOn: props.dependsOn,
    });
    this._import(props.importFrom);
    this.warnWithoutAddress();
  }

  /** UUID of the organization. Known only at apply. */
  public get organizationId(): string {
    return this._attribute('id');
  }

  private texts(props: LogfireOrganizationProps): Texts {
    const texts: Texts = {};
    for (const prop of TEXTS) {
      const text = props[prop];
      if (text === undefined || isUnresolved(text)) {
        texts[prop] = text;
      } else if (text.trim() !== '') {
        texts[prop] = text.trim();
      } else {
        warn(this, 'organization-text', `${prop} must not be blank, got ${JSON.stringify(text)}: Logfire keeps its current value, which cannot be cleared; leave it out`);
      }
    }
    return texts;
  }

  /** Checked at synth, because the provider may be created after the organization. */
  private warnWithoutAddress(): void {
    this.node.addValidation({
      validate: () => {
        const provider = effectiveProvider(this, false);
        if (provider !== undefined && baseUrlOf(provider) === undefined) {
          warn(this, 'self-hosted-only', 'an organization can be created on a self-hosted Logfire only, but its provider has no baseUrl; '
            + 'pass baseUrl to the provider, or set LOGFIRE_BASE_URL at plan and apply');
        }
        return [];
      },
    });
  }
}

declareUniqueName('logfire_organization', { input: 'nameInput', prop: 'organizationName', within: 'an instance' });

const OWN_SERVICE = /^https?:\/\/([^/@]*\.)?pydantic\.dev(:\d+)?\/?$/i;

/** An organization whose provider certainly is Logfire's own service, which has no such resource (provider: organization). */
declareRule((contents) => contents.resources
  .filter(({ terraformResourceType }) => terraformResourceType === 'logfire_organization')
  .flatMap((resource) => {
    const provider = finalProvider(contents, resource);
    const baseUrl = baseUrlOf(provider);
    return provider === undefined || baseUrl === undefined || !OWN_SERVICE.test(baseUrl) ? [] : [{
      scope: ownerOf(resource),
      id: 'self-hosted-only',
      message: `an organization can be created on a self-hosted Logfire only, but its provider ${provider.node.path} is for ${baseUrl}; `
        + 'pass a provider with the baseUrl of a self-hosted Logfire',
    }];
  }));
