import { GUIDES, readGuide } from '../../scripts/guides/guide';
import { Duration, LogfirePolicies, LogfireProject, LogfireProjectWithToken, LogfireRotatingWriteToken, TokenExpiry, TokenRotation } from '../../src';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

/** The programs whose errors the guides show, by guide. */
const PROGRAMS: { readonly [guide: string]: () => void } = {
  'docs/basics.md': () => {
    const stack = newStack();
    const token = { expiry: TokenExpiry.after(Duration.days(60)), rotation: TokenRotation.every(Duration.days(30)) };
    const shop = LogfireProject.fromProjectId(stack, 'Shop', '00000000-0000-4000-8000-000000000001');
    new LogfireRotatingWriteToken(shop, 'Token', { ...token, project: shop });
  },
  'docs/policies.md': () => {
    const stack = newStack(undefined, 'shop');
    new LogfireProjectWithToken(stack, 'Shop', { expiry: TokenExpiry.at('2099-12-31T00:00:00Z') });
    LogfirePolicies.recommended().applyTo(stack.node.root);
    synth(stack);
  },
};

const shown = GUIDES.flatMap((guide) => [...readGuide(guide).matchAll(/^```text\n([\s\S]*?)\n```$/gm)].map(([, text]) => ({ guide, text })));

test('each error that a guide shows has its program', () => {
  expect(shown.map(({ guide }) => guide).sort()).toEqual(Object.keys(PROGRAMS).sort());
});

test.each(shown)('$guide shows what the library says', ({ guide, text }) => {
  let message = '';
  try {
    PROGRAMS[guide]();
  } catch (error) {
    ({ message } = error as Error);
  }
  // CDKTF puts the stack before each line of a report.
  expect(message.split('\n').map((line) => line.trim().replace(/^\[\w+\] /, ''))).toContain(text);
});
