import { createHash } from 'node:crypto';
import { Icon, iconOf, iconSheet } from './icons';
import { Section } from './parts';
import { remarkSections } from './remarks';
import { SCRIPT } from './script';
import { resourceSections } from './sections';
import { STYLE } from './style';
import { Markup, markup } from '../../core/markup';
import type { Review } from '../model/review';

/** The kinds that the search can be restricted to: what they are called, and their section. */
const KINDS: readonly (readonly [kind: Icon, label: string, section: string])[] = [
  ['project', 'Projects', 'projects'], ['alert', 'Alerts', 'alerts'], ['slo', 'SLOs', 'slos'], ['schedule', 'Schedules', 'schedules'],
  ['channel', 'Channels', 'channels'], ['dashboard', 'Dashboards', 'dashboards'], ['credential', 'Credentials', 'credentials'],
  ['other', 'Others', 'others'], ['finding', 'Warnings', 'findings'], ['policy', 'Policies', 'policies'],
];

/** With more items, the browser draws those that are far away when somebody comes near. */
const MANY = 100;

/**
 * A review as a page: one file that needs nothing else, and lets nothing but its own style and script run.
 *
 * Its comments mark where `cdktf-logfire review` inserts what a plan changes. The style has rules for that, as it cannot change later.
 */
export function reviewPage(review: Review): string {
  const sections = [...resourceSections(review), ...remarkSections(review)];
  const counts = new Map(sections.map(({ anchor, count }) => [anchor, count]));
  const kinds = KINDS.filter(([, , anchor]) => (counts.get(anchor) ?? 0) > 0);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  const { path, stacks } = review;
  const title = path === '' ? 'Logfire review' : `Logfire review of ${path}`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body id="top"${count > MANY ? new Markup(' class="many"') : undefined}>
<a class="skip" href="#main">Skip to the content</a>
${iconSheet()}
<header class="head"><h1>${title}</h1>
<p>${path !== '' ? undefined : markup`${stacks.length === 1 ? 'Stack' : `${stacks.length} stacks:`} ${stacks.join(', ')}. `}What the program is about to create in Logfire. A value that is known only at apply is a Terraform expression.</p></header>
<div class="tools" role="search" hidden>
<label class="unseen" for="search">Search</label><input id="search" type="search" placeholder="Search names, paths and queries" autocomplete="off" spellcheck="false">
<fieldset><legend>Only</legend><!--changes:kind-->${kinds.map(([kind, label]) => markup`<label><input type="checkbox" name="kind" value="${kind}"><span>${label}</span></label>`)}</fieldset>
<button type="button" id="queries" aria-pressed="false">Open all queries</button>
<p role="status" id="status"></p>
</div>
<div class="columns">
<nav aria-label="Contents"><ul><!--changes:contents-->${sections.map(contentsEntry)}</ul></nav>
<main id="main" tabindex="-1">
<!--changes:section-->${sections.map(sectionOf)}<p id="nothing" hidden>Nothing matches.</p>
</main>
</div>
<script type="application/json" id="data">${dataOf(review)}</script>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.text;
}

function contentsEntry({ anchor, count }: Section): Markup {
  const [icon, label] = KINDS.find(([, , of]) => of === anchor)!;
  return markup`<li><a href="#${anchor}">${iconOf(icon)}<span>${label}</span> <span class="count">${count}</span></a></li>`;
}

function sectionOf({ anchor, title, items, count, introduction }: Section): Markup {
  return markup`<section class="part" id="${anchor}" aria-labelledby="${anchor}-title"><h2 id="${anchor}-title">${title} <span class="count">${count}</span></h2>
${introduction}<div class="items">${items}</div></section>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The data as JSON that cannot end its element, or turn the direction of its text. */
function dataOf(review: Review): Markup {
  return new Markup(JSON.stringify(review).replace(/[<>&\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
