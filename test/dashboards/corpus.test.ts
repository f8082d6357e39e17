import { DASHBOARDS, MUTATIONS } from './corpus';
import { rendered, warningsOf } from './documents';
import { CORPUS } from '../sql/corpus';

const RULES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map((number) => `D${number}`);

describe('no finding', () => {
  test.each(Object.keys(DASHBOARDS))('%s', (name) => {
    expect(warningsOf(DASHBOARDS[name]())).toEqual([]);
  });

  test('the dashboards and the queries together are a large corpus', () => {
    expect(Object.keys(DASHBOARDS).length + Object.keys(CORPUS).length).toBeGreaterThanOrEqual(40);
  });
});

describe('a finding', () => {
  test.each(MUTATIONS.map(([rule, name], index) => ({ rule, name, index })))('$rule in $name ($index)', ({ index }) => {
    const [rule, name, change] = MUTATIONS[index];
    const document = DASHBOARDS[name]();
    change(document.spec);
    expect(warningsOf(document).map((warning) => warning.split(':')[0])).toContain(rule);
  });

  test('each rule has three mutations', () => {
    expect(RULES.filter((rule) => MUTATIONS.filter(([found]) => found === rule).length < 3)).toEqual([]);
  });

  test('D1, a reference to a missing panel, is an error', () => {
    for (const name of ['web', 'llm', 'jobs']) {
      const document = DASHBOARDS[name]();
      delete document.spec.panels[Object.keys(document.spec.panels)[0]];
      expect(() => rendered(document)).toThrow('[logfire:D1]');
    }
  });
});
