import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DashboardDefinition, DefinitionContent } from './dashboard-definition';
import { readDocument } from './document';
import { JsonObject } from './json';
import { renderJson } from './json-rendering';
import { lint, RULE_IDS } from './lint/lint';
import { nameOf, normalForm } from './normal-form';
import { checkShape } from './shape';
import { checkCall } from '../core/calls';
import { checkExistingId, checkNotBlank } from '../core/checks';
import { providerFor } from '../core/effective-provider';
import { literal, plainText } from '../core/expression';
import { checkedLate } from '../core/late-checks';
import { checkName, defaultName, LABEL, NameRule } from '../core/names';
import { declareReferences } from '../core/organizations';
import { ILogfireProjectRef } from '../core/references';
import { ResourceBase } from '../core/resource-base';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { declareUniqueName } from '../core/unique-names';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';
import { checkRuleIds } from '../sql/check';

/** A dashboard, created in this app or existing. */
export interface ILogfireDashboard extends IConstruct {
  /** UUID of the dashboard. Known only at apply for a dashboard that is created in this app. */
  readonly dashboardId: string;

  /** Slug of the dashboard: the last part of its address, unique in its project. */
  readonly dashboardSlug: string;
}

/** Identifies the existing dashboard that Terraform imports. */
export class DashboardImportId {
  /**
   * Identifies a dashboard by slug. The first one if several have the slug.
   *
   * @param projectName name of the project; without `/`, `,` and `|`
   * @param slug slug of the dashboard; without `/`, `,` and `|`
   */
  public static bySlug(projectName: string, slug: string): DashboardImportId {
    checkCall('DashboardImportId.bySlug', arguments);
    return new DashboardImportId(ImportIdKind.SLUG, [projectName, slug]);
  }

  /** Identifies a dashboard by the UUIDs of its project and the dashboard itself. */
  public static byId(projectId: string, dashboardId: string): DashboardImportId {
    checkCall('DashboardImportId.byId', arguments);
    return new DashboardImportId(ImportIdKind.ID, [projectId, dashboardId]);
  }

  private constructor(
    /** What identifies the dashboard. */
    public readonly kind: ImportIdKind,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, this.parts, 'use DashboardImportId.byId for names with such characters');
  }
}

/** Properties of a dashboard. */
export interface LogfireDashboardProps {
  /** The project whose telemetry the dashboard shows. A change replaces the dashboard. */
  readonly project: ILogfireProjectRef;

  /**
   * The document of the dashboard: panels, layout and variables.
   *
   * Missing parts get the defaults of Logfire: `metadata`, `variables`, `datasources`, a `duration` of one hour, and no
   * `refreshInterval`. `annotations` and `links`
   * are removed if they are empty or the document has no `datasources`: it is an export of a release of Logfire that does not store them.
   *
   * A document that Logfire would reject, or with a query that cannot run, fails at synth. A document that Logfire would render
   * incorrectly causes a warning. A change updates the dashboard in place, and overwrites layout changes made in the UI.
   */
  readonly definition: DashboardDefinition;

  /**
   * Title of the dashboard, which also becomes the name in the definition. It must not be blank, or have leading or trailing
   * whitespace. A change updates the dashboard in place.
   *
   * @default - the name in the definition, otherwise derived from the construct's path, for example `app-traffic`
   */
  readonly dashboardName?: string;

  /**
   * Slug of the dashboard: the last part of its address, unique in its project. A change replaces the dashboard.
   *
   * It must be 1 to 255 letters, digits and any of `. _ ~ -`, beginning with a letter or digit.
   *
   * @default - derived from the construct's path, for example `app-traffic`; it does not depend on `dashboardName`
   */
  readonly dashboardSlug?: string;

  /**
   * Ids of lint rules whose findings you accept, such as `D13`. An unknown id fails at synth.
   *
   * @default - all rules apply
   */
  readonly ignoredLintRules?: string[];

  /**
   * Imports an existing dashboard into Terraform at the first apply, instead of creating one. Later applies ignore it.
   *
   * Pass its `dashboardSlug` too, because a different slug replaces the dashboard.
   *
   * @default - creates a new dashboard
   */
  readonly importFrom?: DashboardImportId;

  /**
   * The provider that manages the dashboard.
   *
   * @default - the provider of the project if both are in one stack, otherwise that of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What Terraform creates before the dashboard.
   *
   * @default - only what the dashboard refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Unreserved characters of a URL (RFC 3986). The provider has no rule of its own. */
const SLUG: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._~-]*$/,
  minLength: 1,
  maxLength: 255,
  allowed: '1 to 255 letters, digits and any of . _ ~ -, beginning with a letter or digit',
};

/** What is derived stays as short as the name of a project. */
const DERIVED_SLUG: NameRule = { ...SLUG, maxLength: 50 };

