import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Language, LANGUAGES, stacksOf, testOf } from './programs';
import { CDKTF } from '../../scripts/flavour/flavours';
import { distOf } from '../../scripts/package/packages';
import { mustRun } from '../../scripts/run';

jest.setTimeout(600_000);

/** The packed library in a project of its own, as users of JavaScript have it. */
const JAVASCRIPT: Language = {
  name: 'javascript',
  main: 'main.js',
  target: 'js',
  tools: ['node', 'npm'],
  run: async (folder, flavour, env) => {
    const packed = path.join(distOf(flavour), 'js');
    const archive = fs.readdirSync(packed).find((file) => file.endsWith('.tgz'))!;
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
    await mustRun('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', path.join(packed, archive)], { cwd: folder });
    await mustRun('node', ['main.js'], { cwd: folder, env });
  },
};

/** A line that gives a credential to what cannot use it. */
interface WrongLine {
  /** In the file, counted from 1. */
  readonly line: number;
  readonly type: string;
}

/** How a language objects. */
interface Objection {
  readonly language: Language;
  /** Finds each error; its groups, joined, are what is compared. */
  readonly pattern: RegExp;
  readonly wanted: (line: WrongLine) => string;
}

const ADVICE = 'pass a LogfireIngestKey, a LogfireProjectMigration, a LogfireRotatingWriteToken or a LogfireWriteToken';
const factory = (name: string) => `or LogfireIngestKey.${name}(…) for an existing one [logfire:value-type]`;
const PATHS: { readonly [type: string]: string } = { LogfireReadToken: 'wrong/Shop/Read', LogfireFrontendToken: 'wrong/Web/Frontend', LogfireApiKey: 'wrong/Key' };
const atRunTime = ({ type }: WrongLine) => `LogfireError: ${PATHS[type]}: token must be a credential for programs that send telemetry, got a ${type}; ${ADVICE}, `;

const OBJECTIONS: readonly Objection[] = [
  {
    language: languageOf('java'),
    pattern: /Main\.java:\[(\d+),\d+\] (.+)/g,
    wanted: ({ line, type }) => `${line} incompatible types: ${CDKTF.javaPackage}.${type} cannot be converted to ${CDKTF.javaPackage}.ILogfireIngestCredential`,
  },
  {
    language: languageOf('go'),
    pattern: /main\.go:(\d+):\d+: (?:cannot use .+?: )?(.+)/g,
    wanted: ({ line, type }) =>
      `${line} ${CDKTF.goPackage}.${type} does not implement ${CDKTF.goPackage}.ILogfireIngestCredential (missing method CanSendTelemetry)`,
  },
  { language: languageOf('python'), pattern: /rejected: (.+)/g, wanted: (line) => `RuntimeError: ${atRunTime(line)}${factory('from_secret')}` },
  { language: JAVASCRIPT, pattern: /rejected: (.+)/g, wanted: (line) => `${atRunTime(line)}${factory('fromSecret')}` },
];

const WRONG = /^(.*\()\w+([,)].*?)\s*(?:\/\/|#) wrong: (\w+)$/;

describe.each(OBJECTIONS.map((objection) => [objection.language.name, objection] as const))('%s', (name, { language, pattern, wanted }) => {
  const folder = path.join(__dirname, 'wrong-credentials', name);
  const program = fs.readFileSync(path.join(folder, language.main), 'utf8');

  testOf(language)('rejects credentials that cannot send telemetry, by their types', async () => {
    const wrong = program.split('\n').flatMap((text, index) => {
      const type = WRONG.exec(text)?.[3];
      return type === undefined ? [] : [{ line: index + 1, type }];
    });
    expect(wrong.map(({ type }) => type)).toEqual(['LogfireReadToken', 'LogfireFrontendToken', 'LogfireApiKey']);
    const output = await stacksOf(folder, language, CDKTF).then(() => 'it ran', ({ message }: Error) => message);
    // Maven reports each error twice.
    const errors = new Set([...output.matchAll(pattern)].map(([, ...groups]) => groups.join(' ')));
    expect({ errors: [...errors], output }).toEqual({ errors: wrong.map(wanted), output });
  });

  testOf(language)('accepts a write token in their place', async () => {
    const twin = fs.mkdtempSync(path.join(os.tmpdir(), `logfire-twin-${name}-`));
    try {
      fs.cpSync(folder, twin, { recursive: true });
      const writeToken = name === 'python' ? 'write_token' : 'writeToken';
      const lines = program.split('\n').map((text) => text.replace(WRONG, `$1${writeToken}$2`));
      expect(lines.filter((text) => new RegExp(`\\(${writeToken}[,)]`).test(text)).length).toBe(4);
      fs.writeFileSync(path.join(twin, language.main), lines.join('\n'));
      expect(Object.keys(await stacksOf(twin, language, CDKTF))).toEqual(['wrong']);
    } finally {
      fs.rmSync(twin, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});

function languageOf(name: string): Language {
  return LANGUAGES.find((language) => language.name === name)!;
}
