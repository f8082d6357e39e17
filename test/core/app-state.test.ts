import { App, TerraformStack } from 'cdktf';
import { LogfireInventory, LogfirePolicies, LogfireProject, LogfireProvider, RequireTokenExpiry, TokenExpiry } from '../../src';
import { appState } from '../../src/core/app-state';
import { FRAMEWORK, OTHER_FRAMEWORK } from '../frameworks';
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

describe('one library for one framework', () => {
  const jsii = (fqn: string) => {
    class Stack extends TerraformStack {}
    return Object.defineProperty(Stack, Symbol.for('jsii.rtti'), { value: { fqn } });
  };

  test.each([`${OTHER_FRAMEWORK}-logfire 0.0`, `${FRAMEWORK}-logfire`, `${FRAMEWORK}-logfire 99`])('fails beside %s', (library) => {
    const app = newApp();
    Object.defineProperty(app, Symbol.for('cdktf-logfire/state'), { value: { library, values: new Map() } });
    const stack = new TerraformStack(app, 'app');
    const text = new RegExp(`^app: the app must use one version of one Logfire library, got ${library} and ${FRAMEWORK}-logfire \\d+(\\.\\d+)?; `
      + 'install one of them alone: npm ls cdktf-logfire cdktn-logfire shows what depends on each \\[logfire:one-library\\]$');
    expect(() => new LogfireProvider(stack, 'Logfire')).toThrow(text);
    expect(() => appState(app, 'x', () => 1)).toThrow(/^the app: the app must use one version/);
  });

  test('fails in a stack of another framework', () => {
    const Stack = jsii(`${OTHER_FRAMEWORK}.TerraformStack`);
    const stack = new Stack(newApp(), 'app');
    expect(() => new LogfireProject(stack, 'Shop')).toThrow(
      `the app must be one of ${FRAMEWORK} to use ${FRAMEWORK}-logfire, got one of ${OTHER_FRAMEWORK}; use ${OTHER_FRAMEWORK}-logfire in it [logfire:framework]`,
    );
    class Derived extends Stack {}
    expect(() => new LogfireProject(new Derived(newApp(), 'app'), 'Shop')).toThrow(`got one of ${OTHER_FRAMEWORK}`);
  });

  test.each(['acme.TerraformStack2', 'acme.MyStack', 'acme.x.TerraformStack'])('passes in a stack %s that extends one of the framework', (fqn) => {
    const stack = new (jsii(fqn))(newApp(), 'app');
    new LogfireProvider(stack, 'Logfire');
    new LogfireProject(stack, 'Shop');
    expect(Object.keys(synth(stack).resource)).toEqual(['logfire_project']);
  });

  test('is known by its package, which a bundle does not have', () => {
    const beside = (manifest: string | Error) => {
      let library = '';
      jest.isolateModules(() => {
        const copy = jest.requireActual<typeof import('../../src/core/app-state')>('../../src/core/app-state');
        const read = jest.spyOn(jest.requireActual<typeof import('node:fs')>('node:fs'), 'readFileSync').mockImplementation(() => {
          if (manifest instanceof Error) {
            throw manifest;
          }
          return manifest;
        });
        const app = newApp();
        Object.defineProperty(app, Symbol.for('cdktf-logfire/state'), { value: { library: 'none', values: new Map() } });
        try {
          copy.appState(app, 'x', () => 1);
        } catch (error) {
          [, library] = /got none and (.*?);/.exec((error as Error).message)!;
        }
        read.mockRestore();
      });
      return library;
    };
    const name = `${FRAMEWORK}-logfire`;
    expect(beside(JSON.stringify({ name, version: '0.12.3' }))).toBe(`${name} 0.12`);
    expect(beside(JSON.stringify({ name, version: '2.3.4' }))).toBe(`${name} 2`);
    expect(beside(JSON.stringify({ name: 'my-program', version: '2.3.4' }))).toBe(name);
    expect(beside(new Error('no such file'))).toBe(name);
  });
});
