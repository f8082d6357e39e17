import type { Review } from '../../src/review/model/review';
import { iconSheet } from '../../src/review/page/icons';
import { reviewPage } from '../../src/review/page/page';
import { SCRIPT } from '../../src/review/page/script';
import { STYLE } from '../../src/review/page/style';

const EMPTY: Review = {
  path: '',
  stacks: ['app'],
  projects: [],
  dashboards: [],
  alerts: [],
  slos: [],
  channels: [],
  schedules: [],
  credentials: [],
  others: [],
  findings: [],
  suppressions: [],
  policies: [],
};
const ITEM = { anchor: 'app/X', path: 'app/X', address: 'logfire_x.X', stack: 'app', name: 'X', facts: [] };
const OPS = { text: 'Ops', anchor: 'app/Ops' };
const OPEN = { from: 540, to: 1020 };
const WEEK = { timezone: 'UTC', unknown: [], days: [[OPEN], [], [], [], [], [], []] };

/** What a section has after its heading, with `{name}` for an icon. */
function sectionOf(anchor: string, review: Partial<Review>): string {
  const html = reviewPage({ ...EMPTY, ...review });
  const [, found] = new RegExp(`<section class="part" id="${anchor}".*\\n([^]*?)</div></section>\\n(?=<section class="part"|<p id="nothing")`).exec(html)!;
  return found.replace(/<svg class="icon" aria-hidden="true" focusable="false"><use href="#icon-(\w+)"\/><\/svg>/g, '{$1}');
}

/** The items of a section that says nothing before them. */
const itemsOf = (anchor: string, review: Partial<Review>) => sectionOf(anchor, review).replace('<div class="items">', '');

