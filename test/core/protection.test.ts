import { App, TerraformElement, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  ApiScope, Duration, FrontendReplacement, l1, LogfireApiKey, LogfireFrontendApplication, LogfireProject, LogfireSlo, LogfireWriteToken, Sli,
  SloScope, TokenExpiry, TokenRotation,
} from '../../src';
import { resolved } from '../../src/core/resolving';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

function reportOf({ node: { root } }: Construct): string[] {
  try {
    (root as App).synth();
  } catch (error) {
    expect(String(error)).toContain('Validation failed');
    return String(error).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('['));
  }
  return [];
}

const project = (stack: TerraformStack) => LogfireProject.fromProjectId(stack, 'Existing', '00000000-0000-4000-8000-000000000001');
const token = (stack: TerraformStack) => new LogfireWriteToken(stack, 'X', { project: project(stack), rotation: TokenRotation.every(Duration.days(30)) });
const key = (stack: TerraformStack) => new LogfireApiKey(stack, 'X', { scopes: [ApiScope.ORGANIZATION_READ], expiry: TokenExpiry.at('2030-01-01T00:00:00Z') });
const rotatingKey = (stack: TerraformStack) => new LogfireApiKey(stack, 'X', {
  scopes: [ApiScope.ORGANIZATION_READ], expiry: TokenExpiry.never('burned into devices'), rotation: TokenRotation.manual(1),
});
const shop = (stack: TerraformStack) => new LogfireProject(stack, 'X');
const slo = (stack: TerraformStack) => new LogfireSlo(stack, 'X', { project: project(stack), sloScope: SloScope.service('shop'), sli: Sli.availability(), targetPercent: 99.9, deletionProtection: true });
const frontend = (stack: TerraformStack) => new LogfireFrontendApplication(stack, 'X', { project: project(stack), replacement: FrontendReplacement.CREATE_FIRST });

interface WithResource extends Construct {
  readonly resource: TerraformResource;
}

type Make = (stack: TerraformStack) => WithResource;
type Change = (construct: WithResource, stack: TerraformStack) => void;

/** How a program drops what protects a resource, and what it is told that it lost. */
const LOSSES: readonly (readonly [name: string, make: Make, drop: Change, lost: string])[] = [
  ['a lifecycle of its own', shop, ({ resource }) => { resource.lifecycle = { ignoreChanges: ['description'] }; }, 'its lifecycle has lost prevent_destroy, which this construct sets, so Terraform could destroy it'],
  ['no lifecycle', shop, ({ resource }) => { resource.lifecycle = undefined; }, 'lost prevent_destroy'],
  ['an override of the resource', shop, ({ resource }) => resource.addOverride('lifecycle.prevent_destroy', false), 'lost prevent_destroy'],
  ['a removed lifecycle', shop, ({ resource }) => resource.addOverride('lifecycle', undefined), 'lost prevent_destroy'],
  ['an override of the stack', shop, ({ resource }, stack) => stack.addOverride(`resource.logfire_project.${resource.friendlyUniqueId}.lifecycle.prevent_destroy`, false), 'lost prevent_destroy'],
  ['a stack that removes the resource', shop, ({ resource }, stack) => stack.addOverride(`resource.logfire_project.${resource.friendlyUniqueId}`, undefined), 'an override of the stack removes its resource, so Terraform would destroy it'],
  ['a lifecycle of a token', token, ({ resource }) => { resource.lifecycle = { createBeforeDestroy: true }; }, 'lost replace_triggered_by, which this construct sets, so neither its rotation nor a change of its lifetime would replace it'],
  ['another order', token, ({ resource }) => { resource.lifecycle = { ...resource.lifecycle, createBeforeDestroy: false }; }, 'lost create_before_destroy, which this construct sets, so a replacement would revoke the old one before the new one exists'],
  ['a removed check', token, ({ node }) => { node.tryRemoveChild('ExpiryCheck'); }, 'its check block app/X/ExpiryCheck was removed or overridden, so no plan would warn before it expires'],
  ['a removed anchor', token, ({ node }) => { node.tryRemoveChild('Anchor'); }, 'its child app/X/Anchor was removed, which its expiration and rotation need'],
  ['a removed anchor of a rotation alone', rotatingKey, ({ node }) => { node.tryRemoveChild('Anchor'); }, 'its child app/X/Anchor was removed, which its expiration and rotation need'],
  ['a removed trigger', rotatingKey, ({ node }) => { node.tryRemoveChild('Trigger'); }, 'its child app/X/Trigger was removed, which its expiration and rotation need'],
  ['a trigger of its own', rotatingKey, ({ resource }) => { resource.lifecycle = { ...resource.lifecycle, replaceTriggeredBy: ['terraform_data.mine'] }; }, 'lost replace_triggered_by'],
  ['an SLO', slo, ({ resource }) => { resource.lifecycle = {}; }, 'lost prevent_destroy'],
  ['a frontend application', frontend, ({ resource }) => { resource.lifecycle = {}; }, 'its lifecycle has lost'],
];

