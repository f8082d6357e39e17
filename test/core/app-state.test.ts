import { App, TerraformStack } from 'cdktf';
import { LogfireInventory, LogfirePolicies, LogfireProject, LogfireProvider, RequireTokenExpiry, TokenExpiry } from '../../src';
import { appState } from '../../src/core/app-state';
import { cleanUp, newApp, newStack, synth, writtenFiles } from '../synth';

afterEach(cleanUp);

/** The library once more, as when two versions or two places of it are installed. */
function otherCopy(): typeof import('../../src') {
  let copy: typeof import('../../src') | undefined;
  jest.isolateModules(() => {
    // The framework is one, as npm installs a peer once.
    jest.doMock('cdktf', () => jest.requireActual('cdktf'));
    jest.doMock('constructs', () => jest.requireActual('constructs'));
    copy = jest.requireActual<typeof import('../../src')>('../../src');
  });
  return copy!;
}

const reportOf = (app: App): string => {
  try {
    app.synth();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('synth was expected to fail');
};

describe('what the library remembers', () => {
  test('is created once for each name, and hidden in the tree', () => {
    const app = newApp();
    const stack = new TerraformStack(app, 'app');
    const created = appState(stack, 'numbers', () => [1]);
    expect(appState(app, 'numbers', () => [2])).toBe(created);
    expect(appState(app, 'others', () => [2])).toEqual([2]);
    expect(Object.keys(app)).toEqual(Object.keys(newApp()));
  });

  test('is not shared by two apps of a process', () => {
    const [one, two] = [newStack(newApp()), newStack(newApp())];
    const token = new LogfireProject(one, 'Shop').addWriteToken('Never', { expiry: TokenExpiry.never('devices') });
    new RequireTokenExpiry().applyTo(one.node.root);
    new LogfireProject(two, 'Shop').addWriteToken('Never', { expiry: TokenExpiry.never('devices') });
    expect(reportOf(one.node.root as App)).toContain(`${token.node.path}: it never expires`);
    expect(Object.keys(synth(two).resource.logfire_write_token)).toHaveLength(1);
  });

  test('is shared by two copies of the package: one report, with the findings of both', () => {
    const copy = otherCopy();
    expect(copy.LogfireProject).not.toBe(LogfireProject);
    const app = newApp();
    const stack = new TerraformStack(app, 'app');
    new LogfireProvider(stack, 'Logfire');
    new LogfireProject(stack, 'A', { projectName: 'shop' });
    new copy.LogfireProject(stack, 'B', { projectName: 'shop' });
    const report = reportOf(app);
    expect(report.match(/projectName "shop" is taken by app\/A/g)).toHaveLength(1);
    expect(writtenFiles(app)).toEqual([]);
  });

  test('is shared by two copies of the package: policies and the inventory of one know the tokens of the other', () => {
    const copy = otherCopy();
    const app = newApp();
    const stack = new TerraformStack(app, 'app');
    new copy.LogfireProvider(stack, 'Logfire');
    const token = new copy.LogfireProject(stack, 'Shop').addWriteToken('Never', { expiry: copy.TokenExpiry.never('burned into devices') });
    LogfirePolicies.suppress(token, 'RequireTokenExpiry', 'agreed');
    new copy.RequireTokenExpiry().applyTo(app);
    LogfireInventory.writeFor(app);
    copy.LogfireInventory.writeFor(app);
    expect(JSON.stringify(synth(stack)['//'])).toContain('agreed');
  });
});