function card(kind: string, { badges = '', facts = {}, body = '' }: { badges?: string; facts?: { [label: string]: string }; body?: string } = {}): string {
  const list = Object.entries(facts).map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`).join('');
  return `<article class="item" id="app/X" data-kind="${kind}">
<h3>{${kind}}<a class="self" href="#app/X">X</a>${badges}</h3>
<p class="where"><code>app/X</code> <code class="address">logfire_x.X</code></p>
${list && `<dl class="facts">${list}</dl>`}${body}</article>
`;
}

/** The bars of one day, or of a week. */
function bars(open: string, days: 1 | 7 = 1): string {
  const lines = days === 1 ? 'M24 0v8M48 0v8M72 0v8' : 'M96 0v8M192 0v8M288 0v8M384 0v8M480 0v8M576 0v8';
  return `<svg class="bars" viewBox="0 0 ${days * 96} 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="shut" d="M0 0h${days * 96}v8H0z"/>${
    open && `<path class="open" d="${open}"/>`}<path class="lines" d="${lines}"/></svg>`;
}

const ALWAYS = bars([0, 96, 192, 288, 384, 480, 576].map((x) => `M${x} 0h96v8h-96z`).join(''), 7);

/** The table of deliveries with these rows. */
const notified = (...rows: [string, string][]) => (
  '<table class="week"><thead><tr><th scope="col">Notifies</th><th scope="col"><span class="unseen">Hours</span><span class="days" aria-hidden="true">'
  + '<span>Mon</span><span>Tue</span><span>Wed</span><span>Thu</span><span>Fri</span><span>Sat</span><span>Sun</span></span></th></tr></thead><tbody>'
  + `${rows.map(([channel, hours]) => `<tr><th scope="row">${channel}</th><td>${hours}</td></tr>`).join('')}</tbody></table>`);

const queryOf = (title: string, peek: string, sql = peek) => (
  `<details class="query"><summary><span>${title}</span> <code class="peek">${peek}</code></summary><pre><code>${sql}</code></pre></details>`);

describe('an item of the page', () => {
  test('has its project, facts and members', () => {
    const members = [{ kind: 'Alerts', links: [{ text: 'A', anchor: 'app/A' }, { text: 'B' }] }];
    const project = { ...ITEM, facts: [{ label: 'Visibility', value: 'a & b' }], members };
    expect(itemsOf('projects', { projects: [project] })).toBe(card('project', {
      facts: { 'Visibility': 'a &amp; b', 'Alerts (2)': '<a href="#app/A">A</a>, <code class="value">B</code>' },
    }));
    expect(itemsOf('others', { others: [{ ...ITEM, project: OPS, facts: [{ label: 'Vendor', value: 'X' }], kind: 'gateway provider' }] })).toBe(card('other', {
      badges: '<span class="badge ">gateway provider</span>', facts: { Project: '<a href="#app/Ops">Ops</a>', Vendor: 'X' },
    }));
  });

  test('has no path if these stacks do not create it', () => {
    expect(itemsOf('projects', { projects: [{ ...ITEM, path: '', address: '', members: [] }] })).toBe(
      '<article class="item" id="app/X" data-kind="project">\n<h3>{project}<a class="self" href="#app/X">X</a></h3>\n\n</article>\n');
  });
});

describe('an alert', () => {
  const ALERT = { ...ITEM, isActive: true, query: '', description: '', deliveries: [], hoursCovered: 168 };

  test('has its deliveries with their hours, the hours that are missing, and its query without indent', () => {
    const query = '\n    SELECT 1\n      FROM records\n\n    LIMIT 1\n  ';
    const deliveries = [{ channel: OPS, schedule: { text: 'Hours', anchor: 'app/Hours' }, week: WEEK }, { channel: { text: 'uuid' } }];
    expect(itemsOf('alerts', { alerts: [{ ...ALERT, query, description: ' Text. ', deliveries, hoursCovered: 159.96 }] })).toBe(card('alert', {
      body: `<p class="prose">Text.</p>${notified(
        ['<a href="#app/Ops">Ops</a>', `${bars('M36 0h32v8h-32z', 7)}<p><a href="#app/Hours">Hours</a>: Mon 09:00–17:00 <span class="zone">UTC</span></p>`],
        ['<code class="value">uuid</code>', `${ALWAYS}<p>at any time</p>`],
      )}<p class="note">Nobody is notified in 8 of the 168 hours of a week.</p>${
        queryOf('Query', 'SELECT 1\n      FROM records\n\n    LIMIT 1', 'SELECT 1\n  FROM records\n\nLIMIT 1')}`,
    }));
  });

  test('draws each day of a schedule in its place', () => {
    const days = [[], [], [{ from: 0, to: 60 }, OPEN], [], [], [], [{ from: 1080, to: 1081 }]];
    const deliveries = [{ channel: OPS, schedule: OPS, week: { ...WEEK, days } }];
    expect(itemsOf('alerts', { alerts: [{ ...ALERT, deliveries }] })).toContain(
      `${bars('M192 0h4v8h-4zM228 0h32v8h-32zM648 0h0.07v8h-0.07z', 7)}<p><a href="#app/Ops">Ops</a>: Wed 00:00–01:00 and 09:00–17:00, Sun 18:00–18:01 <span class="zone">UTC</span></p>`);
  });

  test.each<[string, object, string]>([
    ['all hours', { deliveries: [{ channel: OPS }] }, card('alert', { body: notified(['<a href="#app/Ops">Ops</a>', `${ALWAYS}<p>at any time</p>`]) })],
    ['hours that nobody knows', { deliveries: [{ channel: OPS, schedule: { text: 'uuid' } }], hoursCovered: undefined }, card('alert', {
      body: notified(['<a href="#app/Ops">Ops</a>', '<p><code class="value">uuid</code></p>']),
    })],
    ['nobody', { hoursCovered: 0 }, card('alert', { badges: '<span class="badge warn">notifies nobody</span>' })],
    ['nobody, while it is inactive', { isActive: false, hoursCovered: 0 }, card('alert', {
      badges: '<span class="badge ">inactive</span><span class="badge warn">notifies nobody</span>',
    })],
    ['a blank query', { query: ' ' }, card('alert', { badges: '<span class="badge warn">notifies nobody</span>', body: queryOf('Query', '', ' ') })],
    ['a query in one line', { query: '\tSELECT 1 ' }, card('alert', { badges: '<span class="badge warn">notifies nobody</span>', body: queryOf('Query', 'SELECT 1') })],
    ['a long query', { query: 'x'.repeat(200) }, card('alert', {
      badges: '<span class="badge warn">notifies nobody</span>', body: queryOf('Query', 'x'.repeat(160), 'x'.repeat(200)),
    })],
  ])('with %s', (_, props, html) => {
    expect(itemsOf('alerts', { alerts: [{ ...ALERT, ...props }] })).toBe(html);
  });
});

describe('a tier of an SLO', () => {
  const TIER = { name: 'fast', urgency: 'page', burnRate: 14.4, longWindow: 3600, shortWindow: 300, routing: 'nobody' as const, deliveries: [] };
  const SLO = { ...ITEM, target: '99', rollingWindow: '30d', description: 'Checkout', totalQuery: 'true', badQuery: 'is_exception', tiers: [] };
  const reach = { badPercent: 1.44, secondsToFire: 52, secondsToSpend: 180_000 };
  const fires = '<p>Fires when <strong>1.44 % of the events</strong> are bad, over 1 h and over 5 min (burn rate 14.4). An outage fires it after 52 s.</p>';

  test.each<[string, object, string]>([
    ['what it catches, and who is notified', { routing: 'deliveries', deliveries: [{ channel: OPS }], reach },
      `${fires}<p>At this rate, the error budget lasts 2 d 2 h.</p>${notified(['<a href="#app/Ops">Ops</a>', `${ALWAYS}<p>at any time</p>`])}`],
    ['a rolling window that is known only at apply', { reach: { ...reach, secondsToSpend: undefined } }, `${fires}<p>Notifies nobody.</p>`],
    ['a target that is never missed', { reach: { badPercent: 144, secondsToSpend: 42_000 } },
      '<p class="note">Can never fire: with this target, not even an outage reaches the burn rate of 14.4.</p><p>Notifies nobody.</p>'],
    ['a target that is known only at apply', { routing: 'unmanaged' },
      '<p>Fires when the error budget burns too fast, over 1 h and over 5 min (burn rate 14.4).</p><p>Keeps the channels configured in the Logfire UI.</p>'],
  ])('says %s', (_, props, html) => {
    expect(itemsOf('slos', { slos: [{ ...SLO, tiers: [{ ...TIER, ...props }] }] })).toBe(card('slo', {
      body: `<p class="prose">Checkout</p><div class="tiers"><section class="tier"><h4>fast <span class="badge ">page</span></h4>${html}</section></div>${
        queryOf('All events', 'true')}${queryOf('Bad events', 'is_exception')}`,
    }));
  });
});

test('a schedule has its hours, drawn and for those who do not see them, and who uses it', () => {
  const days = [[{ from: 0, to: 1440 }], [OPEN, { from: 1080, to: 1086 }], [], [OPEN], [OPEN], [], []];
  const row = (day: string, rest: string, open: string, words: string) => (
    `<tr><th scope="row">${day}<span class="unseen">${rest}</span></th><td>${bars(open)}<span class="unseen">${words}</span></td></tr>`);
  expect(itemsOf('schedules', { schedules: [{ ...ITEM, week: { ...WEEK, days }, users: [OPS, { text: 'B', anchor: 'app/B' }] }] })).toBe(card('schedule', {
    facts: {
      'Open': 'Mon all day, Tue 09:00–17:00 and 18:00–18:06, Thu–Fri 09:00–17:00',
      'Used by': '<a href="#app/Ops">Ops</a>, <a href="#app/B">B</a>',
    },
    body: '<table class="grid"><thead><tr><th scope="col"><span class="unseen">Day</span></th><th scope="col"><span class="unseen">Hours</span><span class="hours" aria-hidden="true">'
      + `<span>0</span><span>6</span><span>12</span><span>18</span><span>24</span></span></th></tr></thead><tbody>${[
        row('Mon', 'day', 'M0 0h96v8h-96z', 'all day'),
        row('Tue', 'sday', 'M36 0h32v8h-32zM72 0h0.4v8h-0.4z', '09:00–17:00 and 18:00–18:06'),
        row('Wed', 'nesday', '', 'never'),
        row('Thu', 'rsday', 'M36 0h32v8h-32z', '09:00–17:00'),
        row('Fri', 'day', 'M36 0h32v8h-32z', '09:00–17:00'),
        row('Sat', 'urday', '', 'never'),
        row('Sun', 'day', '', 'never'),
      ].join('')}</tbody></table>`,
  }));
});

test.each([
  [true, [OPS], '', '<a href="#app/Ops">Ops</a>'],
  [false, [], '<span class="badge warn">inactive</span>', 'nothing here'],
])('a channel says whether it is active and what uses it: %j, %j', (isActive, users, badges, used) => {
  expect(itemsOf('channels', { channels: [{ ...ITEM, isActive, users }] })).toBe(card('channel', { badges, facts: { 'Used by': used } }));
});

describe('a dashboard', () => {
  test('has its layout, which leads to its panels with their texts and queries', () => {
    const PANEL = { key: 'k', title: 'K', kind: 'table', description: 'About', x: 0, y: 0, width: 12, height: 1, queries: ['SELECT 1', 'SELECT 2'], text: '' };
    const NOTE = { ...PANEL, title: 'N', kind: 'Markdown', description: '', queries: [], text: '# Hi' };
    const sections = [{ title: '', isClosed: false, panels: [PANEL] }, { title: 'S', isClosed: false, panels: [NOTE] }];
    const panelOf = (anchor: string, y: number, title: string) => (
      `<a href="#${anchor}" tabindex="-1"><rect class="panel" x="16" y="${y}" width="452" height="18" rx="6"/><text class="title" x="26" y="${y + 20}">${title}</text></a>`);
    expect(itemsOf('dashboards', { dashboards: [{ ...ITEM, drawn: { name: 'D', sections }, panelAnchors: [['a/1'], ['a/2']] }] })).toBe(card('dashboard', {
      body: `<div class="frame" role="region" aria-label="Layout of X" tabindex="0"><svg class="drawn" viewBox="0 0 944 160" aria-hidden="true" focusable="false">
