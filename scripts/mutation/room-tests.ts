/**
 * The tests of a room as one mocha program, for Stryker: it runs them thousands of times in one process, where jest would load every
 * module again for each run. The functions of jest that the tests use are jest's own; the rest maps onto mocha's.
 */
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { expect } from 'expect';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';

/** What mocha gives to a file that it loads. */
interface Mocha {
  describe: Block;
  it: Block;
  before(hook: Hook): void;
  after(hook: Hook): void;
  beforeEach(hook: (this: { currentTest: Titled }) => void): void;
}

interface Block {
  (title: string, body: () => void): void;
  skip(title: string, body: () => void): void;
}

interface Titled { readonly title: string; readonly parent?: Titled }
type Hook = () => unknown;

const ROOT = path.join(__dirname, '..', '..');
const files = JSON.parse(process.env.LOGFIRE_MUTATION_TESTS!) as readonly string[];
const { describe, it, before, after, beforeEach } = globalThis as unknown as Mocha;
const load = createRequire(__filename);
const mocker = new ModuleMocker(globalThis);
let folder = ROOT;

/** mocha takes no timeout as its third argument; Stryker has one of its own. */
function block(mochas: Block, needsTitle: boolean): Block & { each: unknown } {
  const plain = (title: string, body: () => void): void => mochas(title, body);
  const skip = (title: string, body: () => void): void => mochas.skip(title, body);
  return Object.assign(plain, { skip, each: bind(plain, needsTitle) });
}

/** Loads modules as if for the first time, and forgets them again. */
function isolateModules(body: () => void): void {
  const loaded = { ...require.cache };
  for (const file of Object.keys(loaded).filter((name) => !name.includes(`${path.sep}node_modules${path.sep}`))) {
    delete require.cache[file];
  }
  try {
    body();
  } finally {
    for (const file of Object.keys(require.cache)) {
      delete require.cache[file];
    }
    Object.assign(require.cache, loaded);
  }
}

const { Map: PlainMap, WeakMap: PlainWeakMap } = globalThis;

/** Maps that modules of the library keep for themselves, and how to empty them. */
const kept: { readonly isEmpty: () => boolean; readonly forget: () => void }[] = [];

class KeptMap<K, V> extends PlainMap<K, V> {
  constructor(entries?: Iterable<readonly [K, V]> | null) {
    super(entries);
    kept.push({ isEmpty: () => this.size === 0, forget: () => this.clear() });
  }
}

class KeptWeakMap<K extends object, V> extends PlainWeakMap<K, V> {
  private known = new PlainWeakMap<K, V>();
  private isUsed = false;

  constructor() {
    super();
    kept.push({ isEmpty: () => !this.isUsed, forget: () => { this.known = new PlainWeakMap(); } });
  }

  public override get(key: K): V | undefined {
    return this.known.get(key);
  }

  public override has(key: K): boolean {
    return this.known.has(key);
  }

  public override set(key: K, value: V): this {
    this.isUsed = true;
    this.known.set(key, value);
    return this;
  }
}

for (const [kind, name] of [[KeptMap, 'Map'], [KeptWeakMap, 'WeakMap']] as const) {
  Object.defineProperty(kind, 'name', { value: name });
}

/**
 * Loads the tests and the library. What a map remembers that is still empty then is computed by tests, with one mutant or another: each test forgets
 * it first, or it would cover only what no test before it needed. Other maps are tables.
 */
function loadTests(): void {
  load('cdktf');
  Object.assign(globalThis, { Map: KeptMap, WeakMap: KeptWeakMap });
  try {
    for (const file of files) {
      describe(file, () => load(path.join(ROOT, file)));
    }
  } finally {
    Object.assign(globalThis, { Map: PlainMap, WeakMap: PlainWeakMap });
  }
  const memories = kept.filter(({ isEmpty }) => isEmpty());
  beforeEach(() => memories.forEach(({ forget }) => forget()));
}

beforeEach(function () {
  let suite = this.currentTest;
  while (suite.parent?.title) {
    suite = suite.parent;
  }
  folder = path.dirname(path.join(ROOT, suite.title));
  mocker.restoreAllMocks();
});

Object.assign(globalThis, {
  expect,
  describe: block(describe, false),
  it: block(it, true),
  test: block(it, true),
  beforeAll: before,
  afterAll: after,
  jest: {
    setTimeout: () => undefined,
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    isolateModules,
    doMock: () => undefined,
    requireActual: (name: string) => load(name.startsWith('.') ? path.join(folder, name) : name),
  },
});

loadTests();
