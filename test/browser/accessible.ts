import * as fs from 'node:fs';
import { Page } from 'playwright-core';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Expects that everybody can use a page, and that nothing of it is beside the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<any>('axe.run()');
  expect(violations.map(({ id, nodes }: any) => `${id}: ${nodes[0].html}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}
