/** The parts of a CommonMark parser that the tests use; the package has no types. */
declare module 'commonmark' {
  interface Node {
    readonly type: string;
    readonly literal: string | null;
    walker(): { next(): { readonly entering: boolean; readonly node: Node } | null };
  }

  class Parser {
    public parse(text: string): Node;
  }

  class HtmlRenderer {
    public render(node: Node): string;
  }
}
