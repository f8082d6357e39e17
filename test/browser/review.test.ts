import * as fs from 'node:fs';
import * as path from 'node:path';
import { App } from 'cdktf';
import { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expectAccessible } from './accessible';
import { describeBrowser, launch } from './chromium';
import { withReviewPage } from '../../scripts/pictures/review-picture';
import { pageWithChanges } from '../../tools/src/review/html';
import { readPage, stackOf } from '../../tools/src/review/page-data';
import { parsePlan } from '../../tools/src/review/plan';
import { readChanges } from '../../tools/src/review/read-changes';
import { changeOf, planJson } from '../../tools/test/review/plans';
import { appSaying, emptyApp, largeApp } from '../review/apps';
import { cleanUp, newApp } from '../synth';

jest.setTimeout(120_000);

/** As shown on a laptop, at night, and on a small phone. */
const SCREENS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['360 pixels', { colorScheme: 'light', viewport: { width: 360, height: 640 } }],
];
const MARKUP = '</script><img src=x onerror="globalThis.hit=1">';

describeBrowser('the review page', () => {
  let browser: Browser;
  const pages: { readonly [name: string]: string } = { example: '', empty: '', large: '', changes: '' };

  beforeAll(async () => {
    browser = await launch();
    const example = path.join(newApp().outdir, 'example.html');
    await withReviewPage(async (page) => fs.copyFileSync(page, example));
    Object.assign(pages, { example, empty: pageOf(emptyApp()), large: pageOf(largeApp(200, 50)), changes: changedPage(example) });
  });
  afterAll(async () => {
    await browser?.close();
    cleanUp();
  });

  /** Opens a page, and keeps what goes wrong or leaves the machine. */
  async function open(file: string, options: BrowserContextOptions = {}, anchor = ''): Promise<{ readonly page: Page; readonly troubles: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('dialog', (dialog) => troubles.push(dialog.message()));
    page.on('request', (request) => { if (request.url().split('#')[0] !== `file://${file}`) { troubles.push(request.url()); } });
    await page.goto(`file://${file}${anchor}`);
    return { page, troubles };
  }

  const shown = (page: Page) => page.locator('.item:visible').count();

  test.each(['example', 'empty', 'changes'].flatMap((name) => SCREENS.map(([screen, options]) => [name, screen, options] as const)))('%s, %s: opens without an error or a request, and is accessible', async (name, _, options) => {
    const { page, troubles } = await open(pages[name], options);
    expect(await page.title()).toBe('Logfire review');
    await expectAccessible(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('search, filters and queries work by keyboard', async () => {
    const { page } = await open(pages.example);
    const all = await shown(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Tab');
    await page.keyboard.type('exception_type FailedCheckouts');
    expect(await page.locator('.item:visible h3').allInnerTexts()).toEqual(['review-failed-checkouts']);
    expect(await page.locator('#status').innerText()).toBe(`1 of ${all} shown`);
    expect(await page.locator('.part:visible h2').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await shown(page)).toBe(all);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('.part:visible h2').allInnerTexts()).toEqual(['Alerts 2']);
    await page.keyboard.press('Space');
    await page.locator('#queries').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.context().close();
  });

  test('a link leads to what it names, and opens the query of a panel', async () => {
    const { page } = await open(pages.example, {}, '#review/Checkout/requests');
    expect(await page.locator('[id="review/Checkout/requests"] details[open]').count()).toBe(1);
    await page.locator('#search').fill('nothing has this');
    expect(await page.locator('#nothing').isVisible()).toBe(true);
    await page.evaluate("location.hash = '#review/Shop'");
    await page.locator('[id="review/Shop"]').waitFor({ state: 'visible' });
    expect(await page.locator('[id="review/Shop"]').evaluate((item: any) => item.matches(':target'))).toBe(true);
    const anchors = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    const ids = new Set(await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => `#${id}`)));
    expect(anchors.filter((anchor) => !ids.has(anchor))).toEqual([]);
    await page.context().close();
  });

  test('200 alerts and 50 dashboards open in less than two seconds and are less than 3 MB', async () => {
    expect(fs.statSync(pages.large).size).toBeLessThan(3_000_000);
    const times: number[] = [];
    // The first time may be that of a machine that does something else as well.
    for (let attempt = 0; attempt < 3 && !times.some((time) => time < 2000); attempt += 1) {
      const { page, troubles } = await open(pages.large);
      times.push(await page.evaluate<number>("performance.getEntriesByType('navigation')[0].duration"));
      expect(await shown(page)).toBeGreaterThan(250);
      await page.locator('#search').fill('service-17 ');
      expect(await shown(page)).toBeLessThan(20);
      expect(troubles).toEqual([]);
      await page.context().close();
    }
    expect(Math.min(...times)).toBeLessThan(2000);
  });

  test('changes come first, are found by search and filter, and lead to their objects and back', async () => {
    const { page, troubles } = await open(pages.changes);
    expect(await page.locator('.part h2').first().innerText()).toMatch(/^What changes\s*5$/);
    expect(await page.locator('.alarms li').allInnerTexts()).toEqual([
      expect.stringContaining('Destroyed. All its telemetry'), expect.stringContaining('Replaced, which is no rotation.'),
      'alert review-failed-checkouts: Loses its last channel: nobody is notified.',
    ]);
    expect(await page.locator('.values td').allInnerTexts()).toEqual(expect.arrayContaining([MARKUP, 'known after apply', 'sensitive']));
    await page.locator('input[value=change]').focus();
    await page.keyboard.press('Space');
    expect(await page.locator('.part:visible h2').count()).toBe(1);
    expect(await shown(page)).toBe(5);
    await page.keyboard.press('Space');
    await page.locator('[id="review/FailedCheckouts"] .change-update').click();
    expect(await page.evaluate('location.hash')).toBe('#changes-3');
    await page.locator('#changes-3 h3 a').click();
    expect(await page.evaluate('location.hash')).toBe('#review/FailedCheckouts');
    expect(await page.evaluate('globalThis.hit')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('everything opens for print', async () => {
    const { page } = await open(pages.example);
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('details[open]').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav, .tools').evaluateAll((parts) => parts.map((part) => (part as any).checkVisibility()))).toEqual([false, false]);
    await page.context().close();
  });

  test.each([
    '</script><script>globalThis.hit=1</script><img src=x onerror="globalThis.hit=1">',
    '" onmouseover="globalThis.hit=1" x="<!--',
    '\'><svg onload=globalThis.hit=1>&lt;b&gt;${x}',
  ])('the markup %j is text', async (text) => {
    const { page, troubles } = await open(pageOf(appSaying(text)));
    expect(await page.locator('article[data-kind=alert] h3').innerText()).toBe(text.replaceAll('\n', ' '));
    expect(await page.locator('article[data-kind=alert] .prose').innerText()).toBe(text);
    expect(await page.locator('article[data-kind=alert] pre').textContent()).toContain(text.replaceAll("'", "''"));
    expect(await page.locator('img, [onmouseover], [onload], [onerror]').count()).toBe(0);
    expect(await page.evaluate('globalThis.hit')).toBeUndefined();
    expect(JSON.parse((await page.locator('#data').textContent())!).alerts[0].name).toBe(text);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

function pageOf(app: App): string {
  app.synth();
  return path.join(app.outdir, 'logfire-review.html');
}

/** A page with changes of each kind. */
function changedPage(file: string): string {
  const page = readPage(file);
  const [items] = page.stacks.values();
  const changed = (construct: string, ...change: readonly [readonly string[], object | null, object | null, object?]) => {
    const [type, name] = [...items.values()].find(({ path: at }) => at === construct)!.address.split('.');
    return changeOf(type, name, ...change);
  };
  const updated = changed('review/FailedCheckouts', ['update'], {
    name: 'review-failed-checkouts', query: 'SELECT 1', frequency: '5m', channel_assignments: [{ channel_id: 'x' }],
  }, { name: 'review-failed-checkouts', query: MARKUP, channel_assignments: [] });
  updated.change.after_unknown = { frequency: true };
  const channel = changed('review/Slack', ['update'], { name: 'slack', config: { url: 'https://hooks.example/a' } }, { name: 'slack', config: { url: 'https://hooks.example/b' } });
  const plan = parsePlan('plan.json', planJson([
    updated,
    channel,
    changed('review/Shop', ['create'], null, { name: 'review-shop' }),
    changed('review/Deploy/SlotA', ['create', 'delete'], {}, {}, { action_reason: 'replace_by_triggers' }),
    changeOf('logfire_project', 'Old', ['delete'], { name: 'old' }, null, { action_reason: 'delete_because_no_resource_config' }),
  ]));
  const changes = readChanges([{ plan, label: '', items: page.stacks.get(stackOf(page, plan, 'plan.json', undefined))! }]);
  const target = file.replace('example', 'changes');
  fs.writeFileSync(target, pageWithChanges(page, changes));
  return target;
}