describe('what protects a resource is kept, or synth fails', () => {
  test.each(LOSSES)('%s', (_, make, drop, lost) => {
    const stack = newStack();
    drop(make(stack), stack);
    const report = reportOf(stack);
    expect(report).toEqual(expect.arrayContaining([expect.stringContaining(lost)]));
    expect(report.every((line) => line.startsWith('[app] app/X: '))).toBe(true);
  });

  test('a resource that moves to one without protection', () => {
    const stack = newStack();
    new l1.Project(stack, 'Target', { name: 'target' }).overrideLogicalId('target');
    shop(stack).resource.moveToId('logfire_project.target');
    stack.hasResourceMove = () => false;
    expect(reportOf(stack)).toEqual([
      '[app] app/X: its resource is moved to app/Target, whose lifecycle has no prevent_destroy, so Terraform could destroy it; '
      + 'set it there, or keep only the construct that is to have it, and call moveFromId on its resource [logfire:moved-resource]',
    ]);
  });

  test.each(['logfire_project.nowhere', 'logfire_project.nowhere["a"]'])('a resource that moves to nowhere: %s', (to) => {
    const stack = newStack();
    shop(stack).resource.moveToId(to);
    stack.hasResourceMove = () => false;
    expect(reportOf(stack)).toEqual([
      `[app] app/X: its resource is moved to ${to}, which the stack does not have, so Terraform would destroy it; `
      + 'keep only the construct that is to have it, and call moveFromId on its resource [logfire:moved-resource]',
    ]);
  });

  test('a token that moves away from its check', () => {
    const stack = newStack();
    new l1.WriteToken(stack, 'Target', { projectId: 'x' }).overrideLogicalId('target');
    token(stack).resource.moveToId('logfire_write_token.target[0]');
    stack.hasResourceMove = () => false;
    expect(reportOf(stack).filter((line) => line.startsWith('[app] app/X:'))).toEqual([
      '[app] app/X: its resource is moved to app/Target, whose lifecycle has no create_before_destroy, so a replacement would revoke the old one before the new one exists; '
      + 'set it there, or keep only the construct that is to have it, and call moveFromId on its resource [logfire:moved-resource]',
      '[app] app/X: its resource is moved to app/Target, whose lifecycle has no replace_triggered_by, so neither its rotation nor a change of its lifetime would replace it; '
      + 'set it there, or keep only the construct that is to have it, and call moveFromId on its resource [logfire:moved-resource]',
      '[app] app/X: its resource is moved to app/Target, but its check block app/X/ExpiryCheck still refers to it; '
      + 'keep only the construct that is to have it, and call moveFromId on its resource [logfire:moved-resource]',
    ]);
  });

  test.each<readonly [name: string, change: Change, lost: string]>([
    ['the lifecycle', ({ resource }) => { resource.lifecycle = undefined; }, 'its lifecycle has lost create_before_destroy, which this construct sets, so a replacement would revoke the old one before the new one exists; '
      + 'add to the lifecycle that the resource has instead of replacing it, or '],
    ['the check', (construct) => { construct.node.tryRemoveChild('ExpiryCheck'); }, 'its check block app/X/ExpiryCheck was removed or overridden, so no plan would warn before it expires; keep it, or '],
    ['its anchor', (construct) => { construct.node.tryRemoveChild('Anchor'); }, 'its child app/X/Anchor was removed, which its expiration and rotation need; keep it, or '],
  ])('a token without %s is told how to do without', (_, change, lost) => {
    const stack = newStack();
    change(token(stack), stack);
    expect(reportOf(stack).some((line) => line.startsWith(`[app] app/X: ${lost}`) && /, or \S+ .*\[logfire:lost-protection\]$/.test(line))).toBe(true);
  });

  test('a project that an override of the stack removes is told so', () => {
    const stack = newStack();
    const { resource } = shop(stack);
    stack.addOverride(`resource.logfire_project.${resource.friendlyUniqueId}`, undefined);
    expect(reportOf(stack)).toEqual([
      '[app] app/X: an override of the stack removes its resource, so Terraform would destroy it; remove the override, or remove the construct from the program [logfire:lost-protection]',
    ]);
  });

  test.each<readonly [name: string, path: string, value: unknown, isKept: boolean]>([
    ['removes it', '', undefined, false],
    ['removes all', 'check', undefined, false],
    ['removes its assertion', '.assert', undefined, false],
    ['replaces its assertion', '.assert', 'none', false],
    ['empties its assertion', '.assert', null, false],
    ['adds an assertion', '.assert', [{ condition: true, error_message: 'x' }], true],
    ['adds data', '.data', { http: {} }, true],
    ['adds another check', 'check.other', { assert: [] }, true],
  ])('a check of which an override %s is kept: %s', (_, path, value, isKept) => {
    const stack = newStack();
    const { node } = token(stack);
    const check = (node.findChild('ExpiryCheck') as TerraformElement).friendlyUniqueId;
    stack.addOverride(path.startsWith('check') ? path : `check.${check}${path}`, value);
    expect(reportOf(stack).filter((line) => line.includes('its check block'))).toHaveLength(isKept ? 0 : 1);
  });
});

