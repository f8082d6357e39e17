import * as fs from 'node:fs';
import { builtDocument, DashboardDefinitionProps } from './built-document';
import { isJsonObject, Json, JsonObject, kindOf } from './json';
import { DuplicateKey, parseJsonText } from './json-text';
import { plainJson } from './plain-json';
import { checkCall } from '../core/calls';
import { failWithoutPath } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** Kind of a dashboard definition: the source of its document. */
export enum DashboardDefinitionKind {
  /** A file. */
  FILE = 'file',
  /** A JSON string. */
  JSON = 'json',
  /** An object of the program. */
  OBJECT = 'object',
  /** Sections with panels. */
  SECTIONS = 'sections',
}

/**
 * Definition of a dashboard: built from sections, or the JSON document that the Logfire UI exports.
 *
 * `LogfireDashboard` completes the document, so you can use an export as it is.
 *
 * @example
 * const definition = DashboardDefinition.fromSections({
 *   sections: [new DashboardSection({
 *     title: 'Traffic',
 *     panels: [new TimeSeriesPanel({
 *       panelId: 'requests',
 *       title: 'Requests',
 *       query: TimeSeriesQuery.fromSql(
 *         'SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS requests FROM records GROUP BY x',
 *         { metrics: ['requests'] },
 *       ),
 *     })],
 *   })],
 * });
 */
export class DashboardDefinition {
  /**
   * Builds the document from sections with panels, which become the same document that the Logfire UI exports.
   *
   * A value that is not allowed fails with its section and panel. A dashboard that is built this way has no lint findings but those
   * about SQL, raw panels and unknown units.
   */
  public static fromSections(props: DashboardDefinitionProps): DashboardDefinition {
    checkCall('DashboardDefinition.fromSections', arguments);
    return DashboardDefinition.fromValue(DashboardDefinitionKind.SECTIONS, builtDocument(props), '', []);
  }

  /**
   * Reads the document from a file, in JSON and UTF-8.
   *
   * The call reads the file immediately. A syntax error, or a number beyond 2^53, fails with its line and column.
   *
   * @param path path of the file, relative to the current directory; under `cdktf` that is the directory of the program
   */
  public static fromFile(path: string): DashboardDefinition {
    checkCall('DashboardDefinition.fromFile', arguments);
    return DashboardDefinition.fromText(DashboardDefinitionKind.FILE, readText(path), ` in ${JSON.stringify(path)}`);
  }

  /**
   * Reads the document from a JSON string. A syntax error, or a number beyond 2^53, fails with its line and column.
   *
   * @param text the document; it must be known at synth, so it cannot be a variable, but single strings in it may contain one
   */
  public static fromJson(text: string): DashboardDefinition {
    checkCall('DashboardDefinition.fromJson', arguments);
    if (/^\$\{TfToken\[[^\]]*\]\}$/.test(text.trim())) {
      failWithoutPath('known-at-synth', 'definition must be known at synth, got a Terraform expression; '
        + 'use the expression in single strings of the document, or use l1.Dashboard');
    }
    return DashboardDefinition.fromText(DashboardDefinitionKind.JSON, text, '');
  }

  /**
   * Copies the document from an object of the program.
   *
   * The call copies the object immediately, so later changes to it have no effect.
   *
   * In Python, members with the value `None` are lost on the way: use `from_json(json.dumps(document))` for a document that has some.
   *
   * @param document strings, numbers up to 2^53, booleans, lists and maps, which may contain Terraform expressions; fails with
   * anything else
   */
  public static fromObject(document: any): DashboardDefinition {
    checkCall('DashboardDefinition.fromObject', arguments);
    return DashboardDefinition.fromValue(DashboardDefinitionKind.OBJECT, document, '', []);
  }

  /**
   * A document that is built from sections when the app is synthesized, so that it has the panels that the program adds until then.
   *
   * @param version a number that changes when the program has added something
   * @param produce called for each version
   * @internal
   */
  public static _late(version: () => number, produce: () => DashboardDefinitionProps): DashboardDefinition {
    let built: { readonly version: number; readonly content: DefinitionContent } | undefined;
    return new DashboardDefinition(DashboardDefinitionKind.SECTIONS, () => {
      const current = version();
      if (built?.version !== current) {
        built = { version: current, content: contentOf(builtDocument(produce()), '', []) };
      }
      return built.content;
    }, true);
  }

  private static fromText(kind: DashboardDefinitionKind, text: string, source: string): DashboardDefinition {
    const { value, duplicateKeys } = parseJsonText(text, source);
    return DashboardDefinition.fromValue(kind, value, source, [...duplicateKeys]);
  }

  private static fromValue(kind: DashboardDefinitionKind, document: unknown, source: string, duplicateKeys: DuplicateKey[]): DashboardDefinition {
    const content = contentOf(document, source, duplicateKeys);
    return new DashboardDefinition(kind, () => content, false);
  }

  private constructor(
    /** Source of the document. */
    public readonly kind: DashboardDefinitionKind,
    private readonly content: () => DefinitionContent,
    /** Whether the document is built at synth. Its content is then not to be read before. @internal */
    public readonly _isLate: boolean,
  ) {}

  /** The document, and what is known about it. @internal */
  public get _content(): DefinitionContent {
    return this.content();
  }
}

/** A document, and what is known about it. */
export interface DefinitionContent {
  readonly document: JsonObject;
  /** Whether the whole document is known at synth. */
  readonly known: boolean;
  readonly duplicateKeys: readonly DuplicateKey[];
}

function contentOf(value: unknown, source: string, duplicateKeys: readonly DuplicateKey[]): DefinitionContent {
  const { value: document, known } = plainJson(value, 'definition');
  return { document: checkedDocument(document, source), known, duplicateKeys };
}

function readText(path: string): string {
  if (isUnresolved(path)) {
    failWithoutPath('known-at-synth', 'path must be known at synth, got a Terraform expression; pass a literal path');
  }
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'which does not exist' : code === 'EISDIR' ? 'which is a directory' : `which cannot be read (${message})`;
    failWithoutPath('definition-file', `path must be a file with a dashboard document, got ${JSON.stringify(path)}, ${problem}; correct it, relative to ${process.cwd()}`);
  }
}

function checkedDocument(document: Json, source: string): JsonObject {
  if (!isJsonObject(document)) {
    failWithoutPath('definition-json', `definition must be a JSON object, got ${kindOf(document)}${source}; pass the whole document, with kind and spec`);
  }
  return document;
}
