import * as fs from 'node:fs';
import { parse, ParseError, printParseErrorCode } from 'jsonc-parser';
import { ToolError } from '../problem';
import type { Json } from '../program/model';

export type JsonObject = { readonly [key: string]: Json };

/** The document of a dashboard, and its text. */
export interface DashboardFile {
  readonly text: string;
  readonly document: JsonObject;
}

/** Reads an exported dashboard. */
export function readDashboard(file: string): DashboardFile {
  const text = textOf(file);
  const errors: ParseError[] = [];
  const document = parse(text, errors, { disallowComments: true }) as Json | undefined;
  const [error] = errors;
  if (error !== undefined) {
    const lines = text.slice(0, error.offset).split('\n');
    throw new ToolError(`${file}:${lines.length}:${lines[lines.length - 1].length + 1}: this is not JSON (${printParseErrorCode(error.error)})`,
      'export the dashboard from Logfire again');
  }
  if (!isObject(document)) {
    throw new ToolError(`${file} must be a JSON object`, 'export the dashboard from Logfire again');
  }
  return { text, document };
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ToolError(code === 'ENOENT' ? `${file} does not exist` : `${file} cannot be read (${code})`, 'name a file with the JSON of a dashboard');
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of an object; none of anything else. */
export function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The items of a list; none of anything else. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value as readonly Json[] : [];
}
