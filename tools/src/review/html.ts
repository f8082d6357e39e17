import {
  ACTION_TEXTS, countsOf, countsText, VALUE_TEXTS, type Action, type Change, type Changes, type Sentence, type Subject, type Value, type Warning,
} from './changes';
import type { Page } from './page-data';
import { plural, printable } from './text';
import { ToolError } from '../problem';

/** The most characters of a text of the plan. */
const MAX_TEXT = 2000;

/** Where the page of synth has room for changes. Texts of the page cannot have these: no `<` of them is markup. */
const PLACES = { kind: '<!--changes:kind-->', contents: '<!--changes:contents-->', section: '<!--changes:section-->' } as const;
const ITEM = /(<article class="item" id="([^"]+)"[^>]*>\n<h3>.*?)(<\/h3>)/g;

const ICON = '<svg class="icon" aria-hidden="true" focusable="false"><use href="#icon-change"/></svg>';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The page of synth with a section about the changes, first on the page, and a mark at each object that changes. */
export function pageWithChanges({ html, file }: Page, changes: Changes): string {
  const missing = Object.values(PLACES).find((place) => !html.includes(place));
  if (missing !== undefined) {
    throw new ToolError(`${file} has no room for changes`, 'synth again, with a library of the version of the tools');
  }
  const { length: count } = changes.changes;
  const inserted: readonly (readonly [place: string, text: string])[] = [
    [PLACES.kind, '<label><input type="checkbox" name="kind" value="change"><span>Changes</span></label>'],
    [PLACES.contents, `<li><a href="#changes">${ICON}<span>What changes</span> <span class="count">${count}</span></a></li>`],
    [PLACES.section, sectionOf(changes)],
  ];
  const marks = new Map(changes.changes.flatMap((change, index) => (
    change.anchor === undefined ? [] : [[change.anchor, markOf(change, index)] as const]
  )));
  const marked = html.replace(ITEM, (all, start: string, anchor: string, end: string) => marks.has(anchor) ? start + marks.get(anchor)! + end : all);
  // Functions, as `$` in a replacement has a meaning.
  return inserted.reduce((text, [place, part]) => text.replace(place, () => part), marked);
}

function markOf({ action }: Change, index: number): string {
  return `<a class="badge change-${action}" href="#${cardId(index)}">${ACTION_TEXTS[action]}</a>`;
}

function cardId(index: number): string {
  return `changes-${index + 1}`;
}

function sectionOf({ changes, warnings, unchanged, others, drift }: Changes): string {
  const cards = changes.map((change, index) => isListed(change) ? '' : cardOf(change, cardId(index)));
  const counts = countsOf(changes).map((count) => badge(countsText([count]), count[0])).join(' ');
  const rest = countsText(others);
  const drifted = drift.map((change, index) => cardOf(change, `changes-drift-${index + 1}`, 'changed outside of Terraform'));
  return `<section class="part" id="changes" aria-labelledby="changes-title"><h2 id="changes-title">What changes <span class="count">${changes.length}</span></h2>
<p>${counts === '' ? '<strong>Nothing changes.</strong>' : counts} ${unchanged} unchanged.${rest === '' ? '' : ` Of other providers: ${rest}.`}</p>
${warnings.length === 0 ? '' : `<ul class="alarms">${warnings.map(warningOf).join('')}</ul>`}<div class="items">${cards.join('')}${createdCard(changes)}${drifted.join('')}</div></section>
`;
}

/** The page of synth shows what is created, so a list of it is enough. */
function isListed({ action, anchor }: Change): boolean {
  return action === 'create' && anchor !== undefined;
}

function warningOf({ sentence, subject }: Warning): string {
  return `<li class="note">${subject === undefined ? '' : `${subject.kind} ${linkTo(subject)}: `}${sentenceOf(sentence)}</li>`;
}

function cardOf(change: Change, id: string, state = ACTION_TEXTS[change.action]): string {
  const { action, kind, path, address, isRotation, why, effects, attributes } = change;
  const said = [...why, ...effects].map(sentenceOf).join(' ');
  const rows = attributes.map(({ name, before, after }) => `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${valueOf(before)}</td><td>${valueOf(after)}</td></tr>`).join('');
  return `<article class="item" id="${id}" data-kind="change">
<h3>${ICON}${linkTo(change)}${badge(kind)}${badge(state, action)}${isRotation ? badge('rotates, as planned') : ''}</h3>
<p class="where">${path === '' ? `<code>${escaped(address)}</code>` : `<code>${escaped(path)}</code> <code class="address">${escaped(address)}</code>`}</p>
${said === '' ? '' : `<p>${said}</p>`}${rows === '' ? '' : `<table class="values"><thead><tr><th scope="col">Attribute</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${rows}</tbody></table>`}</article>
`;
}

function createdCard(changes: readonly Change[]): string {
  const created = changes.map((change, index) => ({ change, index })).filter(({ change }) => isListed(change));
  return created.length === 0 ? '' : `<article class="item" id="changes-created" data-kind="change">
<h3>${ICON}<span>${plural(created.length, 'new resource')}</span>${badge('created', 'create')}</h3>
<ul class="created">${created.map(({ change, index }) => `<li id="${cardId(index)}">${change.kind} ${linkTo(change)}</li>`).join('')}</ul></article>
`;
}

function linkTo({ anchor, name }: Subject): string {
  return anchor === undefined ? `<code class="value">${escaped(name)}</code>` : `<a href="#${escaped(anchor)}">${escaped(name)}</a>`;
}

function badge(text: string, action?: Action): string {
  return `<span class="badge${action === undefined ? '' : ` change-${action}`}">${text}</span>`;
}

function valueOf({ is, text }: Value): string {
  return is === 'text' ? `<code>${escaped(text)}</code>` : `<em>${VALUE_TEXTS[is]}</em>`;
}

function sentenceOf({ pieces, texts }: Sentence): string {
  return pieces.map((piece, index) => piece + (index < texts.length ? `<code>${escaped(texts[index])}</code>` : '')).join('');
}

/** A text of the plan as text of the page. */
function escaped(text: string): string {
  return printable(text, MAX_TEXT).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
