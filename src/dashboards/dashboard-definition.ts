import * as fs from 'node:fs';
import { isJsonObject, Json, JsonObject, kindOf } from './json';
import { DuplicateKey, parseJsonText } from './json-text';
import { plainJson } from './plain-json';
import { failWithoutPath } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/**
 * What a dashboard shows: the JSON document that Logfire's UI exports.
 *
 * A dashboard completes the document before it goes to Logfire, so an export can be used as it is.
 */
export class DashboardDefinition {
  /**
   * A file with a document, in JSON and UTF-8.
   *
   * @param path relative to the current folder, which is the program's own under `cdktf`; read at once, so a later change is not seen
   */
  public static fromFile(path: string): DashboardDefinition {
    return DashboardDefinition.fromText('file', readText(path), `dashboard file ${JSON.stringify(path)}`);
  }

  /**
   * A text with a document, in JSON. A syntax error, and a number beyond 2^53, is refused with its line and column.
   *
   * @param text the document; it has to be known at synth, so a variable cannot be used, but may stand in single texts inside
   */
  public static fromJson(text: string): DashboardDefinition {
    if (/^\$\{TfToken\[[^\]]*\]\}$/.test(text.trim())) {
      failWithoutPath('dashboard text: a document must be known at synth to be checked and completed, got a Terraform expression; '
        + 'use the expression in single texts of the document, or l1.Dashboard');
    }
    return DashboardDefinition.fromText('json', text, 'dashboard text');
  }

  /**
   * A document as an object of the program, copied at once.
   *
   * @param document plain data: texts, numbers up to 2^53, truth values, lists and objects; Terraform expressions may stand in it
   */
  public static fromObject(document: any): DashboardDefinition {
    return DashboardDefinition.fromValue('object', document, 'dashboard object', []);
  }

  private static fromText(kind: string, text: string, source: string): DashboardDefinition {
    const { value, duplicateKeys } = parseJsonText(text, source);
    return DashboardDefinition.fromValue(kind, value, source, [...duplicateKeys]);
  }

  private static fromValue(kind: string, document: unknown, source: string, duplicateKeys: DuplicateKey[]): DashboardDefinition {
    const { value, known } = plainJson(document, 'definition');
    return new DashboardDefinition(kind, checkedDocument(value, source), known, duplicateKeys);
  }

  private constructor(
    /** Where the document comes from: `file`, `json` or `object`. */
    public readonly kind: string,
    /** @internal */
    public readonly _document: JsonObject,
    /** Whether Terraform has no part in the document. @internal */
    public readonly _known: boolean,
    /** @internal */
    public readonly _duplicateKeys: DuplicateKey[],
  ) {}
}

function readText(path: string): string {
  if (isUnresolved(path)) {
    failWithoutPath('the path of a dashboard file must be known at synth, got a Terraform expression; pass a literal path');
  }
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
    failWithoutPath(`dashboard file ${JSON.stringify(path)} cannot be read: ${problem}; the path is relative to ${process.cwd()}`);
  }
}

function checkedDocument(document: Json, source: string): JsonObject {
  if (!isJsonObject(document)) {
    failWithoutPath(`${source}: a dashboard must be a JSON object, got ${kindOf(document)}; pass the whole document, with kind and spec`);
  }
  return document;
}
