import * as fs from 'node:fs';
import * as path from 'node:path';
import { Conversion, convert } from './convert';
import { withDefinitions } from './definitions';
import { readConfiguration } from './read-configuration';
import { ToolError } from '../problem';

/** Converts a file, or all Terraform files of a directory. */
export async function convertFrom(source: string): Promise<Conversion> {
  const configuration = await readConfiguration(source);
  if (!configuration.resources.some(({ type }) => type.startsWith('logfire_'))) {
    throw new ToolError(`${source} has no resources of Logfire`, 'name a configuration with resources such as logfire_project');
  }
  const folder = fs.statSync(source).isDirectory() ? source : path.dirname(source);
  return convert(await withDefinitions(configuration, folder), stackNameOf(folder), source);
}

/** A stack is named like the directory of its configuration. */
function stackNameOf(folder: string): string {
  return path.basename(path.resolve(folder)).replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'converted';
}