<text class="section" x="16" y="32">▾ </text><path class="rule" d="M16 42h912"/>
${panelOf('a/1', 50, 'K')}
<text class="section" x="16" y="104">▾ S</text><path class="rule" d="M16 114h912"/>
${panelOf('a/2', 122, 'N')}
</svg></div><ul class="panels"><li id="a/1"><strong>K</strong> <span class="kind">table</span><p class="prose">About</p>${
  queryOf('Query', 'SELECT 1')}${queryOf('Query', 'SELECT 2')
}</li></ul><h4>S</h4><ul class="panels"><li id="a/2"><strong>N</strong> <span class="kind">Markdown</span><p class="prose"># Hi</p></li></ul>`,
    }));
  });

  test('whose definition is known only at apply has no layout', () => {
    expect(itemsOf('dashboards', { dashboards: [{ ...ITEM, panelAnchors: [] }] })).toBe(card('dashboard'));
  });
});

describe('a credential', () => {
  const TOKEN = { ...ITEM, kind: 'write token', scopes: [], expiry: 'never', neverExpires: true, rotation: 'none', sinks: [] };

  test.each<[string, object, string, { [label: string]: string }]>([
    ['that never expires', { reason: 'devices' }, '<span class="badge ">write token</span><span class="badge warn">never expires</span>',
      { 'Expires': 'never (devices)', 'Rotation': 'none', 'Stored in': 'the state only' }],
    ['of a browser, which never expires', { kind: 'frontend token' }, '<span class="badge ">frontend token</span>',
      { 'Expires': 'never', 'Rotation': 'none', 'Stored in': 'the state only' }],
    ['with scopes and secret stores', {
      kind: 'api key', scopes: ['a', 'b'], expiry: '90 d', neverExpires: false, rotation: 'every 30d', sinks: [{ sink: 'Vault', path: 'kv/x' }, { sink: 'SSM', path: '/x' }],
    }, '<span class="badge ">api key</span>',
    { 'Scopes': '<code>a</code>, <code>b</code>', 'Expires': '90 d', 'Rotation': 'every 30d', 'Stored in': 'Vault <code>kv/x</code>, SSM <code>/x</code>' }],
  ])('%s', (_, props, badges, facts) => {
    expect(itemsOf('credentials', { credentials: [{ ...TOKEN, ...props }] })).toBe(card('credential', { badges, facts }));
  });
});

