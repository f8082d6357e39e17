import { createHash } from 'node:crypto';
import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as fc from 'fast-check';
import { LogfireProject, SecretValue } from '../../src';
import { redacted, secretIn, shown } from '../../src/core/redaction';
import { cleanUp, newApp } from '../synth';

afterEach(cleanUp);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const textOf = (alphabet: string, minLength: number, maxLength: number) => (
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((characters) => characters.join(''))
);
/** Evenly distributed, as the bytes of a secret are and those of an arbitrary of fast-check are not. */
const bytes = fc.tuple(fc.nat(), fc.integer({ min: 24, max: 48 })).map(([seed, length]) => createHash('sha512').update(String(seed)).digest().subarray(0, length));
const hex = bytes.map((some) => some.toString('hex'));
const random = bytes.map((some) => [...some].map((byte) => LETTERS[byte % LETTERS.length]).join(''));
/** Hashes of numbers: secrets of nobody. One in some thousands is too much like a word, so the runs are the same each time. */
const RUNS = { numRuns: 300, seed: 12 };
const SECRETS: readonly (readonly [name: string, secret: fc.Arbitrary<string>])[] = [
  ['a Logfire token', random.map((text) => `pylf_v1_us_${text}`)],
  ['a Logfire token of the second form', random.map((text) => `pylf_v2_eu_00000000-0000-4000-8000-000000000001_${text}`)],
  ['a Slack webhook', textOf(LETTERS, 8, 24).map((text) => `https://hooks.slack.com/services/T0/B0/${text}`)],
  ['an address with a password', textOf(`${LETTERS}!%&*+$`, 1, 20).map((text) => `https://admin:${text}@logfire.example.com`)],
  ['an address with a password of another scheme', textOf(LETTERS, 1, 20).map((text) => `postgres://admin:${text}@db.example.com/app`)],
  ['an address with a password that has slashes', textOf(LETTERS, 2, 9).map((text) => `https://admin:x${text}/y${text}@logfire.example.com`)],
  ['an address with a key', random.map((text) => `https://example.com/hook?access_token=${text}`)],
  ['a random text', random],
  ['hex digits', hex],
  ['hex digits in upper case', hex.map((text) => text.toUpperCase())],
  ['Base64', bytes.map((some) => some.toString('base64'))],
  ['Base64 for addresses', bytes.map((some) => some.toString('base64url'))],
];
/** What an error may say around it. */
const AROUND: readonly ((secret: string) => string)[] = [
  (secret) => `app/Shop: baseUrl must be an address, got ${JSON.stringify(secret)}; leave it out`,
  (secret) => `app/${secret}/Token: projectName must be short; shorten it`,
  (secret) => JSON.stringify({ a: [{ b: `first\n${secret}\nlast` }] }),
  (secret) => JSON.stringify(JSON.stringify([`\t${secret}`])),
  (secret) => `[app] app/One: a\n  [app] app/Two: ${secret}`,
  (secret) => `(${secret})`,
];

describe('a secret is not shown', () => {
  test.each(SECRETS)('%s', (_name, secrets) => {
    fc.assert(fc.property(secrets, fc.constantFrom(...AROUND), (secret, around) => {
      const told = redacted(around(secret));
      for (const part of [secret, JSON.stringify(secret).slice(1, -1), secret.slice(-Math.min(secret.length, 16))]) {
        expect(told.includes(part)).toBe(false);
      }
      expect(redacted(told)).toBe(told);
      expect(shown(secret)).toBe('a string that looks like a secret, not shown');
      expect(shown({ list: [secret], [secret]: 1 }).includes(secret)).toBe(false);
    }), RUNS);
  });

  test.each([
    'xoxb-notarealtoken', 'xapp-notarealtoken', 'AKIAAAAAAAAAAAAAAAAA', `ghp_${'a1B2'.repeat(9)}`, `github_pat_${'a1B2'.repeat(6)}`, 'glpat-x9Qz7Lk2Vb4Nm8Tw',
    'sk-proj-x9Qz7Lk2Vb4Nm8Tw', 'sk_test_x9Qz7Lk2Vb4Nm8Tw', 'hvs.x9Qz7Lk2Vb4Nm8Tw', 'eyJhbGciOiJub25lIn0.eyJub3QiOiJyZWFsIn0.', 'Bearer x9Qz7Lk2', 'password=x9Qz7Lk2',
    'api_key: "x9Qz7Lk2"', '-----BEGIN PRIVATE KEY-----\nbm90IHJlYWw=\n-----END PRIVATE KEY-----', 'Tr0ub4dor&3!zQ', 'https://events.pagerduty.com/integration/notreal/enqueue',
    'https://api.opsgenie.com/v1/json?apiKey=notrealkey', 'https://discord.com/api/webhooks/1/notreal', 'https://example.webhook.office.com/notreal',
  ])('%s', (secret) => {
    expect(redacted(`got ${JSON.stringify(secret)}`).includes(secret)).toBe(false);
    expect(shown(secret)).toBe('a string that looks like a secret, not shown');
  });
});

