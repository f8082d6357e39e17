import { descriptionOf, outsideCode, titleAndBody, toMdx } from '../../scripts/site/markdown';

describe('code in Markdown', () => {
  test.each([
    ['a fenced block', 'a\n```ts\n{a}\n```\na', 'b\n```ts\n{a}\n```\nb'],
    ['a block in a list', '1. a\n\n   ```sh\n   a\n   ```\n\n2. a', '1. b\n\n   ```sh\n   a\n   ```\n\n2. b'],
    ['code within a line', 'a `a` a ``a ` a`` a', 'b `a` b ``a ` a`` b'],
    ['code over two lines', 'a `a\na` a', 'b `a\na` b'],
    ['a block with a fence in it', '````md\n```\na\n```\n````\na', '````md\n```\na\n```\n````\nb'],
  ])('stays as it is: %s', (_, given, wanted) => {
    expect(outsideCode(given, (prose) => prose.replaceAll('a', 'b'))).toBe(wanted);
  });
});

test('text is escaped for MDX, and code is not', () => {
  expect(toMdx('{a} <b> `{c} <d>`\n```\n{e}\n```\n')).toBe('\\{a\\} &lt;b> `{c} <d>`\n```\n{e}\n```\n');
});

test('comments are left out of MDX', () => {
  expect(toMdx('<!-- generated -->\n\ntext')).toBe('text');
});

test('the heading is the title of the page', () => {
  expect(titleAndBody('<!-- x -->\n# The `title`\n\nText.\n\n# Other\n')).toEqual({ title: 'The title', body: 'Text.\n\n# Other' });
});

test('the description is plain text, and ends at a word', () => {
  expect(descriptionOf('![x](y)\n\nSee [the `page`](p.md) about **it**.')).toBe('See the page about it.');
  const long = descriptionOf(`A ${'word '.repeat(60)}`);
  expect(long.length).toBeLessThanOrEqual(160);
  expect(long).toMatch(/ word …$/);
});
