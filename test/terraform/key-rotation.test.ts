import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { describeStandIn } from './harness';
import { day } from './periods';
import { at, created, stackJson, useStacks } from './stacks';
import {
  ApiScope, Duration, ILogfireProject, LogfireApiKey, LogfireGatewayApiKey, LogfireProject,
  LogfireRotatingApiKey, LogfireRotatingGatewayApiKey, LogfireRotatingReadToken, TokenExpiry, TokenOptions, TokenRotation,
} from '../../src';
import { TerraformJson } from '../synth';

interface RotatingOptions {
  readonly rotation: TokenRotation;
  readonly expiry: TokenExpiry;
}

jest.setTimeout(60_000);

describeStandIn('a key that rotates in Terraform', () => {
  const stacks = useStacks();

  test.each<[string, (scope: Construct, project: ILogfireProject, options: TokenOptions) => unknown]>([
    ['logfire_api_key', (scope, project, options) => new LogfireApiKey(scope, 'Key', { project, scopes: ApiScope.query(), ...options })],
    ['logfire_gateway_api_key', (scope, project, options) => new LogfireGatewayApiKey(scope, 'Key', { project, ...options })],
  ])('%s is replaced in the next period, and by a raised generation', async (type, make) => {
    const json = (rotation: TokenRotation) => stackJson((stack) => {
      make(stack, new LogfireProject(stack, 'Shop', { deletionProtection: false }), { rotation });
    });
    const workspace = await stacks.workspace(json(TokenRotation.manual(1)));
    const byCalendar = json(TokenRotation.every(Duration.days(30)));
    const steps: [TerraformJson, number][] = [
      [at(day(0), byCalendar), 1], [at(day(29), byCalendar), 1], [at(day(30), byCalendar), 2], [at(day(100), byCalendar), 3],
      [at(day(100), json(TokenRotation.manual(1))), 4], [at(day(100), json(TokenRotation.manual(2))), 5],
    ];
    for (const [step, expected] of steps) {
      workspace.write(step);
      await workspace.mustApply();
      expect(created(stacks.standIn, type)).toHaveLength(expected);
      expect(stacks.standIn.logfire.objects(type)).toHaveLength(1);
      expect(await workspace.planExitCode()).toBe(0);
    }
  });
});

describeStandIn('a rotation that is added or removed in Terraform', () => {
  const stacks = useStacks();

  test.each<[string, TokenExpiry, number]>([
    ['a lifetime is replaced by both', TokenExpiry.after(Duration.days(90)), 3],
    ['a fixed end stays', TokenExpiry.at('2199-01-01T00:00:00Z'), 1],
    ['no end stays', TokenExpiry.never('burned into devices'), 1],
  ])('a key with %s', async (_, expiry, expected) => {
    const json = (rotation?: TokenRotation) => at(day(0), stackJson((stack) => {
      new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ], expiry, rotation });
    }));
    const workspace = await stacks.workspace(json());
    for (const step of [json(), json(TokenRotation.manual(1)), json()]) {
      workspace.write(step);
      await workspace.mustApply();
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(created(stacks.standIn, 'logfire_api_key')).toHaveLength(expected);
  });
});

describeStandIn('two that take turns in Terraform', () => {
  const stacks = useStacks();

  test.each<[string, (scope: Construct, project: ILogfireProject, options: RotatingOptions) => { value: string; end?: string }]>([
    ['logfire_read_token', (scope, project, options) => {
      const current = new LogfireRotatingReadToken(scope, 'Turns', { project, ...options });
      return { value: current.tokenValue, end: current.tokenExpiresAt };
    }],
    ['logfire_api_key', (scope, project, options) => {
      const current = new LogfireRotatingApiKey(scope, 'Turns', { project, scopes: ApiScope.query(), ...options });
      return { value: current.tokenValue, end: current.tokenExpiresAt };
    }],
    ['logfire_gateway_api_key', (scope, project, options) => {
      const current = new LogfireRotatingGatewayApiKey(scope, 'Turns', { project, dailyLimitUsd: 5, ...options });
      return { value: current.tokenValue, end: current.tokenExpiresAt };
    }],
  ])('%s: over five periods, the one that programs hold stays valid for one more', async (type, make) => {
    const json = stackJson((stack) => {
      const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
      const { value, end } = make(stack, project, { rotation: TokenRotation.every(Duration.days(30)), expiry: TokenExpiry.after(Duration.days(90)) });
      new TerraformOutput(stack, 'current', { value, sensitive: true });
      new TerraformOutput(stack, 'ends', { value: end });
    });
    const workspace = await stacks.workspace(at(day(0), json));
    let held: unknown;
    for (let period = 0; period < 5; period += 1) {
      workspace.write(at(day(period * 30 + period), json));
      await workspace.mustApply();
      const current = await workspace.output('current');
      const valid = stacks.standIn.logfire.objects(type);
      expect(valid).toHaveLength(2);
      expect(await workspace.output('ends')).toBe(valid.find(({ token }) => token === current)!.expires_at);
      expect(current).not.toBe(held);
      if (period > 0) {
        expect(valid.map(({ token }) => token)).toContain(held);
      }
      held = current;
      expect(await workspace.planExitCode()).toBe(0);
    }
    // Two at first, then one more in each period.
    expect(created(stacks.standIn, type)).toHaveLength(2 + 4);
  });
});