test.each([
  // By form.
  ['pylf_v1_us_a1b2c3d4', '(a Logfire token)'],
  ['pylf_v1_us_a1b2c', 'pylf_v1_us_a1b2c'],
  ['https://hooks.slack.com/services/T0/B0/abcdef', '(a Slack webhook address)'],
  ['https://hooks.slack-gov.com/workflows/abcdef', '(a Slack webhook address)'],
  ['https://hooks.slack.com/services/abcde', 'https://hooks.slack.com/services/abcde'],
  ['xoxb-notarealtoken', '(a Slack token)'],
  ['xapp-notarealtoken', '(a Slack token)'],
  ['https://events.eu.pagerduty.com/integration/notreal/enqueue', '(a PagerDuty integration address)/enqueue'],
  ['https://api.eu.opsgenie.com/v1/json?apiKey=notrealkey', '(an Opsgenie address with its key)'],
  ['https://discordapp.com/api/webhooks/1/notreal', '(a Discord webhook address)'],
  ['https://example.webhook.office.com/notreal', '(a Teams webhook address)'],
  ['see postgres://admin:x@db.example.com/app now', 'see (an address with a password) now'],
  ['https://host:8080/@user', 'https://host:8080/@user'],
  ['https://example.com/hook?a=b&access_token=x7Gk2Lp9&c=d', '(an address with a key)&c=d'],
  ['AKIAAAAAAAAAAAAAAAAA', '(an AWS access key)'],
  ['AKIAAAAAAAAAAAAAAAAAB', 'AKIAAAAAAAAAAAAAAAAAB'],
  [`ghp_${'a1B2'.repeat(9)}`, '(a GitHub token)'],
  ['glpat-x9Qz7Lk2Vb4Nm8Tw', '(a GitLab token)'],
  ['glpat-overviewoverview', 'glpat-overviewoverview'],
  ['sk-proj-x9Qz7Lk2Vb4Nm8Tw', '(an API key)'],
  ['sk-overview-of-services', 'sk-overview-of-services'],
  ['hvs.x9Qz7Lk2Vb4Nm8Tw', '(an API key)'],
  ['eyJhbGciOiJub25lIn0.eyJub3QiOiJyZWFsIn0.', '(a JSON web token)'],
  ['a -----BEGIN PRIVATE KEY-----\nbm90\n-----END PRIVATE KEY----- b', 'a (a private key) b'],
  // After a name.
  ['token=overview', 'token=overview'],
  ['token=x7Gk2Lp9', '(a secret)'],
  ['token: x7Gk2Lp9, next', '(a secret), next'],
  ['{"password":"x7Gk2Lp9"}', '{"(a secret)"}'],
  ['Bearer overview', 'Bearer overview'],
  ['Authorization=Bearer x7Gk2Lp9', 'Authorization=(a secret)'],
  // Because they are random.
  ['x9Qz7Lk2Vb4Nm8Tw', '(a secret)'],
  ['x9Qz7Lk2Vb4Nm8T', 'x9Qz7Lk2Vb4Nm8T'],
  ['0123456789abcdef', '(a secret)'],
  ['3F2A9B1C4D5E6F70', '(a secret)'],
  ['deadbeefdeadbeef', 'deadbeefdeadbeef'],
  ['1234567890123456', '1234567890123456'],
  ['aaaaaaaaaaaaaaaa1', 'aaaaaaaaaaaaaaaa1'],
  ['abcdefghijklmnopqrst', 'abcdefghijklmnopqrst'],
  ['qzxjkvbwpfqzxjkvbw', '(a secret)'],
  ['app/x9Qz7Lk2Vb4Nm8Tw/Token', 'app/(a secret)/Token'],
  ['a/x9Qz7Lk2Vb4Nm8Tw-part/b', 'a/(a secret)/b'],
  ['00000000-0000-4000-8000-000000000001x9Qz7Lk2Vb4Nm8Tw', '(a secret)'],
  ['dGhpcyBpcyBhIHRlc3Q=', '(a secret)'],
  ['dGhpcyBpcyBhIHRlc3QgdGV4dA==', '(a secret)'],
  ['VaultKvSinkPropsOfLogfire', 'VaultKvSinkPropsOfLogfire'],
  ['k8s-service-in-production-eu', 'k8s-service-in-production-eu'],
  ['a-b_c-d_e-f_g-h_i-j_k-l_m', 'a-b_c-d_e-f_g-h_i-j_k-l_m'],
  ['a Tr0ub4dor&3!zQ b', 'a (a secret) b'],
  ['Tr0ub4dor&3zQaa', 'Tr0ub4dor&3zQaa'],
])('%s is told as %s', (text, told) => {
  expect(redacted(text)).toBe(told);
});

