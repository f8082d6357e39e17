import { ACTIONS, listed, say, type Action, type Change, type Changes, type Sentence, type Subject, type Warning } from './changes';
import { isObject } from './json';
import { isCredential, isKnown, kindOf, lossOf, reasonOf } from './losses';
import { fatesOf, silencesOf } from './notifications';
import type { PageItem } from './page-data';
import type { Plan, PlannedCheck, PlannedResource } from './plan';
import { Rotations } from './rotations';
import { attributeChanges, type Names } from './values';

/** A plan, and the page's items of its stack by their addresses. */
export interface PlanOfStack {
  readonly plan: Plan;
  /** Said before addresses when the page does not tell the stacks apart. */
  readonly label: string;
  readonly items: ReadonlyMap<string, PageItem>;
}

/** Reads what plans change. Values in it may still look like secrets; see `withoutSecrets`. */
export function readChanges(plans: readonly PlanOfStack[]): Changes {
  const all = plans.flatMap((stack) => stack.plan.resource_changes.filter(isManaged).map((resource) => ({ stack, resource })));
  const names = namesOf(all.map(({ resource }) => resource));
  const fates = fatesOf(all.map(({ resource }) => resource), names);
  const rotations = new Map(plans.map(({ plan }) => [plan, new Rotations(plan)]));
  const changes: Change[] = [];
  const silences: Warning[] = [];
  const others = new Map<Action, number>();
  let unchanged = 0;
  for (const { stack, resource } of all) {
    const action = actionOf(resource);
    if (!isKnown(resource.type)) {
      if (action !== undefined && resource.type !== 'terraform_data') {
        others.set(action, (others.get(action) ?? 0) + 1);
      }
      continue;
    }
    const subject = subjectOf(stack, resource);
    silences.push(...silencesOf(resource, fates).map((sentence) => ({ sentence, subject })));
    if (action === undefined) {
      unchanged += 1;
    } else {
      changes.push(changeOf({ stack, resource, action, subject, names, rotations: rotations.get(stack.plan)! }));
    }
  }
  changes.sort((one, other) => ACTIONS.indexOf(one.action) - ACTIONS.indexOf(other.action) || Number(one.isRotation) - Number(other.isRotation));
  return {
    warnings: [...plans.flatMap(errorsOf), ...dangersOf(changes), ...silences, ...plans.flatMap(({ plan }) => plan.checks.flatMap(failuresOf))],
    changes,
    unchanged,
    others: ACTIONS.flatMap((action) => others.has(action) ? [[action, others.get(action)!] as const] : []),
    drift: plans.flatMap((stack) => driftOf(stack, names)),
  };
}

function isManaged({ mode = 'managed' }: PlannedResource): boolean {
  return mode === 'managed';
}

/** Undefined if nothing changes. */
function actionOf({ address, previous_address: previous, change: { actions, importing } }: PlannedResource): Action | undefined {
  const has = (action: string) => actions.includes(action);
  return has('create') && has('delete') ? 'replace'
    : has('delete') ? 'destroy'
      : has('forget') ? 'forget'
        : has('update') ? 'update'
          : has('create') ? 'create'
            : importing !== undefined ? 'import'
              : previous !== undefined && previous !== address ? 'move' : undefined;
}

/** The names of what has an id, for the values of other attributes. */
function namesOf(resources: readonly PlannedResource[]): Names {
  return new Map(resources.flatMap((resource) => {
    const { change: { before } } = resource;
    const name = ownName(resource);
    return isKnown(resource.type) && isObject(before) && typeof before.id === 'string' && name !== undefined ? [[before.id, name] as const] : [];
  }));
}

function ownName({ change: { before, after } }: PlannedResource): string | undefined {
  return [after, before].flatMap((side) => isObject(side) ? [side.name, side.label, side.slug] : [])
    .find((text): text is string => typeof text === 'string' && text !== '');
}

function subjectOf({ label, items }: PlanOfStack, resource: PlannedResource): Subject {
  const item = resource.deposed === undefined ? items.get(resource.address) : undefined;
  const address = label === '' ? resource.address : `${label}: ${resource.address}`;
  return { address, kind: kindOf(resource.type), name: ownName(resource) ?? item?.name ?? address, path: item?.path ?? '', anchor: item?.anchor };
}

interface ChangeParts {
  readonly stack: PlanOfStack;
  readonly resource: PlannedResource;
  readonly action: Action;
  readonly subject: Subject;
  readonly names: Names;
  readonly rotations: Rotations;
}

/** Reasons that a rotation has: what triggers the replacement, and the expiration that moves with it. */
const PLANNED: ReadonlySet<string | undefined> = new Set(['replace_by_triggers', 'replace_because_cannot_update']);
const UNPROTECTED = say`Deletion protection is switched off.`;

