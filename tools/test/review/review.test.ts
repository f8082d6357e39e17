import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { HtmlRenderer, Parser, type Node } from 'commonmark';
import * as fc from 'fast-check';
import { changeOf, fileWith, planJson, written } from './plans';
import { LogfireAlert, LogfireProject, LogfireProvider, LogfireReview, TokenRotation, LogfireWriteToken } from '../../../src';
import { cleanUp, newApp } from '../../../test/synth';
import { pageWithChanges } from '../../src/review/html';
import { markdownOf } from '../../src/review/markdown';
import { readPage, stackOf } from '../../src/review/page-data';
import { parsePlan } from '../../src/review/plan';
import { readChanges } from '../../src/review/read-changes';
import { withoutSecrets } from '../../src/review/without-secrets';
import { COMMITTED_SCHEMA } from '../../src/stand-in';
import { inProcess } from '../tool';

jest.setTimeout(60_000);
afterEach(cleanUp);

const ID = '00000000-0000-4000-8000-000000000001';
const PEM = ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ');

const changesIn = (text: string) => withoutSecrets(readChanges([{ plan: parsePlan('plan.json', text), label: '', items: new Map() }]));
const markdown = (...changes: readonly object[]) => markdownOf(changesIn(planJson(changes)));
const projectIn = (app: App, id: string) => {
  const stack = new TerraformStack(app, id);
  new LogfireProvider(stack, 'Logfire');
  return project(stack);
};
const project = (stack: TerraformStack) => new LogfireProject(stack, 'Shop', { deletionProtection: false });

/** A page, and the addresses of what is on it. */
function shopPage(build: (stack: TerraformStack) => void) {
  const { page: file, stack } = written(build);
  const page = readPage(file);
  return {
    file,
    page,
    nameOf: (type: string) => Object.keys(stack.resource[type])[0],
    withPlan: (text: string) => {
      const plan = parsePlan('plan.json', text);
      const name = stackOf(page, plan, 'plan.json', undefined);
      return pageWithChanges(page, withoutSecrets(readChanges([{ plan, label: '', items: page.stacks.get(name)! }])));
    },
  };
}

describe('what is read', () => {
  test('sensitive and unknown values never show, whatever calls them so', () => {
    const before = { name: 'a', config: { type: 'opsgenie', auth_key: 'old-auth-key', url: 'https://hooks.example/old' } };
    const after = { name: 'b', config: { type: 'opsgenie', auth_key: 'new-auth-key', url: 'https://hooks.example/new' } };
    expect(markdown(changeOf('logfire_channel', 'hook', ['update'], before, after))).toContain(
      '`config.auth_key`: sensitive → sensitive; `config.url`: sensitive → sensitive; `name`: `a` → `b`.');
    const marked = changeOf('logfire_alert', 'a', ['update'], { query: 'SELECT 1', name: 'old' }, { query: 'SELECT 2' });
    Object.assign(marked.change, { before_sensitive: { query: true }, after_unknown: { name: true } });
    expect(markdown(marked)).toContain('`name`: `old` → known after apply; `query`: sensitive → sensitive.');
    const whole = changeOf('logfire_alert', 'a', ['update'], { query: 'SELECT 1' }, { query: 'SELECT 2' });
    Object.assign(whole.change, { after_sensitive: true });
    expect(markdown(whole)).toContain('`query`: sensitive → sensitive.');
  });

  test('an attribute that the schema does not have shows no value', () => {
    expect(markdown(changeOf('logfire_alert', 'a', ['update'], { future: 'one' }, { future: 'two' }))).toContain('`future`: sensitive → sensitive.');
  });

  test('what looks like a secret is removed from all texts', () => {
    const secret = `pylf_v1_eu_${'aB3dE5gH7jK9mN1pQ3rS5tU7vW9'}`;
    const key = `${PEM}\nabc`;
    const text = markdown(
      changeOf('logfire_project', 'a', ['update'], { name: `see ${secret}`, description: key }, { name: 'b', description: `token=${secret}` }),
      changeOf('logfire_alert', 'b', ['create'], null, { name: secret }),
    );
    expect(text).not.toContain(secret);
    expect(text).not.toContain('abc');
    expect(text).toContain('`name`: `see (a Logfire token)` → `b`');
  });

  test('attributes that Logfire computes are no change, and neither is what Terraform refreshed of them', () => {
    const update = changeOf('logfire_api_key', 'a', ['update'], { name: 'a', active: true }, { name: 'b' });
    Object.assign(update.change, { after_unknown: { active: true } });
    expect(markdown(update)).toContain(': `name`: `a` → `b`.\n');
    const drift = [changeOf('logfire_write_token', 't', ['update'], { token_prefix: '' }, { token_prefix: 'pylf' }), changeOf('logfire_alert', 'gone', ['delete'], { name: 'x' }, null)];
    expect(markdownOf(changesIn(planJson([], { resource_drift: drift })))).toContain('**Changed outside of Terraform: 1**\n- alert `x` (`logfire_alert.gone`): Deleted outside of Terraform.\n');
  });

  test('the panels of a dashboard are compared by their keys', () => {
    const document = (panels: object) => ({ slug: 's', definition: JSON.stringify({ spec: { panels } }) });
    const change = changeOf('logfire_dashboard', 'd', ['update'], document({ a: 1, b: 1, c: 1 }), document({ a: 1, b: 2, d: 1 }));
    expect(markdown(change)).toContain('`definition`: `3 panels` → `3 panels; added: d; removed: c; changed: b`.');
    expect(markdown(changeOf('logfire_dashboard', 'd', ['update'], { definition: '{}' }, { definition: '[]' }))).toContain('`definition`: `{}` → `[]`.');
  });
});

