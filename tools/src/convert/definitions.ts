import * as fs from 'node:fs';
import * as path from 'node:path';
import { Configuration, isObject, Resource } from './configuration';
import { parseObject } from './read-configuration';
import { escaped, expressionOf, literalOf } from './template';
import { group } from '../program/layout';
import type { Json } from '../program/model';

/** Replaces the definitions of dashboards that `jsonencode` and `file` produce by their text, as far as it is known before a plan. */
export async function withDefinitions(configuration: Configuration, folder: string): Promise<Configuration> {
  const resources: Resource[] = [];
  for (const resource of configuration.resources) {
    const text = resource.type === 'logfire_dashboard' ? await definitionOf(resource.body.definition, folder) : undefined;
    resources.push(text === undefined ? resource : { ...resource, body: { ...resource.body, definition: escaped(text) } });
  }
  return { ...configuration, resources };
}

async function definitionOf(value: Json | undefined, folder: string): Promise<string | undefined> {
  const expression = typeof value === 'string' ? expressionOf(value) : undefined;
  const file = /^file\("(?:\$\{path\.(?:module|root)\}\/)?([^"$%\\]+)"\)$/.exec(expression ?? '')?.[1];
  if (file !== undefined) {
    const found = path.resolve(folder, file);
    return fs.existsSync(found) ? fs.readFileSync(found, 'utf8') : undefined;
  }
  const encoded = /^jsonencode\((.*)\)$/s.exec(expression ?? '')?.[1];
  const document = encoded === undefined ? undefined : literals(await parseObject(encoded));
  return document === undefined ? undefined : printed(document);
}

/** A value without templates; undefined if it has one. */
function literals(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') {
    return literalOf(value);
  }
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map(literals);
    return items.every((item) => item !== undefined) ? items as Json[] : undefined;
  }
  if (!isObject(value)) {
    return value;
  }
  const entries = Object.entries(value).map(([key, item]) => [literalOf(key), literals(item)] as const);
  return entries.every(([key, item]) => key !== undefined && item !== undefined) ? Object.fromEntries(entries) as Json : undefined;
}

/** JSON with what is short on one line. */
function printed(value: Json): string {
  if (Array.isArray(value)) {
    return group('[', (value as readonly Json[]).map(printed), ']', { trailing: '' });
  }
  return isObject(value)
    ? group('{', Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printed(item)}`), '}', { space: ' ', trailing: '' })
    : JSON.stringify(value);
}
