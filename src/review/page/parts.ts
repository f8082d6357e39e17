import { Icon, iconOf } from './icons';
import { Markup, markup } from '../../core/markup';
import type { Fact, Item, Link } from '../model/review';

/** A part of the page that the contents list. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly count: number;
  /** One for each item. */
  readonly items: readonly Markup[];
  /** What the section says before its items. */
  readonly introduction?: Markup;
}

export function section(anchor: string, title: string, items: readonly Markup[], introduction?: Markup): Section {
  return { anchor, title, items, count: items.length, introduction };
}

export function linkTo({ text, anchor }: Link): Markup {
  return anchor === undefined ? markup`<code class="value">${text}</code>` : markup`<a href="#${anchor}">${text}</a>`;
}

/** Links or other parts with commas between them. */
export function listed(parts: readonly Markup[]): Markup {
  return markup`${parts.map((part, index) => index === 0 ? part : markup`, ${part}`)}`;
}

export function badge(text: string, tone = ''): Markup {
  return markup`<span class="badge ${tone}">${text}</span>`;
}

interface ItemParts {
  readonly kind: string;
  readonly icon: Icon;
  readonly badges?: readonly Markup[];
  /** Facts that are more than a text. */
  readonly more?: readonly (readonly [label: string, value: Markup])[];
  readonly body?: readonly (Markup | undefined)[];
}

/** An item: what it is called and where it is, its facts, and what it has beyond them. */
export function itemCard(item: Item, { kind, icon, badges = [], more = [], body = [] }: ItemParts): Markup {
  const { anchor, name, path, address, project, facts } = item;
  const all = [
    ...project === undefined ? [] : [['Project', linkTo(project)] as const],
    ...facts.map(({ label, value }: Fact) => [label, markup`${value}`] as const),
    ...more,
  ];
  return markup`<article class="item" id="${anchor}" data-kind="${kind}">
<h3>${iconOf(icon)}<a class="self" href="#${anchor}">${name}</a>${badges}</h3>
${path === '' ? undefined : markup`<p class="where"><code>${path}</code> <code class="address">${address}</code></p>`}
${factList(all)}${body}</article>
`;
}

export function factList(facts: readonly (readonly [label: string, value: Markup])[]): Markup | undefined {
  return facts.length === 0 ? undefined
    : markup`<dl class="facts">${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** SQL that opens. Closed, its beginning is shown. */
export function queryDetails(title: string, sql: string): Markup | undefined {
  return sql === '' ? undefined
    : markup`<details class="query"><summary><span>${title}</span> <code class="peek">${sql.trim().slice(0, 160)}</code></summary><pre><code>${withoutIndent(sql)}</code></pre></details>`;
}

/** Lines without the indent that all of them have, such as in a program. */
function withoutIndent(text: string): string {
  const lines = text.replace(/^\s*\n|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = indents.reduce((least, length) => Math.min(least, length), Infinity);
  return Number.isFinite(indent) ? lines.map((line) => line.slice(indent)).join('\n') : text;
}

export function prose(text: string): Markup | undefined {
  return text === '' ? undefined : markup`<p class="prose">${text.trim()}</p>`;
}