describe('what is said', () => {
  test('of replacements: why, and what is lost', () => {
    const moved = changeOf('logfire_write_token', 't', ['delete', 'create'], { project_id: ID }, { project_id: 'x' }, { action_reason: 'replace_because_cannot_update' });
    moved.change.replace_paths = [['project_id']];
    expect(markdown(moved)).toContain('Cannot be changed in place: `project_id`. The token is revoked: programs that still hold it stop sending telemetry. '
      + 'The old one is revoked first, so nothing works in between. `project_id`');
    expect(markdown(changeOf('logfire_project', 'p', ['delete', 'create'], { name: 'p' }, { name: 'p' }, { action_reason: 'replace_because_tainted' })))
      .toMatch(/Look at this first: 1\*\*\n- project .*: Replaced\. All its telemetry[\s\S]*An earlier apply left it incomplete \(tainted\)\./);
  });

  test('of every resource of the provider, in sentences that no pattern for secrets matches', () => {
    for (const type of Object.keys(COMMITTED_SCHEMA.resource_schemas)) {
      for (const before of [['delete'], ['create', 'delete']]) {
        const text = markdown(changeOf(type, 'x', before, { name: 'x' }, { name: 'x' }, { action_reason: 'replace_because_tainted' }));
        expect(text).toMatch(/\*\*1 (destroyed|replaced)\.\*\* 0 unchanged\./);
        expect(text).not.toContain('(a secret)');
      }
    }
  });

  test('of imports, moves, deposed objects, what is forgotten and deletion protection', () => {
    const imported = changeOf('logfire_project', 'a', ['no-op'], { name: 'a' }, { name: 'a' });
    imported.change.importing = { id: ID };
    expect(markdown(imported)).toContain(`**Imported: 1**\n- project \`a\` (\`logfire_project.a\`): Imported by the id \`${ID}\`.`);
    expect(markdown(changeOf('logfire_project', 'b', ['no-op'], { name: 'b' }, { name: 'b' }, { previous_address: 'logfire_project.a' }))).toContain('**Moved: 1**\n- project `b` (`logfire_project.b`): Moved from `logfire_project.a`.');
    expect(markdown(changeOf('logfire_write_token', 't', ['delete'], {}, null, { deposed: '0a1b2c3d' }))).toContain('An earlier replacement left this old object behind (deposed).');
    expect(markdown(changeOf('logfire_project', 'p', ['forget'], { name: 'p' }, null))).toContain('**Removed from the state: 1**\n- project `p` (`logfire_project.p`): Terraform forgets it, and Logfire keeps it.');
    expect(markdown(changeOf('logfire_organization', 'o', ['update'], { deletion_protection: true }, { deletion_protection: false }))).toContain('Look at this first: 1**\n- organization `logfire_organization.o`: Deletion protection is switched off.');
    expect(markdown(changeOf('logfire_frontend_application_token', 'f', ['delete'], { revoke_on_destroy: false }, null))).toContain('The token is not revoked, because revoke_on_destroy is off.');
  });

  describe('of an alert whose channels', () => {
    const assigned = (...ids: string[]) => ({ name: 'errors', channel_assignments: ids.map((channel_id) => ({ channel_id })) });
    const alert = (before: object, after: object) => changeOf('logfire_alert', 'errors', ['no-op'], before, after);
    const channel = (id: string, actions: readonly string[], after: object | null = null) => changeOf('logfire_channel', id, actions, { id, name: `hook-${id}`, active: true }, after);

    test('are destroyed, replaced or switched off', () => {
      const same = alert(assigned('one'), assigned('one'));
      expect(markdown(same, channel('one', ['delete']))).toContain('alert `errors` (`logfire_alert.errors`): Its only channel `hook-one` is destroyed: nobody is notified.');
      expect(markdown(same, channel('one', ['delete', 'create'], {}))).toContain('Its only channel `hook-one` is replaced: nobody is notified until the apply has ended.');
      expect(markdown(same, channel('one', ['update'], { id: 'one', active: false }))).toContain('Its only channel `hook-one` is switched off: nobody is notified.');
      const two = alert(assigned('one', 'two'), assigned('one', 'two'));
      expect(markdown(two, channel('one', ['delete']), channel('two', ['delete']))).toContain('Its channels `hook-one`, `hook-two` are destroyed: nobody is notified.');
    });

    test('partly stay is nothing to look at', () => {
      const two = alert(assigned('one', 'two'), assigned('one', 'two'));
      expect(markdown(two, channel('one', ['delete']), channel('two', ['no-op'], { id: 'two' }))).not.toContain('Look at this first');
      expect(markdown(alert(assigned(), assigned()))).not.toContain('Look at this first');
      const later = alert(assigned('one'), assigned());
      later.change.after_unknown = { channel_assignments: true };
      expect(markdown(later)).not.toContain('Look at this first');
    });

    test('are those of a tier of an SLO', () => {
      const tiers = (...ids: string[]) => ({ name: 'slo', alerts: { fast: assigned(...ids), slow: assigned('two') } });
      expect(markdown(changeOf('logfire_slo', 's', ['update'], tiers('one'), tiers()))).toContain('SLO `slo` (`logfire_slo.s`): The tier fast loses its last channel: nobody is notified.');
    });
  });

  test('of failed checks and plans with an error', () => {
    const check = (status: string) => ({ address: { to_display: 'check.expiry' }, status, instances: [{ status, problems: status === 'fail' ? [{ message: 'The write token shop/Token expires soon.' }] : [] }] });
    const text = markdownOf(changesIn(planJson([], { checks: [check('pass'), check('fail'), check('error')], errored: true })));
    expect(text).toContain('**Look at this first: 3**\n- The plan ended with an error, so it is incomplete.\n- A check fails: `The write token shop/Token expires soon.`\n- The check `check.expiry` fails.\n');
    expect(markdown()).toContain('**Nothing changes.** 0 unchanged.\n');
  });

  test('of where a revoked credential is stored: by the page, or else by the plan', () => {
    const more = {
      configuration: {
        root_module: {
          resources: [
            { address: 'aws_ssm_parameter.p', expressions: { value: [{ references: ['logfire_write_token.t.token', 'logfire_write_token.t'] }] } },
            { address: 'aws_ssm_parameter.other', expressions: { value: { references: ['logfire_write_token.t.id'] } } },
          ],
        },
      },
    };
    expect(markdownOf(changesIn(planJson([changeOf('logfire_write_token', 't', ['delete'], {}, null), changeOf('aws_ssm_parameter', 'p', ['delete'], { value: 'secret' }, null)], more))))
      .toMatch(/Of other providers: 1 destroyed\.[\s\S]*Stored in `aws_ssm_parameter\.p`\./);
  });
});

