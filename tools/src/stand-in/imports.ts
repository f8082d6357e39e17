import type { Behaviour } from './behaviour';
import { Refusal } from './diagnostics';
import type { Caller, Logfire, LogfireObject } from './logfire';

/** Part of an import id: `<project id or name>`. */
interface Part { readonly entity: string; readonly attributes: readonly string[]; readonly optional: boolean }

/** What an import id points to; `given` is the last, optional part. */
export interface ImportTarget { readonly object: LogfireObject; readonly given?: string }

/** Finds what an import id means, by the forms in behaviour.json. */
export function findImport(logfire: Logfire, caller: Caller, type: string, behaviour: Behaviour, id: string): ImportTarget {
  if (behaviour.import_id === null) {
    throw new Refusal('Resource Import Not Implemented', `${type} does not support import: its secret is returned at the creation only.`);
  }
  const forms = formsOf(behaviour.import_id);
  const oneText = forms.every((form) => form.length === 1);
  const texts = (oneText ? [id] : id.split(/[/,|]/)).map((text) => text.trim());
  const form = forms.find((candidate) => texts.length <= candidate.length && texts.length >= candidate.filter((part) => !part.optional).length);
  if (!form || texts.some((text) => text === '')) {
    throw new Refusal('Unexpected Import Identifier', `Expected ${behaviour.import_id}, got ${JSON.stringify(id)}.`);
  }

  let parent: LogfireObject | undefined;
  let object: LogfireObject | undefined;
  const own = form.filter((part) => !part.optional).length - 1;
  for (const [index, part] of form.slice(0, own + 1).entries()) {
    if (part.entity === 'organization' && index < own) {
      if (texts[index] !== caller.organization) throw notFound(part.entity, texts[index]);
      continue;
    }
    const found = pick(candidates(logfire, caller, index === own ? type : parentType(part.entity), parent), part, texts[index]);
    if (!found && type === 'logfire_gateway_api_key') refuseOtherKey(logfire, caller, texts[index]);
    if (!found) throw notFound(part.entity, texts[index]);
    [parent, object] = [found, found];
  }
  return { object: object!, given: texts[own + 1] };
}

/** `<a>/<b>[/<c>] or <d>` as lists of parts. */
function formsOf(text: string): Part[][] {
  return text.split(/> or (?=<)/).map((form) =>
    [...form.matchAll(/(\[\/)?<([^<>]+)>?/g)].map(([, optional, words]) => {
      const [first, ...others] = words.split(' or ');
      const nouns = first.split(' ');
      const attribute = nouns.length > 1 ? nouns.pop()! : first;
      return { entity: nouns.join(' '), attributes: [attribute, ...others], optional: optional !== undefined };
    }));
}

function candidates(logfire: Logfire, caller: Caller, type: string, parent: LogfireObject | undefined): LogfireObject[] {
  const all = logfire.list(caller, type);
  return parent ? all.filter((object) => object.project_id === parent.id || object.application_id === parent.id) : all;
}

/** An id wins over a name; of several with the name the first is taken. */
function pick(objects: readonly LogfireObject[], part: Part, text: string): LogfireObject | undefined {
  for (const attribute of part.attributes) {
    const found = objects.find((object) => object[attribute] === text);
    if (found) return found;
  }
  return undefined;
}

/** A gateway key is an API key with the scope of the gateway; the stand-in keeps the two apart. */
function refuseOtherKey(logfire: Logfire, caller: Caller, id: string): void {
  const other = logfire.list(caller, 'logfire_api_key').find((key) => key.id === id);
  if (other && !(other.scopes as string[]).includes('project:gateway_proxy')) {
    throw new Refusal('Cannot Import', `The key ${id} does not have the scope project:gateway_proxy.`);
  }
}

function parentType(entity: string): string {
  return entity === 'application' ? 'logfire_frontend_application' : `logfire_${entity}`;
}

function notFound(entity: string, text: string): Refusal {
  return new Refusal('Cannot Import', `There is no ${entity} ${JSON.stringify(text)} that the key of the provider sees.`);
}
