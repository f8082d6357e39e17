import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DashboardDefinition } from './dashboard-definition';
import { DashboardImportId } from './dashboard-import-id';
import { readDocument } from './document';
import { ImportedDashboard } from './imported-dashboard';
import { renderJson } from './json-rendering';
import { checkRuleIds, lint } from './lint/lint';
import { nameOf, normalForm } from './normal-form';
import { checkShape } from './shape';
import { attributeReference } from '../core/attribute-reference';
import { ImportBlock } from '../core/import-block';
import { inheritedProvider } from '../core/inherited-provider';
import { checkName, defaultName, LABEL, NameRule } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';
import type { ILogfireProject } from '../projects/project';

/** A dashboard of a project, made in this app or elsewhere. */
export interface ILogfireDashboard extends IConstruct {
  /** UUID of the dashboard; known at apply for a dashboard that is made in this app. */
  readonly dashboardId: string;

  /** The last part of the dashboard's address; unique in its project. */
  readonly slug: string;
}

/** What a dashboard is made from. */
export interface LogfireDashboardProps {
  /** The project whose telemetry is shown. A change replaces the dashboard. */
  readonly project: ILogfireProject;

  /**
   * What is shown. Left out parts are filled in as Logfire does (`metadata`, `variables`, `datasources`, `duration`: one hour,
   * `refreshInterval`: never), and what Logfire does not store is left out (`annotations`, `links`), so that the next plan is
   * empty. A document that Logfire would refuse is refused; one that it takes and does not show as meant is warned about. A
   * change is made in place, and replaces a layout that was changed in the UI.
   */
  readonly definition: DashboardDefinition;

  /**
   * Title of the dashboard, not blank and without blanks around it; also put into the definition. A change renames in place.
   *
   * @default - the name in the definition, else derived from the construct's path, for example `app-traffic`
   */
  readonly dashboardName?: string;

  /**
   * The last part of the dashboard's address, unique in its project: letters, digits and any of `. _ ~ -`, beginning with a
   * letter or digit. A change replaces the dashboard.
   *
   * @default - derived from the construct's path, for example `app-traffic`; another name does not change it
   */
  readonly slug?: string;

  /**
   * Ids of lint rules that are not warned about, such as `D13`; others are refused.
   *
   * @default - all rules are applied
   */
  readonly ignoredLintRules?: string[];

  /**
   * Takes over a dashboard that exists instead of making one, at the first apply; later applies ignore it. Give its `slug` too:
   * another one replaces it.
   *
   * @default - a new dashboard
   */
  readonly importFrom?: DashboardImportId;

  /**
   * The provider to make the dashboard with.
   *
   * @default - the provider of the project, when both are in one stack, else the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the dashboard.
   *
   * @default - only what the dashboard refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Unreserved characters of a URL (RFC 3986); the provider has no rule of its own. */
const SLUG: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._~-]*$/,
  minLength: 1,
  maxLength: 255,
  allowed: '1 to 255 letters, digits and any of . _ ~ -, beginning with a letter or digit',
};

/** What is derived stays as short as the name of a project. */
const DERIVED_SLUG: NameRule = { ...SLUG, maxLength: 50 };

/**
 * A dashboard of a project (`logfire_dashboard`), from a document as Logfire's UI exports it.
 *
 * Its layout belongs to Terraform: an apply that changes the definition replaces what was moved in the UI.
 */
export class LogfireDashboard extends ResourceBase implements ILogfireDashboard {
  /**
   * Refers to a dashboard that exists; creates nothing.
   *
   * @param dashboardId UUID of the dashboard; a blank one is refused, and a text that is no UUID warned about
   * @param slug the last part of its address; a blank one is refused
   */
  public static fromDashboardId(scope: Construct, id: string, dashboardId: string, slug: string): ILogfireDashboard {
    return new ImportedDashboard(scope, id, dashboardId, slug);
  }

  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Dashboard;

  private idReference: string | undefined;
  private slugReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireDashboardProps) {
    super(scope, id);
    const name = props.dashboardName ?? nameOf(props.definition._document) ?? defaultName(this, LABEL);
    const slug = props.slug ?? defaultName(this, DERIVED_SLUG);
    checkName(this, 'dashboardName', name, LABEL);
    checkName(this, 'slug', slug, SLUG);
    this.resource = new l1.Dashboard(this, 'Resource', {
      projectId: props.project.projectId,
      name,
      slug,
      definition: this.renderDefinition(props, name),
      provider: props.provider ?? inheritedProvider(this, props.project),
      dependsOn: props.dependsOn,
    });
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom'));
    }
  }

  /** UUID of the dashboard; known at apply. */
  public get dashboardId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /** The last part of the dashboard's address; a reference, so what uses it waits for the dashboard. */
  public get slug(): string {
    this.slugReference ??= attributeReference(this.resource, 'slug');
    return this.slugReference;
  }

  private renderDefinition({ definition, ignoredLintRules = [] }: LogfireDashboardProps, name: string): string {
    const document = normalForm(definition._document, name);
    checkShape(this, document);
    checkRuleIds(this, 'ignoredLintRules', ignoredLintRules);
    const text = renderJson(document, definition._known && !isUnresolved(name));
    lint(this, { document, parts: readDocument(document), text, duplicateKeys: definition._duplicateKeys }, ignoredLintRules);
    return text;
  }
}
