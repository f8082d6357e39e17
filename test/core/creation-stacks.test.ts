import { IInterpolatingParent, StringMap } from 'cdktf';
import { withoutCreationStacks } from '../../src/core/creation-stacks';

const parent = {} as IInterpolatingParent;
const attribute = () => new StringMap(parent, 'labels');

describe('call stacks in bindings', () => {
  it('are not recorded, and are recorded again afterwards', () => {
    expect(withoutCreationStacks(attribute).creationStack).toEqual([]);
    expect(attribute().creationStack.join()).toContain('creation-stacks.test');
  });

  it('are recorded again when the creation fails, and the error keeps its own', () => {
    const failure = () => withoutCreationStacks(() => {
      throw new Error('no such thing');
    });
    expect(failure).toThrow(expect.objectContaining({ message: 'no such thing', stack: expect.stringContaining('creation-stacks.test') }));
    expect(attribute().creationStack).not.toEqual([]);
  });
});
