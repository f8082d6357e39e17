import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { Duration } from '../../src';
import {
  checkAddable, checkDurationRange, checkedEnvironments, checkExistingId, checkMaxBytes, checkMaxLength, checkNotBlank, checkPositive, mayBeUuid,
} from '../../src/core/checks';
import { redacted } from '../../src/core/redaction';
import { cleanUp, newStack, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-00000000000A';

let scope: Construct;
let stage: string;
let seconds: number;

beforeEach(() => {
  const stack = newStack();
  stage = new TerraformVariable(stack, 'stage', {}).stringValue;
  seconds = new TerraformVariable(stack, 'seconds', {}).numberValue;
  scope = new Construct(stack, 'X');
});

afterEach(cleanUp);

/** What a check says about a value, without the path and the rule. */
function told(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^app\/X: (.*) \[logfire:[\w-]+\]$/, '$1');
  }
}

describe('a duration', () => {
  const SHORT = 'must be longer than zero, got';
  const ADVICE = 'pass a duration such as Duration.days(30)';
  const RANGE = 'every must be from 1m to 1d, got';
  const BETWEEN = 'pass one in between, such as Duration.hours(1)';
  const LONG = 'every must be at most 292 years, which is the longest that Terraform can add to an instant, got';

  test.each<readonly [string, (duration: Duration) => void, readonly (readonly [seconds: number, text?: string])[]]>([
    ['that is positive', (duration) => checkPositive(scope, 'every', duration), [[-1, `every ${SHORT} -1s; ${ADVICE}`], [0, `every ${SHORT} 0s; ${ADVICE}`], [1]]],
    ['that Terraform can add', (duration) => checkAddable(scope, 'every', duration), [
      [0, `every ${SHORT} 0s; ${ADVICE}`], [1], [9_223_372_036], [9_223_372_037, `${LONG} 2562047h47m17s; pass a shorter one`],
    ]],
    ['of a range', (duration) => checkDurationRange(scope, 'every', duration, Duration.minutes(1), Duration.days(1)), [
      [59, `${RANGE} 59s; ${BETWEEN}`], [60], [86_400], [86_401, `${RANGE} 24h1s; ${BETWEEN}`],
    ]],
  ])('%s', (_, check, cases) => {
    cases.forEach(([amount, text]) => expect(told(() => check(Duration.seconds(amount)))).toBe(text));
    expect(told(() => check(Duration.seconds(seconds)))).toBeUndefined();
  });
});

describe('a string', () => {
  test('that is not blank', () => {
    expect(told(() => checkNotBlank(scope, 'owner', '', 'leave it out'))).toBe('owner must not be blank, got ""; leave it out');
    expect(told(() => checkNotBlank(scope, 'owner', ' \n', 'leave it out'))).toBe('owner must not be blank, got " \\n"; leave it out');
    ['x', stage].forEach((text) => expect(told(() => checkNotBlank(scope, 'owner', text, 'leave it out'))).toBeUndefined());
  });

  test('of so many characters, however they are composed', () => {
    expect(told(() => checkMaxLength(scope, 'name', 'äöü!', 3))).toBe('name must be at most 3 characters, got 4; shorten it');
    ['a\u0308o\u0308u\u0308', '🎈🎈🎈', '', stage, undefined].forEach((text) => expect(told(() => checkMaxLength(scope, 'name', text, 3))).toBeUndefined());
  });

  test('of so many bytes, however they are composed', () => {
    expect(told(() => checkMaxBytes(scope, 'name', 'äö', 3))).toBe('name must be at most 3 bytes in UTF-8, got 4; shorten it');
    ['a\u0308b', 'abc', '', stage].forEach((text) => expect(told(() => checkMaxBytes(scope, 'name', text, 3))).toBeUndefined());
  });

  test('that is an environment, in a list of them', () => {
    expect(told(() => checkedEnvironments(scope, 'environments', ['dev', ' ']))).toBe('environments[1] must not be blank, got " "; leave environments out for all of them');
    expect(checkedEnvironments(scope, 'environments', [])).toBeUndefined();
    expect(checkedEnvironments(scope, 'environments', ['dev', 'a\u0308', stage, 'dev', '\u00e4'])).toEqual(['dev', '\u00e4', stage]);
  });
});

describe('the id of something that exists', () => {
  test.each([UUID, UUID.toLowerCase()])('may be %s', (id) => {
    expect(mayBeUuid(id)).toBe(true);
    checkExistingId(scope, 'projectId', id, 'project');
    expect(warnings(scope)).toEqual([]);
  });

  test('may be known only at apply', () => {
    expect(mayBeUuid(stage)).toBe(true);
    checkExistingId(scope, 'projectId', stage, 'project');
    expect(warnings(scope)).toEqual([]);
  });

  test.each([
    'shop', `x${UUID}`, `${UUID}0`, UUID.slice(1), UUID.replaceAll('-', ''), UUID.replace('A', 'G'), UUID.replace('-4000-', '-400-'), UUID.replace('-4000', ''),
  ])('is probably not %s', (id) => {
    expect(mayBeUuid(id)).toBe(false);
    checkExistingId(scope, 'projectId', id, 'project');
    expect(warnings(scope)).toEqual([`projectId ${JSON.stringify(redacted(id))} is not a UUID; Logfire finds projects by UUID, not by name [logfire:uuid]`]);
  });

  test.each([['project', 'a'], ['alert', 'an'], ['organization', 'an'], ['SLO', 'an'], ['usage', 'a']])('is never blank: of the %s', (noun, article) => {
    expect(told(() => checkExistingId(scope, 'id', ' ', noun))).toBe(`id must be the UUID of ${article} ${noun}, got " "; copy it from the ${noun}'s settings`);
  });
});