describe('a large plan', () => {
  const actions = [['update'], ['delete', 'create'], ['delete'], ['create'], ['no-op'], ['forget']];
  const types = ['logfire_alert', 'logfire_write_token', 'logfire_project', 'logfire_slo'];
  const large = (count: number) => planJson(Array.from({ length: count }, (_, index) => (
    changeOf(types[index % types.length], `r${index}`, actions[index % actions.length], { name: `old-${index}`, query: 'SELECT 1', channel_assignments: [{ channel_id: 'x' }] }, { name: `new-${index}`, query: 'SELECT 2', channel_assignments: [] })
  )), { checks: Array.from({ length: 50 }, (_, index) => ({ address: { to_display: `check.c${index}` }, status: 'fail' })) });

  test('of 2,000 resources has at most 60 lines, and the counts of all', () => {
    const text = markdownOf(changesIn(large(2000)));
    expect(text.split('\n').length - 1).toBe(60);
    expect(text).toContain('**334 replaced, 333 destroyed, 333 removed from the state, 334 updated in place, 333 created.** 333 unchanged.');
    expect(text).toMatch(/- … and \d+ more/);
    expect(text.length).toBeLessThan(40_000);
  });

  test('with long names fits into a comment', () => {
    const name = '`'.repeat(500);
    const changes = Array.from({ length: 500 }, (_, index) => {
      const change = changeOf('logfire_alert', `r${index}`, ['delete', 'create'], { name }, { name: `${name}x`, query: name });
      return { ...change, change: { ...change.change, replace_paths: Array.from({ length: 20 }, (__, at) => [`${name}${at}`]) } };
    });
    const text = markdown(...changes);
    expect(text.length).toBeLessThan(60_100);
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(60);
    expect(text.includes(' and 12 more. The new alert')).toBe(true);
    expect(text.endsWith('\n\nThe rest is too long for a comment.\n')).toBe(true);
  });

  test('of any size has at most 60 lines', () => {
    for (let count = 0; count < 90; count += 7) {
      expect(markdownOf(changesIn(large(count))).split('\n').length - 1).toBeLessThanOrEqual(60);
    }
  });

  test('takes time in proportion to its size', () => {
    const timeOf = (count: number) => {
      const text = large(count);
      return Math.min(...[0, 1, 2].map(() => {
        const start = performance.now();
        markdownOf(changesIn(text));
        return performance.now() - start;
      }));
    };
    timeOf(500);
    expect(timeOf(4000) / timeOf(1000)).toBeLessThan(10);
  });
});