// Near a limit: with a slightly different heuristic, each would be told in the other way.
test.each([
  // In pieces, which stay if each of them is a word or a number.
  ['vwwzw95-S-YQYUT-v77beta2-Joacuz', 'vwwzw95-S-YQYUT-v77beta2-Joacuz'],
  ['QxzJqk-QXzk-k12s-zvx-wqj-xkz7-vqz', 'QxzJqk-QXzk-k12s-zvx-wqj-xkz7-vqz'],
  ['a1b_Y_SSBXP_v19beta60_In_Vfcok', 'a1b_Y_SSBXP_v19beta60_In_Vfcok'],
  ['Nfdpfb/i9r-Ji_j59s_EGWND_57vTo2cU9', 'Nfdpfb/i9r-Ji_j59s_EGWND_57vTo2cU9'],
  ['wwv_v_zbayimma22utp5c_br3ma2iyu6', '(a secret)'],
  ['xf=0i8MxPI=rr7=TGL=Jihxue=sj3', '(a secret)'],
  ['iRhly-8s4og4ssswsf3nu=', '(a secret)'],
  // Upper and lower case in turns.
  ['gioevv22QIIEHiGOKe', '(a secret)'],
  ['ZSiZnRMIUIAsLlnTCCCK', '(a secret)'],
  ['heWheKZJseaYYaUYYAIU', 'heWheKZJseaYYaUYYAIU'],
  // Base64 by its length, its plus or its padding.
  ['k6f_vjk/v1beta2=', '(a secret)'],
  ['Ai3FpIuweWwK+kwj', '(a secret)'],
  ['QGU/oSISC0+SCGul', 'QGU/oSISC0+SCGul'],
  ['OverView_Tzhxf_qjzvxj_vxvvv==', 'OverView_Tzhxf_qjzvxj_vxvvv=='],
  ['rk=7bf376444=Xqz', 'rk=7bf376444=Xqz'],
  // Hex digits in pieces, and too few different ones.
  ['ba518e8~bf37bf37b_e6e2a2a2a2', '(a secret)'],
  ['6ee6e6e1d4444f3/qkxzkz', '6ee6e6e1d4444f3/qkxzkz'],
  // A UUID with more after it.
  ['00000000-0000-4000-8000-000000000001-KKSaAmg4Gk0oOwf1', '00000000-0000-4000-8000-000000000001(a secret)'],
  ['00000000-0000-4000-8000-000000000001etoha-', '00000000-0000-4000-8000-000000000001etoha-'],
  // After a name.
  ['Basic v93beta82', '(a secret)'],
  // Passwords with all four kinds of characters, and others.
  ['r5%3h86V5GN@', '(a secret)'],
  ['a Abc1!cdefgh$', 'a (a secret)'],
  ['PD5L$#OW4BV2', 'PD5L$#OW4BV2'],
  ['1hl$##4w#44r', '1hl$##4w#44r'],
])('near a limit, %s is told as %s', (text, told) => {
  expect(redacted(text)).toBe(told);
});

