/** What a plan changes, as data: what the page and the Markdown are written from. No string of it is a secret. */
export interface Changes {
  /** What deserves a look first, the most dangerous first. */
  readonly warnings: readonly Warning[];
  /** The changes of Logfire's resources, in the order of `ACTIONS`. */
  readonly changes: readonly Change[];
  /** How many resources of Logfire stay as they are. */
  readonly unchanged: number;
  /** How many resources of other providers change, by action. */
  readonly others: readonly (readonly [action: Action, count: number])[];
  /** What has changed outside of Terraform. */
  readonly drift: readonly Change[];
}

/** In the order of the page. */
export const ACTIONS = ['replace', 'destroy', 'forget', 'update', 'import', 'move', 'create'] as const;

export type Action = typeof ACTIONS[number];

/** What each action is called. */
export const ACTION_TEXTS: Readonly<Record<Action, string>> = {
  replace: 'replaced', destroy: 'destroyed', forget: 'removed from the state', update: 'updated in place', import: 'imported', move: 'moved', create: 'created',
};

/** How many changes there are of each action that there are any of. */
export function countsOf(changes: readonly Change[]): readonly (readonly [action: Action, count: number])[] {
  return ACTIONS.map((action) => [action, changes.filter((change) => change.action === action).length] as const).filter(([, count]) => count > 0);
}

/** Counts in words, such as `2 replaced, 1 created`. */
export function countsText(counts: readonly (readonly [action: Action, count: number])[]): string {
  return counts.map(([action, count]) => `${count} ${ACTION_TEXTS[action]}`).join(', ');
}

/** A sentence of ours with texts of the plan in it: `texts[0]` is between `pieces[0]` and `pieces[1]`. */
export interface Sentence {
  readonly pieces: readonly string[];
  readonly texts: readonly string[];
}

/** Writes a sentence with texts of the plan in it. */
export function say(pieces: TemplateStringsArray, ...texts: readonly string[]): Sentence {
  return { pieces: [...pieces], texts };
}

const MAX_LISTED = 8;

/** Texts of the plan with commas between them, and a count of those that are too many. */
export function listed(beginning: string, texts: readonly string[], end = ''): Sentence {
  const shown = texts.slice(0, MAX_LISTED);
  const more = texts.length > shown.length ? ` and ${texts.length - shown.length} more` : '';
  return { pieces: shown.map((_, index) => index === 0 ? beginning : ', ').concat(more + end), texts: shown };
}

export interface Warning {
  readonly sentence: Sentence;
  readonly subject?: Subject;
}

/** A resource, and where the page of synth shows it. */
export interface Subject {
  readonly address: string;
  readonly kind: string;
  /** Its own name, or else its address. */
  readonly name: string;
  /** The construct path, if the page of synth has it. */
  readonly path: string;
  /** On the page of synth. */
  readonly anchor?: string;
}

export interface Change extends Subject {
  readonly action: Action;
  /** Whether it is a token or another credential. */
  readonly isCredential: boolean;
  /** A rotation that is due, or that the program asks for. */
  readonly isRotation: boolean;
  /** Why it is replaced or destroyed. */
  readonly why: readonly Sentence[];
  /** What is lost with it, and what else it means. */
  readonly effects: readonly Sentence[];
  readonly attributes: readonly AttributeChange[];
}

export interface AttributeChange {
  readonly name: string;
  readonly before: Value;
  readonly after: Value;
}

/** A value of an attribute. What is sensitive or known only at apply has no text. */
export interface Value {
  readonly is: 'text' | 'nothing' | 'unknown' | 'sensitive';
  readonly text: string;
}

/** What values without a text are called. */
export const VALUE_TEXTS = { nothing: 'none', unknown: 'known after apply', sensitive: 'sensitive' } as const;
