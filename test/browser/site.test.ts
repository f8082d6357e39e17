import * as fs from 'node:fs';
import * as path from 'node:path';
import { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expectAccessible } from './accessible';
import { describeBrowser, launch } from './chromium';
import { serve } from './static-server';
import { readAssembly } from '../../scripts/assembly/assembly';
import { ROOT } from '../../scripts/run';
import { BASE } from '../../scripts/site/addresses';
import { API_LANGUAGES } from '../../scripts/site/api/languages';
import { Api } from '../../scripts/site/api/model';
import { DIST } from '../../scripts/site/build';
import { brokenLinks } from '../../scripts/site/check-links';
import { SITE } from '../../scripts/site/content';

jest.setTimeout(300_000);

const PAGES = ['', 'monitoring/', 'api/python/LogfireProject/', 'examples/monitoring/', 'alerts/'];
const SCREENS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['360 pixels', { colorScheme: 'light', viewport: { width: 360, height: 640 } }],
];

const api = new Api(readAssembly(ROOT));
const types = [...api.rooms().values()].flat();
const constructs = types.filter((type) => api.kindOf(type) === 'Construct').map(({ name }) => name);

/** `npm run site` has built it. */
test('each public type has a page in each language', () => {
  expect(types.length).toBeGreaterThan(300);
  const wanted = API_LANGUAGES.flatMap((language) => types.map(({ name }) => path.join('api', language.name, name, 'index.html')));
  expect(wanted.filter((file) => !fs.existsSync(path.join(DIST, file)))).toEqual([]);
});

test('each construct has an example in each language, translated from source that compiles', () => {
  for (const { name } of API_LANGUAGES) {
    const directory = path.join(SITE, 'src', 'content', 'docs', 'api', name);
    const pages = constructs.map((construct) => ({ construct, text: fs.readFileSync(path.join(directory, `${construct}.md`), 'utf8') }));
    // The part above the signature.
    expect(pages.filter(({ text }) => !text.split('\n## ')[0].includes(`\`\`\`${name}\n`)).map(({ construct }) => construct)).toEqual([]);
    expect(pages.filter(({ text }) => text.includes('non-compiling source')).map(({ construct }) => construct)).toEqual([]);
  }
});

test('each entry of the troubleshooting page has the address that its id gives', () => {
  const ids = [...fs.readFileSync(path.join(ROOT, 'docs', 'troubleshooting.md'), 'utf8').matchAll(/^### (\S+)$/gm)].map(([, id]) => id.toLowerCase());
  expect(ids.length).toBeGreaterThan(50);
  const html = fs.readFileSync(path.join(DIST, 'troubleshooting', 'index.html'), 'utf8');
  expect(ids.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
});

test('every link and anchor leads somewhere', () => {
  expect(brokenLinks(DIST)).toEqual([]);
});

describeBrowser('the documentation site', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    browser = await launch();
    site = await serve(DIST, BASE);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  /** Opens a page, and keeps what goes wrong or leaves the machine. */
  async function open(place: string, options: BrowserContextOptions = {}): Promise<{ readonly page: Page; readonly troubles: string[] }> {
    const page = await (await browser.newContext(options)).newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('response', (response) => { if (!response.ok()) { troubles.push(`${response.status()} ${response.url()}`); } });
    page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.origin)) { troubles.push(request.url()); } });
    await page.goto(`${site.origin}${BASE}${place}`, { waitUntil: 'networkidle' });
    return { page, troubles };
  }

  test.each(PAGES.flatMap((place) => SCREENS.map(([screen, options]) => [`/${place}`, screen, place, options] as const)))('%s, %s: opens without an error or a request elsewhere, and is accessible', async (_, __, place, options) => {
    const { page, troubles } = await open(place, options);
    await expectAccessible(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('the language of the tabs is chosen once for all pages', async () => {
    const { page } = await open('tokens/');
    const chosen = () => page.locator('starlight-tabs a[role=tab][aria-selected=true]').allInnerTexts();
    const tabs = await page.locator('starlight-tabs').count();
    expect(tabs).toBeGreaterThan(3);
    expect(await chosen()).toEqual(Array(tabs).fill('TypeScript'));
    await page.locator('starlight-tabs').first().getByRole('tab', { name: 'Python' }).click();
    expect(await chosen()).toEqual(Array(tabs).fill('Python'));
    await page.getByRole('link', { name: 'Projects', exact: true }).first().click();
    await page.waitForURL('**/projects/');
    expect([...new Set(await chosen())]).toEqual(['Python']);
    expect(await page.locator('starlight-tabs pre:visible').first().innerText()).toContain('project_name="shop"');
    await page.context().close();
  });

  test('the search finds each construct by its name', async () => {
    const { page, troubles } = await open('');
    expect(constructs.length).toBeGreaterThan(35);
    const missing = await page.evaluate(async ([base, names]) => {
      const pagefind = await new Function(`return import('${base}pagefind/pagefind.js')`)();
      const found = await Promise.all((names as string[]).map(async (name) => {
        const { results } = await pagefind.search(name);
        const urls: string[] = await Promise.all(results.slice(0, 10).map(async (result: any) => (await result.data()).url));
        return urls.some((url) => url.endsWith(`/${name}/`));
      }));
      return (names as string[]).filter((_, index) => !found[index]);
    }, [BASE, constructs] as const);
    expect(missing).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('a reader searches by keyboard, and opens what is found', async () => {
    const { page, troubles } = await open('');
    await page.locator('button[data-open-modal]:enabled').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.pagefind-ui__search-input').waitFor();
    await page.keyboard.type('LogfireServiceMonitoring');
    await page.locator('.pagefind-ui__result-link').first().click();
    await page.waitForURL(/LogfireServiceMonitoring/);
    expect(await page.locator('h1').innerText()).toContain('LogfireServiceMonitoring');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
