import {
  ACTION_TEXTS, countsOf, countsText, VALUE_TEXTS, type AttributeChange, type Change, type Changes, type Sentence, type Subject, type Value,
  type Warning,
} from './changes';
import { plural, printable } from './text';

/** The most lines of a summary. */
const MAX_LINES = 60;
/** The most characters of a comment on GitHub are 65,536. */
const MAX_LENGTH = 60_000;
/** The most characters of a text of the plan. */
const MAX_TEXT = 80;
const MAX_ATTRIBUTES = 4;
/** Begins each summary, so that a workflow finds its own comment. */
export const MARK = '<!-- cdktf-logfire review -->';

interface Part {
  readonly title: string;
  readonly items: readonly string[];
  /** Lines that it has in any case. */
  readonly share: number;
}

/** A summary for the comments of a pull request: at most 60 lines, and every text of the plan in it is code, so nothing of it renders. */
export function markdownOf(changes: Changes): string {
  const head = [MARK, '## What changes in Logfire', '', totals(changes)];
  const parts = partsOf(changes).filter(({ items }) => items.length > 0);
  // A blank line and a title each.
  let left = MAX_LINES - head.length - parts.length * 2 - parts.reduce((sum, { items, share }) => sum + Math.min(items.length, share), 0);
  const lines = parts.flatMap(({ title, items, share }) => {
    const more = Math.max(0, Math.min(items.length - share, left));
    left -= more;
    const room = share + more;
    const shown = items.length <= room ? items : [...items.slice(0, room - 1), `- … and ${items.length - room + 1} more`];
    return ['', title, ...shown];
  });
  return fitting([...head, ...lines]);
}

/** GitHub rejects a comment that is too long, so the last lines are left out then. */
function fitting(lines: readonly string[]): string {
  const all = `${lines.join('\n')}\n`;
  if (all.length <= MAX_LENGTH) {
    return all;
  }
  const lengths = lines.reduce<number[]>((sums, { length }) => [...sums, (sums.at(-1) ?? 0) + length + 1], []);
  const shown = lines.slice(0, Math.min(MAX_LINES - 2, lengths.filter((length) => length <= MAX_LENGTH).length));
  return `${[...shown, '', 'The rest is too long for a comment.'].join('\n')}\n`;
}

function partsOf({ warnings, changes, drift }: Changes): Part[] {
  const ofAction = (action: Change['action']) => changes.filter((change) => change.action === action);
  const part = (action: Change['action'], share: number, line = changeLine): Part => {
    const found = ofAction(action);
    return { title: `**${capital(ACTION_TEXTS[action])}: ${found.length}**`, items: found.map(line), share };
  };
  return [
    { title: `**Look at this first: ${warnings.length}**`, items: warnings.map(warningLine), share: 8 },
    part('replace', 5),
    part('destroy', 5),
    part('forget', 2),
    part('update', 5),
    part('import', 2),
    part('move', 2),
    { title: `**Created: ${ofAction('create').length}**`, items: createdLines(ofAction('create')), share: 4 },
    { title: `**Changed outside of Terraform: ${drift.length}**`, items: drift.map(changeLine), share: 3 },
  ];
}

function totals({ changes, unchanged, others }: Changes): string {
  const ours = countsText(countsOf(changes));
  const rest = countsText(others);
  return `${ours === '' ? '**Nothing changes.**' : `**${ours}.**`} ${unchanged} unchanged.${rest === '' ? '' : ` Of other providers: ${rest}.`}`;
}

function warningLine({ sentence, subject }: Warning): string {
  return `- ${subject === undefined ? '' : `${subjectText(subject)}: `}${sentenceText(sentence)}`;
}

function changeLine(change: Change): string {
  const { why, effects, attributes } = change;
  const shown = attributes.slice(0, MAX_ATTRIBUTES).map(attributeText);
  const more = attributes.length > shown.length ? [`and ${plural(attributes.length - shown.length, 'more attribute')}`] : [];
  const said = [...why, ...effects].map(sentenceText);
  return `- ${subjectText(change)}${said.length + shown.length > 0 ? ': ' : ''}${[...said, ...shown.length > 0 ? [`${[...shown, ...more].join('; ')}.`] : []].join(' ')}`;
}

/** What is created, a line for each kind. */
function createdLines(changes: readonly Change[]): string[] {
  const byKind = new Map(changes.map(({ kind }) => [kind, [] as Change[]]));
  changes.forEach((change) => byKind.get(change.kind)!.push(change));
  return [...byKind].map(([kind, found]) => {
    const names = found.slice(0, MAX_ATTRIBUTES).map(({ name }) => code(name));
    return `- ${plural(found.length, kind)}: ${[...names, ...found.length > names.length ? [`and ${found.length - names.length} more`] : []].join(', ')}`;
  });
}

function subjectText({ kind, name, path, address }: Subject): string {
  const where = path === '' ? address : path;
  return `${kind} ${code(name)}${where === name ? '' : ` (${code(where)})`}`;
}

function attributeText({ name, before, after }: AttributeChange): string {
  return `${code(name)}: ${valueText(before)} → ${valueText(after)}`;
}

function valueText({ is, text }: Value): string {
  return is === 'text' ? code(text) : VALUE_TEXTS[is];
}

function sentenceText({ pieces, texts }: Sentence): string {
  return pieces.map((piece, index) => index < texts.length ? piece + code(texts[index]) : piece).join('');
}

/** A text as code: no markup, link, mention or HTML in it means anything. It is one line, and its fence is longer than any in it. */
export function code(text: string): string {
  const line = printable(text, MAX_TEXT).replace(/\s+/g, ' ').trim() || '(blank)';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + space + line + space + fence;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
