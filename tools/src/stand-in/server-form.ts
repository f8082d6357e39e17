import type { Behaviour } from './behaviour';
import { durationSeconds, instantOf, printDecimal, printDuration, printInstant, printTime } from './meaning';
import { isObject, type ObjectValue, type Value } from './values';

/** Writes what the provider sends in the spelling that Logfire stores and returns. Changes `values`. */
export function toServerForm(type: string, behaviour: Behaviour, values: ObjectValue): void {
  const wholeDays = type === 'logfire_alert' ? (days: number) => days === 7 || days === 30 : () => true;
  for (const path of Object.keys(behaviour.durations)) {
    respell(values, path.split('.'), (text) => {
      const seconds = durationSeconds(text);
      return seconds === undefined ? text : printDuration(seconds, wholeDays);
    });
  }
  for (const path of behaviour.timestamps) {
    respell(values, path.split('.'), (text) => {
      const instant = instantOf(text.trim());
      return instant === undefined ? null : printInstant(instant);
    });
  }
  for (const [path, how] of Object.entries(behaviour.equal_by_meaning)) {
    if (/same time/.test(how)) respell(values, path.split('.'), printTime);
    if (/same number/.test(how)) respell(values, path.split('.'), printDecimal);
    if (/empty text/.test(how)) respell(values, path.split('.'), (text) => text || null);
    if (/empty list/.test(how) && (values[path] as Value[] | null)?.length === 0) values[path] = null;
  }
}

/** Replaces the texts at a path. */
function respell(holder: Value, names: readonly string[], change: (text: string) => string | null): void {
  if (!isObject(holder)) return;
  const [name, ...rest] = names;
  if (name.endsWith('[]')) {
    const elements = holder[name.slice(0, -2)];
    if (Array.isArray(elements)) elements.forEach((element) => respell(element, rest, change));
  } else if (rest.length > 0) {
    respell(holder[name], rest, change);
  } else if (typeof holder[name] === 'string') {
    holder[name] = change(holder[name]);
  }
}

/** Cuts blanks around every text of an object; a text of blanks alone becomes null. Changes `values`. */
export function trimTexts(values: ObjectValue): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') values[name] = value.trim() || null;
  }
}
