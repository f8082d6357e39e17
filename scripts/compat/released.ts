import { run } from '../run';

/**
 * Whether npm has a release of a package. jsii-diff takes every failure for a package that is not there, and then compares nothing.
 *
 * @throws when the registry does not say
 */
export async function isReleased(packageName: string): Promise<boolean> {
  const { exitCode, output } = await run('npm', ['view', packageName, 'version', '--json', '--loglevel=error']);
  if (exitCode === 0) {
    return true;
  }
  if (/\bE404\b/.test(output)) {
    return false;
  }
  throw new Error(`npm does not say whether ${packageName} is released:\n${output}`);
}
