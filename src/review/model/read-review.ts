import { IConstruct } from 'constructs';
import { alertsOf, channelsOf, schedulesOf } from './alerting';
import { findingsOf, policiesOf, reviewSuppressionsOf } from './findings';
import { credentialsOf, dashboardsOf, othersOf } from './others';
import { Reading } from './reading';
import type { Item, Link, ProjectItem, Review } from './review';
import { slosOf } from './slos';
import { textOf } from './text';
import { contentsOf } from '../../core/app-validation';
import { stacksFor } from '../../core/at-synthesis';

/** Reads what is about to be written for an app or one of its stacks. References are followed through all stacks of the app. */
export function readReview(scope: IConstruct): Review {
  const { root } = scope.node;
  const stacks = stacksFor(scope);
  const contents = contentsOf(root, stacksFor(root));
  const shown = new Set(stacks);
  const reading = new Reading(contents, contents.filter(({ stack }) => shown.has(stack)));
  const alerts = alertsOf(reading);
  const slos = slosOf(reading);
  const notifiers = [
    ...alerts.map(({ name, anchor, deliveries }) => ({ text: name, anchor, deliveries })),
    ...slos.flatMap(({ name, anchor, tiers }) => tiers.map(({ deliveries }) => ({ text: name, anchor, deliveries }))),
  ];
  const dashboards = dashboardsOf(reading);
  const credentials = credentialsOf(reading);
  const others = othersOf(reading);
  return {
    path: textOf(scope.node.path),
    stacks: stacks.map(({ node }) => textOf(node.path)),
    projects: projectsOf(reading, [
      ['Dashboards', dashboards], ['Alerts', alerts], ['SLOs', slos], ['Credentials', credentials], ['Others', others],
    ]),
    dashboards,
    alerts,
    slos,
    channels: channelsOf(reading, notifiers),
    schedules: schedulesOf(reading, notifiers),
    credentials,
    others,
    findings: findingsOf(reading, stacks),
    suppressions: reviewSuppressionsOf(reading, stacks),
    policies: policiesOf(stacks),
  };
}

/** The projects that the stacks create, and then those that they only refer to. */
function projectsOf(reading: Reading, kinds: readonly (readonly [kind: string, items: readonly Item[]])[]): ProjectItem[] {
  const members = new Map<string, { readonly project: Link; readonly byKind: Map<string, Link[]> }>();
  for (const [kind, items] of kinds) {
    for (const { project, name, anchor } of items) {
      if (project !== undefined) {
        const key = project.anchor ?? ` ${project.text}`;
        const found = members.get(key) ?? { project, byKind: new Map<string, Link[]>() };
        members.set(key, found);
        const links = found.byKind.get(kind) ?? [];
        links.push({ text: name, anchor });
        found.byKind.set(kind, links);
      }
    }
  }
  const created = reading.ofType('logfire_project').map((resource): ProjectItem => {
    const { attributes, item: { anchor } } = resource;
    const membersOf = members.get(anchor);
    members.delete(anchor);
    return {
      ...reading.itemOf(resource, [
        ['Visibility', textOf(attributes.visibility)],
        ['Description', textOf(attributes.description)],
        ['Deletion protection', attributes.lifecycle?.prevent_destroy === true ? 'on' : 'off'],
      ]),
      members: listed(membersOf?.byKind),
    };
  });
  const existing = [...members.values()].map(({ project: { text }, byKind }): ProjectItem => ({
    anchor: reading.anchorFor(`project/${text}`),
    path: '',
    address: '',
    stack: '',
    name: text,
    facts: [{ label: 'Created by', value: 'not these stacks' }],
    members: listed(byKind),
  }));
  return [...created, ...existing];
}

function listed(byKind: ReadonlyMap<string, readonly Link[]> | undefined): ProjectItem['members'] {
  return [...byKind ?? []].map(([kind, links]) => ({ kind, links }));
}
