import { isExact, Json } from './json';
import { failWithoutPath } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** A key that occurs twice in one object. The second value wins. */
export interface DuplicateKey {
  readonly key: string;
  /** Position of the second occurrence, such as `line 3, column 5`. */
  readonly position: string;
}

/** The content of a JSON document. */
export interface ParsedJson {
  readonly value: Json;
  readonly duplicateKeys: readonly DuplicateKey[];
}

/**
 * Parses a JSON document.
 *
 * `JSON.parse` does not report where an error is or that a key occurs twice, and silently rounds numbers above 2^53. All three
 * matter in a file that was exported or merged by hand.
 *
 * @param source names the document in errors, for example ` in "traffic.json"`; may be empty
 */
export function parseJsonText(text: string, source: string): ParsedJson {
  return new JsonText(text.replace(/^\uFEFF/, ''), source).parse();
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS: readonly [string, Json][] = [['true', true], ['false', false], ['null', null]];

class JsonText {
  private position = 0;
  private readonly duplicateKeys: DuplicateKey[] = [];

  constructor(private readonly text: string, private readonly source: string) {}

  public parse(): ParsedJson {
    const value = this.value();
    this.skipBlanks();
    if (this.position < this.text.length) {
      this.refuse('expected the end of the document');
    }
    return { value, duplicateKeys: this.duplicateKeys };
  }

  private value(): Json {
    this.skipBlanks();
    const character = this.text[this.position];
    if (character === '{') {
      return this.object();
    }
    if (character === '[') {
      return this.list();
    }
    if (character === '"') {
      return this.string();
    }
    const word = WORDS.find(([name]) => this.text.startsWith(name, this.position));
    if (word !== undefined) {
      this.position += word[0].length;
      return word[1];
    }
    return this.number();
  }

  private object(): Json {
    const members = new Map<string, Json>();
    this.elements('}', () => {
      this.skipBlanks();
      const start = this.position;
      if (this.text[start] !== '"') {
        this.refuse('expected a key in double quotes');
      }
      const key = this.string();
      if (members.has(key)) {
        this.duplicateKeys.push({ key, position: this.placeOf(start) });
      }
      if (!this.take(':')) {
        this.refuse(`expected : after the key ${JSON.stringify(key)}`);
      }
      members.set(key, this.value());
    });
    return Object.fromEntries(members);
  }

  private list(): Json {
    const items: Json[] = [];
    this.elements(']', () => items.push(this.value()));
    return items;
  }

  private elements(end: string, element: () => void): void {
    this.position += 1;
    if (this.take(end)) {
      return;
    }
    do {
      element();
    } while (this.take(','));
    if (!this.take(end)) {
      this.refuse(`expected , or ${end}`);
    }
  }

  private string(): string {
    STRING.lastIndex = this.position;
    const match = STRING.exec(this.text);
    if (match === null) {
      this.refuse('the string has no end, or contains a line break or an invalid escape');
    }
    this.position = STRING.lastIndex;
    return JSON.parse(match[0]);
  }

  private number(): number {
    NUMBER.lastIndex = this.position;
    const match = NUMBER.exec(this.text);
    if (match === null) {
      this.refuse('expected a value');
    }
    const number = Number(match[0]);
    if (!isUnresolved(number) && !isExact(number)) {
      failWithoutPath('definition-json', `definition must have numbers up to 2^53, got ${match[0]}${this.source} at ${this.placeOf(this.position)}; `
        + 'write it as a string, because it would lose digits on the way to Logfire');
    }
    this.position = NUMBER.lastIndex;
    return number;
  }

  private take(character: string): boolean {
    this.skipBlanks();
    const found = this.text[this.position] === character;
    this.position += found ? 1 : 0;
    return found;
  }

  private skipBlanks(): void {
    while (' \t\r\n'.includes(this.text[this.position] ?? 'x')) {
      this.position += 1;
    }
  }

  private refuse(problem: string): never {
    const remedy = this.position < this.text.length ? 'correct it, or export the dashboard again' : 'the document ends there: check that it is complete';
    failWithoutPath('definition-json', `definition must be valid JSON, got an error${this.source} at ${this.placeOf(this.position)}: ${problem}; ${remedy}`);
  }

  private placeOf(position: number): string {
    const lines = this.text.slice(0, position).split('\n');
    return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
  }
}