describe('texts of a plan', () => {
  const pieces = fc.constantFrom('<', '>', '"', "'", '&', '<b>', '</script>', '<!--', '-->', '`', '``', '|', '@team', '#12', '[x](https://e.example)', '![x](y)', '*', '_',
    '\n', '\n\n- x', '\r', '\\', '$', '$&', '~~~', '&lt;', 'x', ' ', '\u202e', 'é', '\u2028', '<!--changes:section-->', '${TfToken[TOKEN.1]}', '${x}', 'https://e.example');
  const texts = fc.array(pieces, { minLength: 1, maxLength: 10 }).map((parts) => `a${parts.join('')}z`);
  /** A plan that says a text wherever it can. */
  const saying = (text: string) => {
    const moved = changeOf('logfire_project', text, ['update'], { name: 'old', description: text }, { name: text, [text]: 1 }, { previous_address: text });
    moved.change.importing = { id: text };
    const replaced = changeOf('logfire_slo', 's', ['delete', 'create'], { name: text }, { name: text });
    replaced.change.replace_paths = [[text]];
    return planJson([
      moved, replaced, changeOf('logfire_alert', 'x', ['create'], null, { name: text }),
      changeOf('logfire_channel', 'c', ['delete'], { id: 'c', name: text }, null),
      changeOf('logfire_alert', 'y', ['no-op'], { name: 'y', channel_assignments: [{ channel_id: 'c' }] }, { name: 'y', channel_assignments: [{ channel_id: 'c' }] }),
    ], { checks: [{ address: { to_display: text }, status: 'fail', instances: [{ problems: [{ message: text }] }] }] });
  };

  test('mean nothing in Markdown', () => {
    const nodesOf = (root: Node) => {
      const found: Node[] = [];
      const walker = root.walker();
      for (let step = walker.next(); step !== null; step = walker.next()) {
        found.push(...step.entering ? [step.node] : []);
      }
      return found;
    };
    const shapeOf = (text: string) => nodesOf(new Parser().parse(text)).map(({ type, literal }) => type === 'code' ? 'code' : `${type} ${literal ?? ''}`);
    const plain = shapeOf(markdownOf(changesIn(saying('aplainz'))));
    fc.assert(fc.property(texts, (text) => {
      const told = markdownOf(changesIn(saying(text)));
      expect(shapeOf(told)).toEqual(plain);
      expect(new HtmlRenderer().render(new Parser().parse(told))).not.toMatch(/<(?!\/?(?:h2|p|strong|ul|li|code)>|!-- cdktf-logfire review -->)/);
      expect(told.split('\n').filter((line) => /@|https/.test(line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')))).toEqual([]);
    }), { numRuns: 100 });
  });

  test('are texts on the page', () => {
    const { withPlan } = shopPage((stack) => project(stack));
    /** The tags of a page, without the values of their attributes. */
    const tagsOf = (html: string) => html.replace(/<script.*?<\/script>|<style>.*?<\/style>/gs, '').match(/<[^>]*>/g)!.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const plain = tagsOf(withPlan(saying('aplainz')));
    fc.assert(fc.property(texts, (text) => {
      const html = withPlan(saying(text));
      expect(tagsOf(html)).toEqual(plain);
      expect(html).not.toContain('\u202e');
    }), { numRuns: 100 });
  });
});

describe('the page', () => {
  test('begins with the changes, and marks what changes', () => {
    const { withPlan, nameOf } = shopPage((stack) => {
      const shop = project(stack);
      new LogfireAlert(stack, 'Errors', { project: shop, query: 'SELECT 1 FROM records' });
      new LogfireWriteToken(stack, 'Token', { project: shop, rotation: TokenRotation.manual(1) });
    });
    const html = withPlan(planJson([
      changeOf('logfire_alert', nameOf('logfire_alert'), ['update'], { name: 'a', query: 'SELECT 1' }, { name: 'b', query: 'SELECT <2>' }),
      changeOf('logfire_project', nameOf('logfire_project'), ['create'], null, { name: 'shop' }),
    ]));
    expect(html.match(/<section class="part" id="[^"]*"/g)!.slice(0, 2)).toEqual(['<section class="part" id="changes"', '<section class="part" id="projects"']);
    expect(html).toContain('<a class="badge change-update" href="#changes-1">updated in place</a></h3>');
    expect(html).toContain('<td><code>SELECT 1</code></td><td><code>SELECT &lt;2&gt;</code></td>');
    expect(html).toContain('<li id="changes-2">project <a href="#shop/Shop">shop</a></li>');
    expect(html).not.toContain('<!--changes');
  });

  test('has one section for changes that the Content Security Policy of synth allows', () => {
    const { withPlan, page } = shopPage(project);
    const html = withPlan(planJson([changeOf('logfire_alert', 'x', ['delete'], { name: 'x' }, null)]));
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1];
    expect(policy).toBe(/Content-Security-Policy" content="([^"]*)"/.exec(page.html)![1]);
    expect(html).not.toMatch(/ style=| on\w+=/);
  });
});

describe('the command', () => {
  const plan = (...changes: readonly object[]) => fileWith(planJson(changes));
  const update = changeOf('logfire_alert', 'a', ['update'], { name: 'a' }, { name: 'b' });

  test('writes the page beside that of synth, replaces an earlier one, and nothing else', async () => {
    const { file } = shopPage(project);
    const output = file.replace('logfire-review', 'logfire-changes');
    expect(await inProcess('review', '--plan', plan(update), '--page', file, '--dry-run')).toEqual({ exitCode: 0, stdout: `would write ${output}\n`, stderr: '' });
    expect(fs.existsSync(output)).toBe(false);
    expect(await inProcess('review', '--plan', plan(update), '--page', file)).toEqual({ exitCode: 0, stdout: `wrote ${output}\n`, stderr: '' });
    expect((await inProcess('review', '--plan', plan(update), '--page', file)).exitCode).toBe(0);
    const markdownFile = fileWith('<!-- cdktf-logfire review -->', 'comment.md');
    expect((await inProcess('review', '--plan', plan(update), '--format', 'markdown', '--output', markdownFile)).exitCode).toBe(0);
    expect(fs.readFileSync(markdownFile, 'utf8')).toContain('**1 updated in place.**');
    expect(await inProcess('review', '--plan', plan(update), '--page', file, '--output', file)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('exists and is not a review; name another file') });
  });

  test('prints Markdown, also without a page', async () => {
    expect(await inProcess('review', '--plan', plan(update), '--format', 'markdown')).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringContaining('`name`: `a` → `b`') });
    expect(await inProcess('review', '--plan', plan(update), '--format', 'markdown', '--dry-run')).toEqual({ exitCode: 0, stdout: '', stderr: 'would write to standard output\n' });
  });

  test('finds the stack of a plan, or asks for it', async () => {
    const { file, nameOf } = shopPage(project);
    const named = changeOf('logfire_project', nameOf('logfire_project'), ['update'], { name: 'a' }, { name: 'b' });
    expect((await inProcess('review', '--plan', `shop=${plan(named)}`, '--page', file, '--format', 'markdown')).stdout).toContain('(`shop/Shop`)');
    expect((await inProcess('review', '--plan', `other=${plan(named)}`, '--page', file, '--format', 'markdown')).stderr).toContain('has no stack "other"; name one of shop\n');
    expect((await inProcess('review', '--plan', `one=${plan(update)}`, '--plan', `two=${plan(update)}`, '--format', 'markdown')).stdout).toContain('`two: logfire_alert.a`');
  });

  test('asks for the stack when two stacks are alike', async () => {
    const app = newApp();
    const names = ['staging', 'production'].map((id) => projectIn(app, id).resource.friendlyUniqueId);
    expect(names[0]).toBe(names[1]);
    LogfireReview.writeFor(app);
    app.synth();
    const page = path.join(app.outdir, 'logfire-review.html');
    const file = plan(changeOf('logfire_project', names[0], ['delete', 'create'], { name: 'a' }, { name: 'b' }));
    expect((await inProcess('review', '--plan', file, '--page', page)).stderr).toBe(
      `cdktf-logfire: ${file} may be the plan of any of the stacks staging, production; name its stack: --plan staging=${file}\n`);
    const both = await inProcess('review', '--plan', `staging=${file}`, '--plan', `production=${file}`, '--page', page, '--format', 'markdown');
    expect(both).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/2 replaced[^]*`staging\/Shop`[^]*`production\/Shop`/) });
  });

  test.each([
    ['no JSON', 'terraform will perform', 'is not JSON; write one with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json'],
    ['other JSON', '[]', 'is not a plan of Terraform or OpenTofu; write one with'],
    ['a state', JSON.stringify({ format_version: '1.0', terraform_version: '1.11.4', values: {} }), 'is a state, not a plan; write one with'],
    ['another format', JSON.stringify({ format_version: '2.0', terraform_version: '3.0', resource_changes: [] }), 'has the format version "2.0", not 1.x; use a version'],
    ['broken changes', planJson([{ address: 'x' }]), 'has a resource change without address, type or actions; write one with'],
  ])('says what is wrong with %s in one sentence', async (_, text, problem) => {
    const { exitCode, stdout, stderr } = await inProcess('review', '--plan', fileWith(text), '--format', 'markdown');
    expect([exitCode, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(stderr).toContain(problem);
  });

  test('says what is missing', async () => {
    expect(await inProcess('review', '--plan', 'no-such.json', '--format', 'markdown')).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^cdktf-logfire: no-such\.json cannot be read \(ENOENT\); name a plan as JSON/) });
    expect(await inProcess('review', '--plan', plan(update))).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('cdktf.out/logfire-review.html is not there; call LogfireReview.writeFor(app)') });
    expect(await inProcess('review', '--plan', plan(update), '--page', 'no-such.html')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('no-such.html cannot be read (ENOENT)') });
    expect(await inProcess('review', '--plan', plan(update), '--page', fileWith('<html>', 'page.html'))).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is not a page of LogfireReview') });
    const { file, withPlan } = shopPage(project);
    fs.writeFileSync(file, withPlan(planJson([])));
    expect(await inProcess('review', '--plan', plan(update), '--page', file)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('has no room for changes; synth again') });
    expect((await inProcess('review')).exitCode).toBe(2);
  });

  test('has examples in its help', async () => {
    expect(await inProcess('review', '--help')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('$ cdktf-logfire review --plan plan.json') });
  });
});
