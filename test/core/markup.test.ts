import { escaped, Markup, markup } from '../../src/core/markup';

test.each([
  ['<b a="1">Tom & \'Jerry\'</b>', '&lt;b a=&quot;1&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/b&gt;'],
  ['a\tb\nc\rd', 'a\tb\nc\rd'],
  ['a\0\x01\x7fb\ufffec', 'a b c'],
  ['a\ud83db🎈', 'a b🎈'],
  ['a\u202eb\u061cc', 'a[U+202E]b[U+061C]c'],
])('the text %j is %j as markup', (text, rendered) => {
  expect(escaped(text)).toBe(rendered);
});

test('markup stays, texts in it are escaped, and undefined leaves no trace', () => {
  const item = (text: string) => markup`<li>${text}</li>`;
  const { text } = markup`<ul class="${'"'}">${['<', '>'].map(item)}${undefined}${5}${[1, [new Markup('<br/>'), '&']]}</ul>`;
  expect(text).toBe('<ul class="&quot;"><li>&lt;</li><li>&gt;</li>51<br/>&amp;</ul>');
});