test.each([
  [`pylf_v1_us_${'a1'.repeat(8)}`, 'a Logfire token'], ['a xoxb-notarealtoken', 'a Slack token'], ['https://u:p@example.com', 'an address with a password'],
  ['pylf_v1_us_________', undefined], ['token=x7Gk2Lp9', undefined], ['shop', undefined],
])('%s is %s', (text, kind) => {
  expect(secretIn(text)).toBe(kind);
});

const word = fc.constantFrom(
  'checkout', 'Service', 'OAuth2', 'k8s', 'http', 'eu-west-1', 'Donaudampfschiff', 'production', 'Kubernetes', 'v1beta1', 'LogfireRotatingGatewayApiKey', 'x86', 'p99',
  'BigQuery', 'zwischenspeicher', 'authentification', 'almacenamiento', 'SHOP', 'S3', '2027', 'sha256', 'URL', 'JSON', 'overview', 'TokenExpiry', 'api-key', 'password',
);
const uuid = fc.uuid();
const ORDINARY: readonly (readonly [name: string, text: fc.Arbitrary<string>])[] = [
  ['names', fc.tuple(fc.array(word, { minLength: 1, maxLength: 5 }), fc.constantFrom('-', '_', ' ', '.', '/')).map(([words, between]) => words.join(between))],
  ['placeholders', fc.tuple(fc.constantFrom('x', 'X', '0', 'a', '*', '.'), fc.integer({ min: 1, max: 60 })).map(([letter, length]) => letter.repeat(length))],
  ['UUIDs', fc.tuple(uuid, uuid).map((ids) => ids.join('/'))],
  ['instants', fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2200-01-01') }).map((date) => date.toISOString())],
  ['paths', fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `/var/lib/${words.join('/')}.json`)],
  ['addresses', fc.tuple(word, word, uuid).map(([a, b, id]) => `https://${a}.example.com:8443/${b}/${id}?tab=${a}&token=overview#top`)],
  ['ARNs', fc.tuple(word, uuid).map(([name, id]) => `arn:aws:kms:eu-west-1:123456789012:key/${id} arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/${name}-AbCdEf`)],
  ['SQL', fc.tuple(word, fc.integer()).map(([name, count]) => `SELECT approx_percentile_cont(duration, 0.99) AS p99 FROM records WHERE attributes->>'http.route' LIKE '%${name}%' AND token = 'x' AND n>=${count}`)],
  ['Terraform', word.map((name) => `\${length(logfire_write_token.app-${name}_Token_3F2A9B1C.token)} and \${TfToken[TOKEN.123]}`)],
  ['patterns for secrets', fc.constantFrom('pylf_v1_us_________', 'https://hooks.slack.com/services/%', 'https://hooks.slack.com/services/<path>', 'pylf_v1_eu_…', 'xoxb-%')],
  ['ids', fc.constantFrom('C0123456789', 'PABC123', 'app_Shop_Token_3F2A9B1C', 'user@example.com', 'git@github.com:a/b.git', 'ssh://git@github.com/a/b', '#oncall @team')],
];

