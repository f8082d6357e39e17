import { parseDefinition } from './definition';
import { Reading } from './reading';
import type { CredentialItem, DashboardItem, OtherItem } from './review';
import { textOf, textsOf } from './text';
import { DrawnDashboard, drawnDashboard } from '../../dashboards/drawn-dashboard';
import { DescribedCredential, describedCredential } from '../../policies/credentials';

/** The types that have no form of their own on the page: what they are, and what is told of them. */
const OTHERS: { readonly [type: string]: { readonly kind: string; readonly facts: readonly (readonly [label: string, attribute: string])[] } } = {
  logfire_organization: { kind: 'organization', facts: [['Display name', 'display_name'], ['Description', 'description'], ['Deletion protection', 'deletion_protection']] },
  logfire_gateway_provider: { kind: 'gateway provider', facts: [['Vendor', 'vendor'], ['Slug', 'slug'], ['Bedrock API', 'bedrock_api'], ['Bedrock region', 'bedrock_region'], ['Requires prices', 'require_pricing']] },
  logfire_frontend_application: { kind: 'frontend application', facts: [['Service namespace', 'service_namespace'], ['Environment', 'environment']] },
};

export function othersOf(reading: Reading): OtherItem[] {
  return Object.entries(OTHERS).flatMap(([type, { kind, facts }]) => reading.ofType(type).map((resource) => ({
    ...reading.itemOf(resource, facts.map(([label, attribute]) => [label, textOf(resource.attributes[attribute])])),
    kind,
  })));
}

export function dashboardsOf(reading: Reading): DashboardItem[] {
  return reading.ofType('logfire_dashboard').map((resource) => {
    const { attributes } = resource;
    const item = reading.itemOf(resource, [['Slug', textOf(attributes.slug)]]);
    const document = parseDefinition(attributes.definition);
    if (document === undefined) {
      return { ...item, facts: [...item.facts, { label: 'Definition', value: textOf(attributes.definition) }], panelAnchors: [] };
    }
    const drawn = withoutSecrets(drawnDashboard(document));
    return {
      ...item,
      drawn,
      panelAnchors: drawn.sections.map(({ panels }) => panels.map(({ key }) => reading.anchorFor(`${item.anchor}/${key}`))),
    };
  });
}

function withoutSecrets({ name, sections }: DrawnDashboard): DrawnDashboard {
  return {
    name: textOf(name),
    sections: sections.map(({ title, isClosed, panels }) => ({
      title: textOf(title),
      isClosed,
      panels: panels.map((panel) => ({
        ...panel,
        key: textOf(panel.key),
        title: textOf(panel.title),
        kind: textOf(panel.kind),
        description: textOf(panel.description),
        text: textOf(panel.text),
        queries: panel.queries.map(textOf),
      })),
    })),
  };
}

export function credentialsOf(reading: Reading): CredentialItem[] {
  return reading.resources.flatMap((resource) => {
    const described = describedCredential(resource.contents, resource.element);
    const { attributes } = resource;
    return described === undefined ? [] : [{
      ...reading.itemOf(resource, [['Description', textOf(attributes.description)], ...limitsOf(attributes)]),
      kind: described.kind.replaceAll('-', ' '),
      scopes: textsOf(described.scopes),
      expiry: expiryText(described),
      neverExpires: described.expiry.kind === 'never',
      ...described.expiry.reason !== undefined && { reason: described.expiry.reason },
      rotation: rotationText(described),
      sinks: described.sinks.map(({ sink, path }) => ({ sink: textOf(sink), path: textOf(path) })),
    }];
  });
}

function limitsOf({ gateway, ...own }: { readonly [name: string]: any }): (readonly [string, string])[] {
  return ['daily', 'weekly', 'monthly', 'total'].map((period) => {
    const limit = textOf((gateway ?? own)[`spending_limit_${period}`]);
    return [`Limit, ${period}`, limit && `${limit} USD`];
  });
}

function expiryText({ expiry: { kind, lifetime, instant } }: DescribedCredential): string {
  return kind === 'never' ? 'never' : lifetime === undefined ? textOf(instant) : `${textOf(lifetime)} after its creation`;
}

function rotationText({ rotation }: DescribedCredential): string {
  return rotation === undefined ? 'none' : rotation.period === undefined ? `by hand, generation ${textOf(rotation.generation)}` : `every ${textOf(rotation.period)}`;
}
