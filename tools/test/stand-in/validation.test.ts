import { blocksOf, EXAMPLES, SELF_HOSTED, withValues, type Attributes } from './examples';
import { baseOf, KEYS, listed, RULE_TRIALS, UNKNOWN_VALUE, valueTrials, type Trial } from './trials';
import { describeStandIn, stackOf, useStandIn, type DiagnosticJson } from '../../../test/terraform/harness';
import { behaviourOf } from '../../src/stand-in/index';

describeStandIn('validation', () => {
  const suite = useStandIn();

  it.each(KEYS)('refuses each wrong value of %s', async (key) => {
    const trials = valueTrials(key).filter((trial) => trial.refused);
    const findings = await (await suite.workspace(stackFor(trials))).findings();
    expect(verdicts(trials, findings)).toEqual(trials.map((trial) => `${trial.title}: refused`));
    expect(trials.length).toBeGreaterThan(0);
  });

  it.each(KEYS)('accepts the twin of each wrong value of %s', async (key) => {
    const trials = valueTrials(key).filter((trial) => !trial.refused);
    expect(await (await suite.workspace(stackFor(trials))).findings()).toEqual([]);
  });

  it('skips every value that is not known yet, while validating and while planning', async () => {
    const trials = KEYS.flatMap((key) => {
      const paths = new Set(valueTrials(key).map((trial) => trial.path));
      return [...paths].map((path): Trial => ({
        key,
        path,
        title: path,
        attributes: withValues(baseOf(key, path, UNKNOWN_VALUE), listed(path, UNKNOWN_VALUE)),
      }));
    });
    expect(trials.length).toBeGreaterThan(70);
    const workspace = await suite.workspace(stackFor(trials));
    expect(await workspace.findings()).toEqual([]);
    expect(await workspace.findingsOf('plan')).toEqual([]);
  });
});

describeStandIn('rules over several attributes', () => {
  const suite = useStandIn();
  const rules = KEYS.flatMap((key) => behaviourOf(key).rules.filter((rule) => rule.phase === 'validate').map((rule) => ({ key, ...rule })));

  it('has trials for each', () => {
    expect(Object.keys(RULE_TRIALS).sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  it.each(rules)('$key: $id', async ({ key, id }) => {
    const trialsOf = (changes: readonly Attributes[], refused?: string) =>
      changes.map((change): Trial => ({ key, path: '', title: JSON.stringify(change), attributes: withValues(EXAMPLES[key], change), refused }));
    const refused = trialsOf(RULE_TRIALS[id].refused, `rule ${id}`);
    expect(verdicts(refused, await (await suite.workspace(stackFor(refused))).findings())).toEqual(refused.map((trial) => `${trial.title}: refused`));

    const accepted = trialsOf(RULE_TRIALS[id].accepted);
    expect(await (await suite.workspace(stackFor(accepted))).findings()).toEqual([]);
  });
});

/** All trials side by side in one stack: `trial_0`, `trial_1`, ... */
function stackFor(trials: readonly Trial[]) {
  const resources: Record<string, Record<string, Attributes>> = {};
  const data: Record<string, Record<string, Attributes>> = {};
  for (const [index, { key, attributes }] of trials.entries()) {
    const [blocks, type] = key.startsWith('data.') ? [data, key.slice(5)] : [resources, key];
    (blocks[type] ??= {})[`trial_${index}`] = attributes;
  }
  return stackOf({
    provider: { logfire: SELF_HOSTED },
    resource: { terraform_data: { unknown: { input: 'later' } }, ...blocksOf(resources) },
    ...(Object.keys(data).length > 0 ? { data } : {}),
  });
}

/** For each trial: refused as it should be, or what was said about it. */
function verdicts(trials: readonly Trial[], findings: readonly DiagnosticJson[]): string[] {
  return trials.map(({ key, title, refused, path }, index) => {
    const own = findings.filter((finding) => finding.address === `${key}.trial_${index}`).map((finding) => finding.detail);
    const plainPath = path.replace(/\[\]/g, '');
    const right = own.some((detail) => detail.includes(refused!) && detail.replace(/\[[0-9]+\]/g, '').includes(plainPath));
    return `${title}: ${right ? 'refused' : own.join(' ') || 'accepted'}`;
  });
}
