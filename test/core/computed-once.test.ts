import { computedOnce } from '../../src/core/computed-once';

test.each([
  ['a map', () => new Map<object, string>()],
  ['a weak map', () => new WeakMap<object, string>()],
])('%s computes what it has not, and keeps it', (_, create) => {
  const known = create();
  const [one, other] = [{}, {}];
  const compute = jest.fn(() => 'first').mockReturnValueOnce('one').mockReturnValueOnce('other');
  expect([one, one, other, one].map((key) => computedOnce(known, key, compute))).toEqual(['one', 'one', 'other', 'one']);
  expect(compute).toHaveBeenCalledTimes(2);
});
