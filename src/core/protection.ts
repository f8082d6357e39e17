import { TerraformElement, TerraformResource, TerraformResourceLifecycle } from 'cdktf';
import { movesOf } from './addresses';
import { declareRule, ownerOf, RuleFinding, StackContents } from './findings';

/** By this, every copy of the package finds what protects a resource. */
const PROTECTION = Symbol.for('cdktf-logfire/protection');

/** What protects a resource from being destroyed, or from expiring unnoticed. */
export interface Protection {
  /** How to change or drop it through the props of the construct, as it ends a sentence with "or". */
  readonly alternative: string;
  /** The element that warns before it expires. */
  readonly check?: TerraformElement | undefined;
  /** The elements that the lifecycle depends on. */
  readonly anchors?: readonly TerraformElement[] | undefined;
}

interface Protected extends Protection {
  readonly lifecycle: TerraformResourceLifecycle;
}

/** Remembers the lifecycle that a construct has just given its resource: synth fails if any of it is gone in the end. */
export function protect(resource: TerraformResource, protection: Protection): void {
  const value: Protected = { ...protection, lifecycle: { ...resource.lifecycle } };
  (resource as { [PROTECTION]?: Protected })[PROTECTION] = value;
}

function protectionOf(element: TerraformElement): Protected | undefined {
  return (element as { readonly [PROTECTION]?: Protected })[PROTECTION];
}

type Part = 'preventDestroy' | 'createBeforeDestroy' | 'replaceTriggeredBy' | 'ignoreChanges';

/** The parts of a lifecycle: their names in Terraform, and what happens without them. */
const PARTS: readonly (readonly [part: Part, attribute: string, consequence: string])[] = [
  ['preventDestroy', 'prevent_destroy', 'Terraform could destroy it'],
  ['createBeforeDestroy', 'create_before_destroy', 'a replacement would revoke the old one before the new one exists'],
  ['replaceTriggeredBy', 'replace_triggered_by', 'neither its rotation nor a change of its lifetime would replace it'],
  ['ignoreChanges', 'ignore_changes', 'every plan would replace it'],
];

/** What hardly any program differs from. */
const NONE: readonly never[] = [];

declareRule((contents) => {
  const findings: RuleFinding[] = [];
  for (const resource of contents.byKind.resources) {
    const protection = protectionOf(resource);
    if (protection !== undefined) {
      findings.push(...lossesOf(contents, resource, protection));
    }
  }
  return findings;
});

function lossesOf(contents: StackContents, resource: TerraformResource, protection: Protected): readonly RuleFinding[] {
  if (isMovedAway(resource)) {
    return movesOf(resource).flatMap(({ to }) => lossesByMove(contents, to, protection)).map((message) => ({ scope: ownerOf(resource), id: 'moved-resource', message }));
  }
  const messages = lossesInPlace(contents, resource, protection);
  return messages === NONE ? NONE : messages.map((message) => ({ scope: ownerOf(resource), id: 'lost-protection', message }));
}

function isMovedAway(resource: TerraformResource): boolean {
  return (resource as unknown as { readonly _hasMoved?: boolean })._hasMoved === true;
}

function lossesInPlace(contents: StackContents, resource: TerraformResource, protection: Protected): readonly string[] {
  const { lifecycle, alternative, check, anchors = NONE } = protection;
  const lost = lostParts(contents, resource, lifecycle);
  if (lost === undefined) {
    return ['an override of the stack removes its resource, so Terraform would destroy it; remove the override, or remove the construct from the program'];
  }
  const missing = anchors.length === 0 ? NONE : anchors.filter((anchor) => !contents.elements.has(anchor));
  const isWatched = check === undefined || (contents.elements.has(check) && isComplete(contents, check));
  if (lost.length === 0 && missing.length === 0 && isWatched) {
    return NONE;
  }
  return [
    ...lost.map(([, attribute, consequence]) => `its lifecycle has lost ${attribute}, which this construct sets, so ${consequence}; `
      + `add to the lifecycle that the resource has instead of replacing it, or ${alternative}`),
    ...missing.map(({ node }) => `its child ${node.path} was removed, which its expiration and rotation need; keep it, or ${alternative}`),
    ...isWatched ? [] : [`its check block ${check.node.path} was removed or overridden, so no plan would warn before it expires; keep it, or ${alternative}`],
  ];
}

function lossesByMove(contents: StackContents, to: string, { lifecycle, check }: Protected): string[] {
  const target = contents.addresses.owners.get(to.replace(/\[.*/s, ''));
  const better = 'keep only the construct that is to have it, and call moveFromId on its resource';
  if (target === undefined) {
    // What a module contains is not known here.
    return to.startsWith('module.') ? [] : [`its resource is moved to ${to}, which the stack does not have, so Terraform would destroy it; ${better}`];
  }
  const { path } = ownerOf(target).node;
  // A construct of the library asks for its own protection.
  const lost = protectionOf(target) === undefined ? lostParts(contents, target as TerraformResource, lifecycle) ?? [] : [];
  return [
    ...lost.map(([, attribute, consequence]) => `its resource is moved to ${path}, whose lifecycle has no ${attribute}, so ${consequence}; `
      + `set it there, or ${better}`),
    ...check === undefined || !contents.elements.has(check) ? []
      : [`its resource is moved to ${path}, but its check block ${check.node.path} still refers to it; ${better}`],
  ];
}

/** The parts of a lifecycle that a resource does not have in the end. Undefined if it is not written at all. */
function lostParts(contents: StackContents, resource: TerraformResource, asked: TerraformResourceLifecycle): typeof PARTS | undefined {
  if (isUnchanged(asked, resource.lifecycle) && !contents.final.isOverridden(resource, 'lifecycle')) {
    return NONE;
  }
  const attributes = contents.final.attributesOf(resource);
  return attributes && PARTS.filter(([part, attribute]) => !isKept(contents.final.resolved(asked[part]), attributes.lifecycle?.[attribute]));
}

/** Whether a lifecycle still has all that it had, so that nothing needs to be rendered. */
function isUnchanged(asked: TerraformResourceLifecycle, given: TerraformResourceLifecycle | undefined): boolean {
  return asked.preventDestroy === given?.preventDestroy && asked.createBeforeDestroy === given?.createBeforeDestroy
    && asked.replaceTriggeredBy === given?.replaceTriggeredBy && asked.ignoreChanges === given?.ignoreChanges;
}

/** Whether all that was asked for is there: more may be there, too. */
function isKept(asked: unknown, given: unknown): boolean {
  if (asked === undefined || asked === false || given === 'all') {
    return true;
  }
  if (!Array.isArray(asked)) {
    return String(given) === 'true';
  }
  const entries: unknown[] = Array.isArray(given) ? given : [];
  return asked.every((entry) => entries.some((other) => bare(other) === bare(entry)));
}

function bare(reference: unknown): unknown {
  return typeof reference === 'string' ? reference.replace(/^\$\{(.*)\}$/s, '$1') : reference;
}

/** Whether the stack's overrides leave all that an element writes. */
function isComplete({ final }: StackContents, element: TerraformElement): boolean {
  return !final.hasOverride('check') || contains(final.blocksOf(element), final.resolved(element.toTerraform()));
}

function contains(given: any, asked: any): boolean {
  if (Array.isArray(asked)) {
    return Array.isArray(given) && asked.every((item) => given.some((other) => contains(other, item)));
  }
  if (asked !== null && typeof asked === 'object') {
    return given !== null && typeof given === 'object' && Object.keys(asked).every((key) => contains(given[key], asked[key]));
  }
  return asked === given;
}
