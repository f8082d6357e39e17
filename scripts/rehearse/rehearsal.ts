/** Performs the releases in the clone that `npm run rehearse` has made; its argument is the folder of the clone and all else. */
import * as assert from 'node:assert';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { consumers, installInstruction, writeQuickstart } from './consumers';
import { Release } from './release';
import { Site } from './site';
import { Steps } from './steps';
import { stacksFrom } from '../../test/languages/programs';
import { CDKTF, CDKTN } from '../flavour/flavours';
import { TOOL } from '../package/tool';
import { mustRun, ROOT } from '../run';
import { linkSelf } from '../self-link';

const steps = new Steps();

async function rehearse(site: Site): Promise<void> {
  await steps.must('the registries start, and have nothing', async () => {
    await site.start();
    assert.deepStrictEqual(site.registries.map((registry) => Object.keys(registry.content())), site.registries.map(() => []));
  });
  const first = new Release(site, '0.1.0');
  await firstRelease(site, first);
  await install(site, first);
  await useTool(site, first);
  await laterReleases(site);
}

/** A release that one registry interrupts. */
async function firstRelease(site: Site, release: Release): Promise<void> {
  const pypi = site.registry('PyPI');
  const others = site.registries.filter((registry) => registry !== pypi);
  await steps.must('the first version is 0.1.0, with notes that were written for it', async () => {
    await release.bump();
    assert.strictEqual(release.notes(), fs.readFileSync(path.join(ROOT, 'docs', 'releases', '0.1.0.md'), 'utf8'));
  });
  await steps.must(`the packages of both flavours: ${site.targets.join(', ')}`, async () => {
    await release.package(site.targets);
    site.keepFrameworks();
  });
  await steps.run('the commit is left as it was', () => release.unbump());
  await steps.must('the workflow would publish them', async () => assert.ok(await release.wouldPublish()));

  await pypi.stop();
  for (const registry of others) {
    await steps.must(`${registry.name} gets them`, async () => {
      await release.publish(registry);
    });
  }
  await steps.run('PyPI is down: its job fails, and there is no release on GitHub', async () => {
    await assert.rejects(release.publish(pypi), /Connection refused|Max retries exceeded/);
    await assert.rejects(release.publishToGitHub(), /needs release_pypi/);
    assert.deepStrictEqual(site.github.tags(), {});
  });
  await pypi.start();

  await steps.run('a new run does not publish over what is there: it fails before it packs, and changes nothing', async () => {
    const before = site.content();
    await assert.rejects(new Release(site, '0.1.0').bump(), (error: Error) => {
      const found = /0\.1\.0 is published already, without its tag v0\.1\.0: (.*)\./.exec(error.message)?.[1].split(', ').sort();
      const places = others.filter(({ name }) => name !== 'NuGet').map(({ name }) => name === 'Maven' ? 'Maven Central' : name);
      assert.deepStrictEqual(found, [CDKTF, CDKTN].flatMap(({ packageName }) => places.map((name) => `${packageName} on ${name}`)).sort(), error.message);
      return true;
    });
    await mustRun('git', ['checkout', '--quiet', 'package.json']);
    assert.deepStrictEqual(site.content(), before);
  });
  await steps.must('the failed job, run again, publishes what is missing and nothing else', async () => {
    const before = site.content(others);
    await release.publish(pypi);
    assert.deepStrictEqual(site.content(others), before);
    assert.strictEqual(Object.keys(pypi.content()).length, 4, 'a wheel and the sources of both flavours');
  });
  await steps.run('then GitHub has the release, its tag, the notes and the templates', async () => {
    await release.publishToGitHub();
    assert.deepStrictEqual(site.github.tags(), { 'v0.1.0': await site.head() });
    assert.strictEqual(site.github.notesOf('v0.1.0'), release.notes());
    const languages = ['csharp', 'go', 'java', 'python', 'typescript'];
    assert.deepStrictEqual(site.github.assetsOf('v0.1.0'), [CDKTF, CDKTN].flatMap(({ framework }) => languages.map((language) => `${framework}-${language}.zip`)));
  });
  await steps.run('all jobs, run again with the same packages, say so and change nothing', async () => {
    const before = site.content();
    for (const registry of site.registries) {
      const said = await release.publish(registry);
      // Directories take a package again.
      assert.match(said, ['Maven', 'NuGet'].includes(registry.name) ? /All Done/ : /already|Skipping/i, said);
    }
    await release.publishToGitHub();
    assert.deepStrictEqual(site.content(), before);
  });
}