class ExistingDashboard extends Construct implements ILogfireDashboard {
  constructor(scope: Construct, id: string, public readonly dashboardId: string, public readonly dashboardSlug: string) {
    super(scope, id);
    checkExistingId(this, 'dashboardId', dashboardId, 'dashboard');
    this.dashboardId = literal(dashboardId);
    checkNotBlank(this, 'dashboardSlug', dashboardSlug, 'copy it from the address of the dashboard');
    this.dashboardSlug = literal(dashboardSlug);
  }
}

/**
 * A dashboard of a project (`logfire_dashboard`), built from sections and panels or from a document that the Logfire UI exports.
 *
 * Terraform owns the layout: an apply that changes the definition overwrites layout changes made in the UI.
 *
 * @example
 * declare const project: ILogfireProject;
 * new LogfireDashboard(this, 'Traffic', {
 *   project,
 *   definition: DashboardDefinition.fromFile('dashboards/traffic.json'),
 * });
 */
export class LogfireDashboard extends ResourceBase implements ILogfireDashboard {
  /**
   * Refers to an existing dashboard. Creates nothing.
   *
   * @param dashboardId UUID of the dashboard; a blank string fails at synth, a string that is not a UUID causes a warning
   * @param dashboardSlug slug of the dashboard, the last part of its address; a blank string fails at synth
   */
  public static fromDashboardId(scope: Construct, id: string, dashboardId: string, dashboardSlug: string): ILogfireDashboard {
    checkCall('LogfireDashboard.fromDashboardId', arguments);
    return new ExistingDashboard(scope, id, dashboardId, dashboardSlug);
  }

  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Dashboard;

  constructor(scope: Construct, id: string, props: LogfireDashboardProps) {
    super(scope, id);
    checkCall('new LogfireDashboard', arguments, this);
    const name = props.dashboardName ?? nameIn(props.definition) ?? defaultName(this, LABEL);
    const slug = props.dashboardSlug ?? defaultName(this, DERIVED_SLUG);
    checkName(this, 'dashboardName', name, LABEL);
    checkName(this, 'dashboardSlug', slug, SLUG);
    this.resource = this._create(l1.Dashboard, {
      projectId: props.project.projectId,
      name,
      slug,
      definition: this.definitionText(props, name),
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    this._import(props.importFrom);
  }

  /** UUID of the dashboard. Known only at apply. */
  public get dashboardId(): string {
    return this._attribute('id');
  }

  /** Slug of the dashboard, the last part of its address. A Terraform reference, so whatever uses it waits for the dashboard. */
  public get dashboardSlug(): string {
    return this._attribute('slug');
  }

  private definitionText(props: LogfireDashboardProps, name: string): string {
    const { definition, ignoredLintRules = [] } = props;
    checkRuleIds(this, 'ignoredLintRules', ignoredLintRules, RULE_IDS);
    return definition._isLate
      ? this.lateText(definition, name, ignoredLintRules)
      : this.checked(renderDefinition(definition._content, name), ignoredLintRules).text;
  }

  /** Keeps the last document that was built, and the last that was checked, because it is asked for several times in each synth. */
  private lateText(definition: DashboardDefinition, name: string, ignoredLintRules: readonly string[]): string {
    let rendered: RenderedDefinition | undefined;
    let checked: RenderedDefinition | undefined;
    const latest = () => {
      const content = definition._content;
      if (rendered?.content !== content) {
        rendered = renderDefinition(content, name);
      }
      return rendered;
    };
    return plainText(checkedLate(this, () => latest().text, () => {
      const now = latest();
      if (checked !== now) {
        checked = this.checked(now, ignoredLintRules);
      }
    }));
  }

  private checked(rendered: RenderedDefinition, ignoredLintRules: readonly string[]): RenderedDefinition {
    const { content, document, text } = rendered;
    checkShape(this, document);
    lint(this, { document, parts: readDocument(document), text, duplicateKeys: content.duplicateKeys }, ignoredLintRules);
    return rendered;
  }
}

/** A document in normal form, and its text. */
interface RenderedDefinition {
  readonly content: DefinitionContent;
  readonly document: JsonObject;
  readonly text: string;
}

function renderDefinition(content: DefinitionContent, name: string): RenderedDefinition {
  const document = normalForm(content.document, name);
  return { content, document, text: renderJson(document, content.known && !isUnresolved(name)) };
}

/** The name in a definition, unless it is to be built later. */
function nameIn(definition: DashboardDefinition): string | undefined {
  return definition._isLate ? undefined : nameOf(definition._content.document);
}

declareUniqueName('logfire_dashboard', { input: 'slugInput', prop: 'dashboardSlug', within: 'a project', withinInput: 'projectIdInput' });
declareReferences('logfire_dashboard', { path: 'project_id', prop: 'project' });
