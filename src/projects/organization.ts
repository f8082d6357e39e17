import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { defaultProvider } from './default-provider';
import { LogfireOrganizationProps } from './organization-props';
import { SLUG_NAME } from './slug-name';
import { attributeReference } from '../core/attribute-reference';
import { ImportBlock } from '../core/import-block';
import { checkName, defaultName } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';

/** Texts that the provider trims, and takes for absent when nothing is left. */
const TEXTS = ['displayName', 'billingEmail', 'githubHandle', 'location', 'avatar', 'description'] as const;
type Texts = { [text in typeof TEXTS[number]]?: string };

/**
 * An organization of a self-hosted Logfire (`logfire_organization`).
 *
 * Logfire's own service has no such resource: with a provider for it, by `region` or by its `baseUrl`, synthesis fails, and
 * where neither is given there is a warning, since the environment variable `LOGFIRE_BASE_URL` may still name another instance.
 * The instance must be of release v2026-06-25.01 or newer.
 */
export class LogfireOrganization extends ResourceBase {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Organization;

  private idReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireOrganizationProps = {}) {
    super(scope, id);
    const name = props.organizationName ?? defaultName(this, SLUG_NAME);
    checkName(this, 'organizationName', name, SLUG_NAME);
    this.resource = new l1.Organization(this, 'Resource', {
      name,
      ...this.texts(props),
      deletionProtection: props.deletionProtection ?? true,
      provider: props.provider,
      dependsOn: props.dependsOn,
    });
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom'));
    }
    this.warnWithoutAddress();
  }

  /** UUID of the organization; known at apply. */
  public get organizationId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
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
        Annotations.of(this).addWarning(`${prop} is blank, which leaves what Logfire has: it cannot be cleared; leave it out`);
      }
    }
    return texts;
  }

  /** At synth, not before: the provider may be made after the organization. */
  private warnWithoutAddress(): void {
    let warned = false;
    this.node.addValidation({
      validate: () => {
        const provider = (this.resource.provider ?? defaultProvider(this)) as { baseUrl?: string } | undefined;
        if (!warned && provider !== undefined && provider.baseUrl === undefined) {
          warned = true;
          Annotations.of(this).addWarning('an organization is made on a self-hosted Logfire only, and its provider has no baseUrl; '
            + 'give the provider one, or set LOGFIRE_BASE_URL at plan and apply');
        }
        return [];
      },
    });
  }
}