/** What the README says, in empty folders. */
async function install(site: Site, { version }: Release): Promise<void> {
  linkSelf();
  const wanted = await stacksFrom((env) => mustRun('ts-node', ['--transpile-only', 'main.ts'], { cwd: path.join(ROOT, 'examples', 'typescript', 'quickstart'), env }));
  const machine = site.machine();
  for (const consumer of consumers(site.targets.includes('dotnet'))) {
    for (const flavour of [CDKTF, CDKTN]) {
      const instruction = installInstruction(consumer, flavour);
      const title = instruction.includes('\n') ? `the dependency on ${flavour.packageName}` : `\`${instruction}\``;
      await steps.run(`${consumer.language}: ${title} gives ${version}, and the quickstart its stack`, async () => {
        const folder = site.emptyFolder(`${consumer.language}-${flavour.framework}`);
        writeQuickstart(folder, consumer, flavour);
        assert.strictEqual(await consumer.install(folder, flavour, instruction, machine), version);
        const stacks = await stacksFrom((env) => consumer.run(folder, { ...machine.env, ...env }, machine));
        assert.deepStrictEqual(stacks, wanted);
      });
    }
  }
}

/** What the README of the tool says, in an empty folder. */
async function useTool(site: Site, { version }: Release): Promise<void> {
  await steps.run(`\`npx ${TOOL}@${version} init\` writes a project, which is at a second plan without changes`, async () => {
    const { env } = site.machine();
    const cwd = site.emptyFolder('tool');
    await mustRun('npx', ['--yes', `${TOOL}@${version}`, 'init', '--language', 'typescript', 'shop'], { cwd, env });
    const project = path.join(cwd, 'shop');
    await mustRun('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: project, env });
    assert.match(await mustRun('npm', ['run', 'try'], { cwd: project, env }), /shop: applied, second plan without changes/);
  });
}

/** What the commits after the first release lead to. */
async function laterReleases(site: Site): Promise<void> {
  await steps.run('a commit that is no feature and no fix is no release', async () => {
    await site.commit('docs: a sentence');
    const release = new Release(site, '0.1.0');
    await release.bump();
    await release.unbump();
    assert.ok(!await release.wouldPublish());
  });
  const feature = new Release(site, '0.1.1');
  await steps.must('a feature makes 0.1.1, and its changelog names it', async () => {
    await site.commit('feat: a rehearsed feature');
    await feature.bump();
    assert.match(feature.notes(), /### Features\n\n\* a rehearsed feature/);
    assert.doesNotMatch(feature.notes(), /a sentence|BREAKING/);
  });
  await steps.must('it goes to npm and Go, beside the first', async () => {
    const before = site.content();
    await feature.package(['js', 'go']);
    await feature.unbump();
    assert.ok(await feature.wouldPublish());
    await feature.publish(site.registry('npm'));
    await feature.publish(site.registry('Go'));
    assert.deepStrictEqual(Object.keys(before).filter((file) => /\.tgz$|refs\/tags/.test(file) && before[file] !== site.content()[file]), []);
    const { env } = site.machine();
    for (const { packageName, goModule, goPackage } of [CDKTF, CDKTN]) {
      const shown = await mustRun('npm', ['view', packageName, 'versions', 'dist-tags.latest', '--json'], { env });
      assert.deepStrictEqual(JSON.parse(shown), { 'versions': ['0.1.0', '0.1.1'], 'dist-tags.latest': '0.1.1' });
      const listed = await mustRun('go', ['list', '-m', '-versions', `${goModule}/${goPackage}`], { cwd: site.emptyFolder(`versions-${goPackage}`), env });
      assert.match(listed, / v0\.1\.0 v0\.1\.1$/m);
    }
    await site.tagAsReleased('v0.1.1');
  });
  await steps.run('a breaking change makes 0.2.0, and its changelog warns', async () => {
    await site.commit('refactor!: a rehearsed break');
    const release = new Release(site, '0.2.0');
    await release.bump();
    assert.match(release.notes(), /BREAKING CHANGES\n\n\* a rehearsed break/);
    assert.doesNotMatch(release.notes(), /a rehearsed feature/);
    await release.unbump();
  });
}

async function main(): Promise<number> {
  const site = await Site.create(process.argv[2]);
  try {
    await rehearse(site);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  } finally {
    await site.stop();
  }
  console.log(`NOT REHEARSED: identities, provenance and attestations; signatures and Maven Central; GitHub; PyPI, Maven and NuGet in the second release.${
    site.targets.includes('dotnet') ? '' : ' NuGet and C#, because there is no .NET SDK on the PATH.'}`);
  return steps.finish();
}

['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => process.exit(130)));
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  },
);
