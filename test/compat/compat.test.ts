import * as fs from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { compare } from '../../scripts/compat/compare';

jest.setTimeout(30_000);

interface Prop { readonly name: string; readonly optional?: boolean }

interface Api { readonly methods: readonly string[]; readonly props: readonly Prop[] }

const RELEASED: Api = { methods: ['open', 'close'], props: [{ name: 'size', optional: true }] };

describe('compat', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-compat-'));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  /** A compiled library with one class and one struct. */
  function library(name: string, { methods, props }: Api): string {
    const root = path.join(folder, name);
    fs.mkdirSync(root);
    const docs = { stability: 'experimental' };
    const assembly = {
      schema: 'jsii/0.10.0',
      name: 'doors',
      version: '1.0.0',
      description: 'doors',
      license: 'Apache-2.0',
      homepage: 'https://example.com',
      repository: { type: 'git', url: 'https://example.com/doors.git' },
      author: { name: 'doors', roles: ['author'] },
      jsiiVersion: '5.9.0',
      fingerprint: 'none',
      targets: { js: { npm: 'doors' } },
      types: {
        'doors.Door': {
          assembly: 'doors',
          fqn: 'doors.Door',
          kind: 'class',
          name: 'Door',
          docs,
          methods: methods.map((method) => ({ name: method, docs })),
          initializer: { docs, parameters: [{ name: 'props', type: { fqn: 'doors.DoorProps' } }] },
        },
        'doors.DoorProps': {
          assembly: 'doors',
          fqn: 'doors.DoorProps',
          kind: 'interface',
          datatype: true,
          name: 'DoorProps',
          docs,
          properties: props.map((prop) => ({ ...prop, docs, abstract: true, immutable: true, type: { primitive: 'number' } })),
        },
      },
    };
    fs.writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name: 'doors', version: '1.0.0', jsii: {} }));
    fs.writeFileSync(path.join(root, '.jsii'), JSON.stringify(assembly));
    return root;
  }

  function compared(api: Api, ignore?: string): Promise<string> {
    const ignoreFile = path.join(folder, '.compatignore');
    if (ignore !== undefined) {
      fs.writeFileSync(ignoreFile, ignore);
    }
    return compare({ original: library('released', RELEASED), updated: library('now', api), ignoreFile });
  }

  const withoutClose: Api = { ...RELEASED, methods: ['open'] };
  const REMOVED = 'removed:doors.Door.close';

  test('passes when nothing was taken away, though it is experimental', async () => {
    expect(await compared({ ...RELEASED, methods: ['open', 'close', 'lock'] })).toBe('no breaking change');
  });

  test('fails when a method is gone, and names it', async () => {
    await expect(compared(withoutClose)).rejects.toThrow(`[${REMOVED}]`);
  });

  test('fails when an optional prop becomes required', async () => {
    await expect(compared({ ...RELEASED, props: [{ name: 'size' }] })).rejects.toThrow('doors.DoorProps');
  });

  test('passes when the change is ignored with a reason', async () => {
    expect(await compared(withoutClose, `# doors close themselves now\n${REMOVED}\n`)).toBe('no breaking change but the 1 of .compatignore');
  });

  test('refuses an ignored change without a reason', async () => {
    await expect(compared(withoutClose, `# doors close themselves now\n\n${REMOVED}\n`)).rejects.toThrow(`.compatignore:3: ${REMOVED} has no reason`);
  });

  test('refuses an ignored change that is not there', async () => {
    await expect(compared(RELEASED, `# doors close themselves now\n${REMOVED}\n`)).rejects.toThrow(`line 2: ${REMOVED}`);
  });

  test('refuses a release that cannot be loaded', async () => {
    await expect(compare({ original: path.join(folder, 'nowhere'), updated: library('now', RELEASED), ignoreFile: 'none' })).rejects.toThrow();
  });

  describe('with the last release on npm', () => {
    const registry = process.env.npm_config_registry;
    afterEach(() => {
      delete process.env.npm_config_registry;
      Object.assign(process.env, registry !== undefined && { npm_config_registry: registry });
    });

    /** What a registry that answers with a status makes of it. */
    async function comparedWhenNpmSays(status: number): Promise<string> {
      const server = createServer((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end('{}'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      process.env.npm_config_registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      try {
        return await compare({ original: 'npm:doors', updated: library('now', RELEASED), ignoreFile: 'none' });
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    }

    test('passes, and says so, when there is none', async () => {
      expect(await comparedWhenNpmSays(404)).toBe('nothing to compare with: npm:doors has no release yet');
    });

    test('fails when npm does not say', async () => {
      await expect(comparedWhenNpmSays(403)).rejects.toThrow('npm does not say whether doors is released');
    });
  });
});