describe('what was found', () => {
  test('is a list of warnings, with and without a rule and a place on the page', () => {
    const findings = [{ path: 'app/A', anchor: 'app/A', rule: 'Q4', message: 'M' }, { path: 'app', rule: '', message: 'N' }];
    expect(itemsOf('findings', { findings })).toBe(
      '<article class="item" data-kind="finding"><h3>{finding}<span><span class="badge ">Q4</span><a href="#app/A">app/A</a></span></h3><p class="prose">M</p></article>\n'
      + '<article class="item" data-kind="finding"><h3>{finding}<span><code class="value">app</code></span></h3><p class="prose">N</p></article>\n');
  });

  test('is what policies apply, and what suppressions accept', () => {
    const accepted = [{ path: 'app/A/B', anchor: 'app/A', rule: 'R', message: 'M' }, { path: 'app', rule: 'R', message: 'N' }];
    const suppressions = [{ path: 'app/A', anchor: 'app/A', rule: 'R', reason: 'a trial', accepted }, { path: 'app', rule: 'Q4', accepted: [] }];
    expect(sectionOf('policies', { policies: [{ rule: 'R', path: '' }, { rule: 'S', path: 'app' }], suppressions })).toBe(
      '<p>Applied: <code>R</code>, <code>S</code> (in app). Nothing violates them, except for what these suppressions accept.</p><div class="items">'
      + '<article class="item" data-kind="policy"><h3>{policy}<span><span class="badge ">R</span><a href="#app/A">app/A</a></span></h3><p class="prose">a trial</p>'
      + '<ul class="accepted"><li><a href="#app/A">app/A/B</a>: M</li><li><code class="value">app</code>: N</li></ul></article>\n'
      + '<article class="item" data-kind="policy"><h3>{policy}<span><span class="badge ">Q4</span><code class="value">app</code></span></h3>'
      + '<p>Accepted with ignoredLintRules, which has no reasons.</p></article>\n');
  });

  test('is said to be nothing otherwise', () => {
    expect(sectionOf('findings', {})).toBe('<p>Synth warned about nothing.</p><div class="items">');
    expect(sectionOf('policies', {})).toBe('<p>No policy is applied.</p><div class="items">');
  });
});

