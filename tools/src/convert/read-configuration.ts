import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse, ParseError, printParseErrorCode } from 'jsonc-parser';
import { blocksOf, Configuration, configurationOf, isObject, JsonObject } from './configuration';
import { parseHcl } from './hcl';
import { ToolError } from '../problem';
import type { Json } from '../program/model';

/** A file with Terraform in one of its two syntaxes. */
const TERRAFORM_FILE = /\.tf(\.json)?$/;

/** Reads a file, or all Terraform files of a directory. */
export async function readConfiguration(source: string): Promise<Configuration> {
  const files = filesOf(source);
  const documents: JsonObject[] = [];
  for (const file of files) {
    documents.push(await documentOf(file));
  }
  return configurationOf(documents);
}

function filesOf(source: string): string[] {
  const stat = fs.statSync(source, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new ToolError(`${source} does not exist`, 'name a .tf or .tf.json file, or a directory with such files');
  }
  if (!stat.isDirectory()) {
    if (!TERRAFORM_FILE.test(source)) {
      throw new ToolError(`${source} is not a Terraform file`, 'name a file that ends in .tf or .tf.json, or a directory with such files');
    }
    return [source];
  }
  const names = fs.readdirSync(source).filter((name) => TERRAFORM_FILE.test(name) && !name.startsWith('.')).sort();
  if (names.length === 0) {
    throw new ToolError(`${source} has no Terraform files`, 'name a directory with files that end in .tf or .tf.json');
  }
  const override = names.find((name) => /(^|_)override\.tf(\.json)?$/.test(name));
  if (override !== undefined) {
    throw new ToolError(`${path.join(source, override)} is an override file, which cannot be converted`, 'merge it into the file that it overrides');
  }
  return names.map((name) => path.join(source, name));
}

async function documentOf(file: string): Promise<JsonObject> {
  const text = fs.readFileSync(file, 'utf8');
  return file.endsWith('.json') ? jsonDocument(file, text) : hclDocument(file, text);
}

async function hclDocument(file: string, text: string): Promise<JsonObject> {
  try {
    return await parseHcl(path.basename(file), text);
  } catch (error) {
    throw syntaxError(file, (error as Error).message);
  }
}

/** The parser writes `parse config: [main.tf:2,6-3,1: Invalid expression; Expected …]`. */
function syntaxError(file: string, message: string): ToolError {
  const [, line, column, what] = /:(\d+),(\d+)-[\d,]+: ([^;\]]*)/.exec(message) ?? [];
  return line === undefined
    ? new ToolError(`${file} is not HCL (${message.replace(/\s+/g, ' ')})`, 'run terraform validate to see why')
    : new ToolError(`${file}:${line}:${column}: ${what.trim().replace(/\.$/, '')}`, 'correct the syntax; terraform validate explains it');
}

function jsonDocument(file: string, text: string): JsonObject {
  const errors: ParseError[] = [];
  const value = parse(text, errors, { disallowComments: true }) as Json | undefined;
  const [error] = errors;
  if (error !== undefined) {
    const lines = text.slice(0, error.offset).split('\n');
    const place = `${file}:${lines.length}:${lines[lines.length - 1].length + 1}`;
    throw new ToolError(`${place}: this is not JSON (${printParseErrorCode(error.error)})`, 'correct the syntax; terraform validate explains it');
  }
  if (!isObject(value)) {
    throw new ToolError(`${file} must be a JSON object`, 'name a file in the JSON syntax of Terraform');
  }
  return value;
}

/** The value of an expression such as the argument of `jsonencode`, with templates in it. Undefined if it is not HCL. */
export async function parseObject(expression: string): Promise<Json | undefined> {
  try {
    const { locals } = await parseHcl('value.tf', `locals {\n  value = ${expression}\n}\n`);
    return blocksOf(locals)[0].value;
  } catch {
    return undefined;
  }
}