describe('what adds to it passes', () => {
  test.each<readonly [name: string, make: Make, change: Change]>([
    ['nothing', token, () => {}],
    ['more of a lifecycle', shop, ({ resource }) => { resource.lifecycle = { ...resource.lifecycle, ignoreChanges: ['description'] }; }],
    ['an override beside it', shop, ({ resource }) => resource.addOverride('lifecycle.ignore_changes', ['description'])],
    ['an override that adds triggers', token, ({ resource }) => resource.addOverride('lifecycle.replace_triggered_by', ['terraform_data.mine'])],
    ['an override that merges', shop, ({ resource }) => resource.addOverride('lifecycle', {})],
    ['a stack that merges', key, (_, stack) => stack.addOverride('check', {})],
    ['a stack that overrides something else', token, ({ resource }, stack) => stack.addOverride(`resource.logfire_write_token.${resource.friendlyUniqueId}.name`, 'x')],
    ['triggers that are written as references', token, ({ resource }) => {
      const [trigger] = resource.lifecycle!.replaceTriggeredBy!;
      resource.lifecycle = { ...resource.lifecycle, replaceTriggeredBy: [`\${${resolved(resource, trigger)}}`] };
    }],
    ['true as a string', shop, ({ resource }) => resource.addOverride('lifecycle.prevent_destroy', 'true')],
    ['all ignored changes', (stack) => new LogfireProject(stack, 'X'), ({ resource }) => { resource.lifecycle = { ...resource.lifecycle, ignoreChanges: 'all' }; }],
    ['a move to a construct of the library', (stack) => {
      const target = new LogfireProject(stack, 'Target');
      target.resource.overrideLogicalId('target');
      return new LogfireProject(stack, 'X');
    }, ({ resource }, stack) => {
      resource.moveToId('logfire_project.target');
      stack.hasResourceMove = () => false;
    }],
    ['a move to a construct of the library that asks for none', (stack) => {
      new LogfireProject(stack, 'Target', { deletionProtection: false }).resource.overrideLogicalId('target');
      return new LogfireProject(stack, 'X');
    }, ({ resource }, stack) => {
      resource.moveToId('logfire_project.target');
      stack.hasResourceMove = () => false;
    }],
    ['a move to a resource with its lifecycle', (stack) => {
      new l1.Project(stack, 'Target', { name: 'target', lifecycle: { preventDestroy: true } }).overrideLogicalId('target');
      return new LogfireProject(stack, 'X');
    }, ({ resource }, stack) => {
      resource.moveToId('logfire_project.target');
      stack.hasResourceMove = () => false;
    }],
    ['a move into a module', shop, ({ resource }, stack) => {
      resource.moveToId('module.m.logfire_project.target');
      stack.hasResourceMove = () => false;
    }],
    ['a lifecycle where nothing was protected', (stack) => new LogfireProject(stack, 'X', { deletionProtection: false }), ({ resource }) => { resource.lifecycle = { ignoreChanges: 'all' }; }],
  ])('%s', (_, make, change) => {
    const stack = newStack();
    change(make(stack), stack);
    expect(reportOf(stack)).toEqual([]);
  });

  test('the construct whose new id keeps the old address', () => {
    const stack = newStack();
    shop(stack).resource.moveFromId('logfire_project.old');
    stack.hasResourceMove = () => false;
    expect(only(synth(stack), 'logfire_project').lifecycle).toEqual({ prevent_destroy: true });
  });
});