function changeOf({ stack, resource, action, subject, names, rotations }: ChangeParts): Change {
  const { type, change, action_reason: reason, deposed, previous_address: previous, address } = resource;
  const { actions, before, importing } = change;
  const attributes = action === 'replace' || action === 'update' ? attributeChanges(resource, names) : [];
  const trigger = action === 'replace' && isCredential(type) ? rotations.triggerOf(resource) : undefined;
  const forcing = [...new Set((change.replace_paths ?? []).map((path) => path.map(String).join('.')))];
  const isRotation = trigger === 'rotation' && PLANNED.has(reason) && forcing.every((path) => path === 'expires_at');
  const isRevoked = isCredential(type) && (action === 'destroy' || action === 'replace');
  return {
    ...subject,
    action,
    isCredential: isCredential(type),
    isRotation,
    why: [
      ...deposed === undefined ? [] : [say`An earlier replacement left this old object behind (deposed).`],
      ...isRotation ? [say`Rotates, as planned.`]
        : trigger === 'lifetime' ? [say`Its lifetime changes.`]
          : [reasonOf(reason)].flatMap((sentence) => sentence ?? []),
      ...forcing.length > 0 && !isRotation ? [listed('Cannot be changed in place: ', forcing, '.')] : [],
    ],
    effects: [
      ...action === 'destroy' || action === 'replace' ? [lossOf(type, action, isObject(before) ? before : {})] : [],
      ...isRevoked ? storedIn(stack, resource) : [],
      ...isRevoked && action === 'replace' ? [actions[0] === 'create'
        ? say`The new one is created first.`
        : say`The old one is revoked first, so nothing works in between.`] : [],
      ...action === 'forget' ? [say`Terraform forgets it, and Logfire keeps it.`] : [],
      ...importing?.id === undefined ? [] : [say`Imported by the id ${importing.id}.`],
      ...previous === undefined || previous === address ? [] : [say`Moved from ${previous}.`],
      ...protectionOf(resource),
    ],
    attributes,
  };
}

/** Where the page says that a credential is stored, or else what else in the plan refers to it. */
function storedIn({ plan, items }: PlanOfStack, { address, change: { actions } }: PlannedResource): Sentence[] {
  const sinks = items.get(address)?.sinks?.map(({ sink, path }) => `${sink} ${path}`);
  const places = sinks ?? (plan.referrers.get(`${address}.token`) ?? []).filter((from) => !/^(?:logfire_|terraform_data\.)/.test(from));
  if (places.length === 0) {
    return sinks === undefined ? [] : [say`Stored in the state only.`];
  }
  return [listed(actions.includes('create') ? 'The new one is stored in ' : 'Stored in ', places, '.')];
}

function protectionOf({ change: { before, after } }: PlannedResource): Sentence[] {
  return isObject(before) && isObject(after) && before.deletion_protection === true && after.deletion_protection === false
    ? [UNPROTECTED] : [];
}

function errorsOf({ plan, label }: PlanOfStack): Warning[] {
  return plan.errored ? [{ sentence: label === '' ? say`The plan ended with an error, so it is incomplete.` : say`The plan of ${label} ended with an error, so it is incomplete.` }] : [];
}

/** What has more than its attributes. */
const IRREPLACEABLE: ReadonlySet<string> = new Set(['organization', 'project', 'SLO', 'gateway provider']);

/** What is lost for good, and credentials that are replaced though no rotation is due. */
function dangersOf(changes: readonly Change[]): Warning[] {
  const rank = ({ kind }: Change) => kind === 'organization' ? 0 : kind === 'project' ? 1 : 2;
  const isLost = ({ action, kind, isCredential: revokes, isRotation }: Change) => (
    (action === 'destroy' || action === 'replace') && !isRotation && (revokes || IRREPLACEABLE.has(kind)));
  const beginningOf = ({ action, isCredential: revokes }: Change) => (
    action === 'destroy' ? 'Destroyed. ' : revokes ? 'Replaced, which is no rotation. ' : 'Replaced. ');
  return [
    ...changes.filter(isLost).sort((one, other) => rank(one) - rank(other))
      .map((change) => ({ sentence: prefixed(beginningOf(change), change.effects[0]), subject: change })),
    ...changes.filter(({ effects }) => effects.includes(UNPROTECTED)).map((change) => ({ sentence: UNPROTECTED, subject: change })),
  ];
}

function prefixed(beginning: string, { pieces: [first, ...rest], texts }: Sentence): Sentence {
  return { pieces: [beginning + first, ...rest], texts };
}

/** Checks that fail, such as those of credentials that are about to expire. */
function failuresOf({ address, status, instances = [] }: PlannedCheck): Warning[] {
  if (status !== 'fail' && status !== 'error') {
    return [];
  }
  const problems = instances.flatMap(({ problems: found = [] }) => found.map(({ message }) => String(message)));
  const name = address.to_display ?? 'a check';
  return problems.length === 0 ? [{ sentence: say`The check ${name} fails.` }] : problems.map((message) => ({ sentence: say`A check fails: ${message}` }));
}

/** What has changed outside of Terraform, in attributes that a program can set. */
function driftOf(stack: PlanOfStack, names: Names): Change[] {
  return stack.plan.resource_drift.filter((resource) => isManaged(resource) && isKnown(resource.type)).flatMap((resource) => {
    const isGone = resource.change.actions.includes('delete');
    const attributes = isGone ? [] : attributeChanges(resource, names);
    return !isGone && attributes.length === 0 ? [] : [{
      ...subjectOf(stack, resource),
      action: isGone ? 'destroy' as const : 'update' as const,
      isCredential: isCredential(resource.type),
      isRotation: false,
      why: isGone ? [say`Deleted outside of Terraform.`] : [],
      effects: [],
      attributes,
    }];
  });
}

