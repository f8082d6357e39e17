import { findNodeAtLocation, parseTree, type JSONPath, type Node } from 'jsonc-parser';
import { offsetOf, type Place } from './finding';

/** A query in the text of a dashboard. */
export interface QuerySource {
  /** The panel or variable that has it, as findings of the library name it. */
  readonly owner: string;
  readonly sql: string;
  /** The string literal, with its quotes. */
  readonly literal: { readonly offset: number; readonly length: number };
}

/** The text of a dashboard, and where its parts are. */
export class DocumentSource {
  private readonly root: Node | undefined;
  private readonly owners: readonly { readonly label: string; readonly offset: number; readonly queries: readonly Node[] }[];

  constructor(public readonly text: string) {
    this.root = parseTree(text, [], { disallowComments: true });
    this.owners = [...this.panels(), ...this.variables()];
  }

  /** All queries with SQL. */
  public get queries(): QuerySource[] {
    return this.owners.flatMap(({ label, queries }) => queries
      .filter(({ value }) => (value as string).trim() !== '')
      .map(({ value, offset, length }) => ({ owner: label, sql: value as string, literal: { offset, length } })));
  }

  /** The panel or variable that a message is about, or the member whose path it names. */
  public offsetFor(message: string): number | undefined {
    const position = ({ label }: { readonly label: string }) => message.indexOf(label);
    const named = this.owners.filter((owner) => position(owner) >= 0).sort((one, other) => position(one) - position(other));
    const path = / at ((?:spec|kind|metadata)\S*), got /.exec(message)?.[1];
    return named[0]?.offset ?? (path === undefined ? undefined : this.deepest(stepsOf(path)));
  }

  /** The character of the text for a place in the SQL of a query. */
  public offsetIn(query: QuerySource, place: Place | undefined): number {
    const wanted = place === undefined ? 0 : offsetOf(query.sql, place);
    let offset = query.literal.offset + 1;
    for (let read = 0; read < wanted; read += 1) {
      // An escape is one character of the string.
      const escape = this.text[offset] === '\\';
      offset += !escape ? 1 : this.text[offset + 1] === 'u' ? 6 : 2;
    }
    return offset;
  }

  /** The text with an empty string in place of a query; all else keeps its place. */
  public without({ literal: { offset, length } }: QuerySource): DocumentSource {
    return new DocumentSource(this.text.slice(0, offset) + '""'.padEnd(length) + this.text.slice(offset + length));
  }

  private panels() {
    return (this.at(['spec', 'panels'])?.children ?? []).flatMap(({ children: [name, panel] = [] }) => {
      if (panel === undefined) {
        return [];
      }
      const key = name.value as string;
      const title: unknown = findNodeAtLocation(panel, ['spec', 'display', 'name'])?.value;
      const queries = (findNodeAtLocation(panel, ['spec', 'queries'])?.children ?? []).flatMap((query) => sqlIn(query, ['spec', 'plugin', 'spec', 'query']));
      const label = typeof title !== 'string' || title === key ? `panel ${JSON.stringify(key)}` : `panel ${JSON.stringify(title)} (${key})`;
      return [{ label, offset: name.offset, queries }];
    });
  }

  private variables() {
    return (this.at(['spec', 'variables'])?.children ?? []).map((variable) => {
      const name: unknown = findNodeAtLocation(variable, ['spec', 'name'])?.value;
      return { label: `variable ${JSON.stringify(name ?? '')}`, offset: variable.offset, queries: sqlIn(variable, ['spec', 'plugin', 'spec', 'query']) };
    });
  }

  private at(path: JSONPath): Node | undefined {
    return this.root && findNodeAtLocation(this.root, path);
  }

  /** The member at a path, or the last one on the way that is there. */
  private deepest(path: JSONPath): number | undefined {
    return this.at(path)?.offset ?? (path.length === 0 ? undefined : this.deepest(path.slice(0, -1)));
  }
}

function sqlIn(node: Node, path: JSONPath): Node[] {
  const found = findNodeAtLocation(node, path);
  return found?.type === 'string' ? [found] : [];
}

/** The steps of a path as findings write it: `spec.panels["rate"].spec.layouts[0]`. */
function stepsOf(path: string): JSONPath {
  return [...path.matchAll(/(?:^|\.)([A-Za-z_]\w*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)]
    .map(([, member, index, key]) => member ?? (index === undefined ? JSON.parse(`"${key}"`) as string : Number(index)));
}