describe('an ordinary text stays', () => {
  test.each(ORDINARY)('%s', (_name, texts) => {
    fc.assert(fc.property(texts, (text) => {
      const message = `app/Shop: name must be short, got ${JSON.stringify(text)}; shorten it`;
      expect(redacted(message)).toBe(message);
      expect(secretIn(text)).toBeUndefined();
      expect(shown(text.replace(/\$\{Tf.*$/, '').slice(0, 100))).toBe(JSON.stringify(text.replace(/\$\{Tf.*$/, '').slice(0, 100)));
    }), { numRuns: 300 });
  });

  test('what the library says is not taken for a secret', () => {
    // `errors.test.ts` and others compare whole texts; this one has the longest names.
    const text = 'expiry must be TokenExpiry.after for rotating LogfireRotatingGatewayApiKey, SecretValue.fromAttribute, EnvironmentFormat.OPEN_TELEMETRY';
    expect(redacted(text)).toBe(text);
  });
});

test('the time grows with the length, whatever the text', () => {
  const beginnings = ['https://', 'https://?', 'x://a:', 'sk-', 'aA1!', 'eyJ', 'token=', '-----BEGIN PRIVATE KEY-----', 'https://a.webhook.office.com', 'pylf_v1_'];
  const started = Date.now();
  beginnings.forEach((beginning) => redacted(beginning.repeat(100_000 / beginning.length)));
  expect(Date.now() - started).toBeLessThan(5_000);
});

describe('shown', () => {
  class Shop {}

  test.each<[unknown, string]>([
    [undefined, 'undefined'], [null, 'null'], [NaN, 'NaN'], [-Infinity, '-Infinity'], [1.5, '1.5'], [true, 'true'], [3n, '3n'], [Symbol('x'), 'a symbol'],
    ['', '""'], ['a "b"\n', '"a \\"b\\"\\n"'], ['x'.repeat(121), `"${'x'.repeat(119)}…"`], [() => 1, 'a function'], [Shop, 'the function Shop'], [new Shop(), 'a Shop'],
    [new Map(), 'a Map'], [[], '[]'], [[1, 'a', null], '[1, "a", null]'], [{}, '{}'], [{ a: { b: 1 } }, '{"a": {"b": 1}}'], [Object.create(null), '{}'],
    [[[[[1]]]], '[[[[…]]]]'], [{ a: { b: { c: { d: 1 } } } }, '{"a": {"b": {"c": {…}}}}'], [[1, 2, 3, 4, 5, 6, 7, 8, 9], '[1, 2, 3, 4, 5, 6, 7, 8, …]'],
    [{ apiKey: 'x', routing_key: 'y', token: 'z', other: 'o' }, '{"apiKey": (not shown), "routing_key": (not shown), "token": (not shown), "other": "o"}'],
    [SecretValue.unsafePlainText('not-a-real-secret'), 'a SecretValue'],
    ['x'.repeat(120), `"${'x'.repeat(120)}"`], [[1, 2, 3, 4, 5, 6, 7, 8], '[1, 2, 3, 4, 5, 6, 7, 8]'], [[[[[]]]], '[[[[]]]]'], [{ a: { b: { c: {} } } }, '{"a": {"b": {"c": {}}}}'],
    [Object.fromEntries([...'abcdefghi'].map((name) => [name, 1])), '{"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1, …}'],
    [Object.fromEntries([...'abcdefgh'].map((name) => [name, 1])), '{"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1}'],
    [{ authKey: 'x', auth_key: 'y', routingKey: 'z', headersCount: 'o' }, '{"authKey": (not shown), "auth_key": (not shown), "routingKey": (not shown), "headersCount": "o"}'],
    [{ token: 5, tokens: 'x', headers: 'y', myheaders: 'z', Password: 'p' }, '{"token": 5, "tokens": "x", "headers": (not shown), "myheaders": "z", "Password": (not shown)}'],
    [new (class Apple {})(), 'an Apple'], [new (class {})(), 'an object'], [new (class ide {})(), 'an ide'], [Object.create({}), 'an Object'],
    [{ node: { path: 'app/X' } }, '{"node": {"path": "app/X"}}'], [Object.assign(new Shop(), { node: { path: '' } }), 'a Shop'], [Object.assign(new Shop(), { node: { path: 5 } }), 'a Shop'],
    [[`pylf_v1_eu_${'x1Y2'.repeat(10)}`], '[(a string that looks like a secret, not shown)]'], [Object.assign(new Shop(), { node: { path: 'app/X' } }), 'a Shop app/X'],
  ])('%p', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  test('a construct by its path, a circle by its beginning, a value of apply by that', () => {
    const stack = new TerraformStack(newApp(), 'app');
    const variable = new TerraformVariable(stack, 'v', {});
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(shown(LogfireProject.fromProjectId(stack, 'Shop', '00000000-0000-4000-8000-000000000001'))).toMatch(/^an? \w+ app\/Shop$/);
    expect(shown(circle)).toBe('{"self": {"self": {"self": {…}}}}');
    for (const value of [variable.stringValue, variable.numberValue, variable.listValue, variable.value, Token.asAnyMap(variable.value)]) {
      expect(shown(value)).toBe('a value that is known only at apply');
    }
    expect(shown({ a: variable.value })).toBe('{"a": (a value that is known only at apply)}');
    expect(shown(variable.numberValue * 2)).toBe('a number that the program computed from one that is known only at apply');
  });

  test('an object that cannot be looked into', () => {
    expect(shown(new Proxy({}, { ownKeys: () => { throw new Error('no'); } }))).toBe('an object');
    expect(shown({ get a() { throw new Error('no'); } })).toBe('an object');
  });
});