describe('around its items, the page', () => {
  const other = (index: number) => ({ ...ITEM, anchor: `app/${index}`, kind: 'organization' });

  test('has a title, the search, its contents and the data', () => {
    const review: Review = { ...EMPTY, others: [{ ...ITEM, name: '<b>\u202e', kind: 'organization' }] };
    const [frame, data] = reviewPage(review).replace(iconSheet().text, '').replace(/<main.*<\/main>/s, '').split('<script type="application/json" id="data">');
    const entry = (anchor: string, icon: string, label: string, count: number) => (
      `<li><a href="#${anchor}"><svg class="icon" aria-hidden="true" focusable="false"><use href="#icon-${icon}"/></svg><span>${label}</span> <span class="count">${count}</span></a></li>`);
    expect(frame.replace(/sha256-[^']*/g, 'HASH')).toBe(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'HASH'; script-src 'HASH'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Logfire review</title>
<style>${STYLE}</style>
</head>
<body id="top">
<a class="skip" href="#main">Skip to the content</a>

<header class="head"><h1>Logfire review</h1>
<p>Stack app. What the program is about to create in Logfire. A value that is known only at apply is a Terraform expression.</p></header>
<div class="tools" role="search" hidden>
<label class="unseen" for="search">Search</label><input id="search" type="search" placeholder="Search names, paths and queries" autocomplete="off" spellcheck="false">
<fieldset><legend>Only</legend><!--changes:kind--><label><input type="checkbox" name="kind" value="other"><span>Others</span></label></fieldset>
<button type="button" id="queries" aria-pressed="false">Open all queries</button>
<p role="status" id="status"></p>
</div>
<div class="columns">
<nav aria-label="Contents"><ul><!--changes:contents-->${
  entry('others', 'other', 'Others', 1)}${entry('findings', 'finding', 'Warnings', 0)}${entry('policies', 'policy', 'Policies', 0)}</ul></nav>

</div>
`);
    expect(data).toBe(`${JSON.stringify(review).replace('<b>\u202e', '\\u003cb\\u003e\\u202e')}</script>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`);
    expect(STYLE).toContain(':root{color-scheme:light dark;');
    expect(SCRIPT).toContain("'use strict';");
  });

  test('has the sections in the order of its contents, each with a heading and its count', () => {
    const item = {
      ...ITEM,
      kind: 'organization',
      members: [],
      isActive: true,
      query: '',
      description: '',
      deliveries: [],
      hoursCovered: 168,
      target: '',
      rollingWindow: '',
      totalQuery: '',
      badQuery: '',
      tiers: [],
      week: WEEK,
      users: [],
      panelAnchors: [],
      scopes: [],
      expiry: '',
      neverExpires: false,
      rotation: '',
      sinks: [],
    };
    const kinds = ['projects', 'alerts', 'slos', 'schedules', 'channels', 'dashboards', 'credentials', 'others'];
    const html = reviewPage({ ...EMPTY, ...Object.fromEntries(kinds.map((kind) => [kind, [item, item]])) });
    expect([...html.matchAll(/<section class="part" id="(\w+)" aria-labelledby="\1-title"><h2 id="\1-title">(.*) <span class="count">(\d)<\/span><\/h2>/g)]
      .map(([, anchor, title, count]) => [anchor, title, count])).toEqual([
      ['projects', 'Projects', '2'], ['alerts', 'Alerts', '2'], ['slos', 'Service level objectives', '2'], ['schedules', 'Schedules', '2'],
      ['channels', 'Channels', '2'], ['dashboards', 'Dashboards', '2'], ['credentials', 'Credentials', '2'], ['others', 'Other resources', '2'],
      ['findings', 'Warnings', '0'], ['policies', 'Policies and suppressions', '0'],
    ]);
    expect([...html.matchAll(/name="kind" value="(\w+)"><span>(\w+)</g)].map(([, kind, label]) => [kind, label])).toEqual([
      ['project', 'Projects'], ['alert', 'Alerts'], ['slo', 'SLOs'], ['schedule', 'Schedules'], ['channel', 'Channels'], ['dashboard', 'Dashboards'],
      ['credential', 'Credentials'], ['other', 'Others'],
    ]);
  });

  test('can be searched for warnings and policies, if there are some', () => {
    const html = reviewPage({
      ...EMPTY, findings: [{ path: 'app', rule: '', message: 'M' }], suppressions: [{ path: 'app', rule: 'Q4', accepted: [] }],
    });
    expect([...html.matchAll(/name="kind" value="(\w+)"><span>(\w+)</g)].map(([, kind, label]) => [kind, label])).toEqual([
      ['finding', 'Warnings'], ['policy', 'Policies'],
    ]);
  });

  test.each([
    [['one', 'two'], '<p>2 stacks: one, two. What the program is about'],
    [['one'], '<p>Stack one. What the program is about'],
  ])('names the stacks %j', (stacks, text) => {
    expect(reviewPage({ ...EMPTY, stacks })).toContain(text);
  });

  test('of a stack has its path in the title, and not the list of stacks', () => {
    const html = reviewPage({ ...EMPTY, path: 'shop/<app>' });
    expect(html).toContain('<title>Logfire review of shop/&lt;app&gt;</title>');
    expect(html).toContain('<h1>Logfire review of shop/&lt;app&gt;</h1>\n<p>What the program is about');
  });

  test.each([[100, '<body id="top">'], [101, '<body id="top" class="many">']])('is drawn as needed with many items: %d', (count, body) => {
    expect(reviewPage({ ...EMPTY, others: Array.from({ length: count }, (_, index) => other(index)) })).toContain(body);
  });

  test('has each icon that it uses', () => {
    const { text } = iconSheet();
    expect(text).toMatch(/^<svg class="sheet" aria-hidden="true">(?:<symbol id="icon-\w+" viewBox="0 0 24 24"><path d="M[^"]+"\/><\/symbol>){11}<\/svg>$/);
    expect([...text.matchAll(/id="icon-(\w+)"/g)].map(([, name]) => name)).toEqual([
      'change', 'project', 'alert', 'schedule', 'channel', 'slo', 'dashboard', 'credential', 'other', 'finding', 'policy',
    ]);
  });
});
