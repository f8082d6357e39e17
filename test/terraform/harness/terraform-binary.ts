import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Names to look for, best first. */
const CANDIDATES = process.env.TERRAFORM_BINARY_NAME ? [process.env.TERRAFORM_BINARY_NAME] : ['terraform', 'tofu'];

/** Path of Terraform or OpenTofu; undefined when neither is there. `TERRAFORM_BINARY_NAME` names another one. */
export const TERRAFORM_BINARY = findBinary(CANDIDATES, process.env.PATH ?? '');

/** Whether the suite runs against the provider of the registry instead of the stand-in. */
export const USES_REGISTRY_PROVIDER = process.env.LOGFIRE_E2E_PROVIDER === 'registry';

/** Like `describe`, for tests that run Terraform: without the binary they fail in CI, and are skipped, loudly, elsewhere. */
export function describeTerraform(name: string, tests: () => void): void {
  const fate = fateOf(TERRAFORM_BINARY, process.env);
  if (fate === 'run') {
    describe(name, tests);
  } else if (fate === 'fail') {
    describe(name, () => {
      it('needs terraform or tofu on the PATH', () => {
        throw new Error(`none of ${CANDIDATES.join(', ')} was found; in CI these tests must not be skipped`);
      });
    });
  } else {
    console.warn(`SKIPPED: ${name}. None of ${CANDIDATES.join(', ')} was found on the PATH.`);
    describe.skip(name, tests);
  }
}

/** Like `describeTerraform`, for tests that only make sense with the stand-in. */
export function describeStandIn(name: string, tests: () => void): void {
  if (USES_REGISTRY_PROVIDER) {
    describe.skip(`${name} (needs the stand-in)`, tests);
  } else {
    describeTerraform(name, tests);
  }
}

/** What becomes of tests that run Terraform. */
export function fateOf(binary: string | undefined, environment: Readonly<Record<string, string | undefined>>): 'run' | 'fail' | 'skip' {
  if (binary) return 'run';
  return environment.CI ? 'fail' : 'skip';
}

/** The binary among names or paths, best first. */
export function findBinary(names: readonly string[], path: string): string | undefined {
  return names.map((name) => find(name, path)).find((found) => found !== undefined);
}

function find(name: string, path: string): string | undefined {
  const file = process.platform === 'win32' && !/\.exe$/i.test(name) ? `${name}.exe` : name;
  const candidates = isAbsolute(file) ? [file] : path.split(delimiter).filter(Boolean).map((folder) => join(folder, file));
  return candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
