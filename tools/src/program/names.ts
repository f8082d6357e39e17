/** Words that are keywords in one of the languages, or that every program uses for something else. */
const TAKEN = new Set([
  ...'abstract and any as assert async await base bool boolean break byte case catch chan char checked class const continue debugger decimal def'.split(' '),
  ...'default defer del delegate delete do double elif else enum event except explicit export extends extern fallthrough false final finally'.split(' '),
  ...'fixed float for foreach from func function global go goto if implements implicit import in instanceof int interface internal is lambda let'.split(' '),
  ...'lock long map match namespace native new nil none nonlocal not null object operator or out override package params pass print private'.split(' '),
  ...'protected public raise range readonly record ref return sbyte sealed select self short sizeof static str strictfp string struct super'.split(' '),
  ...'switch synchronized this throw throws transient true try type typeof uint ulong unchecked unsafe ushort using val var virtual void volatile'.split(' '),
  ...'while with yield len cap copy make append close panic print println real imag complex error list dict set id input'.split(' '),
  ...'app stack args main l1 logfire cdktf cdktn jsii constructs system'.split(' '),
]);

/** Gives out names of variables that no language objects to, each once. */
export class VariableNames {
  private readonly given = new Set<string>();

  /** A name in camel case for something that has a name of its own, such as `shop`, and a kind, such as `project`. */
  public next(name: string, kind: string): string {
    const candidates = [name, `${name} ${kind}`, ...Array.from({ length: 1000 }, (_, index) => `${name} ${kind} ${index + 2}`)].map(camelCase);
    const free = candidates.find((candidate) => /^[a-z]/.test(candidate) && !TAKEN.has(candidate) && !this.given.has(candidate.toLowerCase()))!;
    this.given.add(free.toLowerCase());
    return free;
  }
}

/** Gives out construct ids, each once in its scope. */
export class ConstructIds {
  private readonly given = new Set<string>();

  /** An id that says what the construct is, the plain name if possible. */
  public next(name: string, kind: string): string {
    const candidates = [name, `${name}${kind}`, ...Array.from({ length: 1000 }, (_, index) => `${name}${kind}${index + 2}`)];
    const free = candidates.find((candidate) => candidate !== '' && !this.given.has(candidate))!;
    this.given.add(free);
    return free;
  }
}

function words(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `write_token` as `WriteToken`. */
export function pascalCase(text: string): string {
  return words(text).map(capital).join('');
}

/** `write_token` as `writeToken`; a text that begins with a digit gets a letter before it. */
export function camelCase(text: string): string {
  const [first = 'value', ...rest] = words(text);
  return `${/^[0-9]/.test(first) ? 'n' : ''}${first}${rest.map(capital).join('')}`;
}

/** `pagerDutyServiceId` as `pager_duty_service_id`, as jsii does for Python. */
export function snakeCase(text: string): string {
  return words(text).join('_');
}

/** The name of a member in C# and Go: only its first letter changes. */
export function upperFirst(text: string): string {
  return capital(text);
}
