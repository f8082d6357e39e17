import * as fs from 'node:fs';
import { isObject, type Json } from './json';
import { ToolError } from '../problem';

/** The change of one resource. */
export interface PlannedResource {
  readonly address: string;
  readonly previous_address?: string;
  readonly mode?: string;
  readonly type: string;
  readonly name?: string;
  readonly deposed?: string;
  readonly action_reason?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: Json;
    readonly after?: Json;
    readonly after_unknown?: Json;
    readonly before_sensitive?: Json;
    readonly after_sensitive?: Json;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
    readonly importing?: { readonly id?: string };
  };
}

/** A `check` block, and what it found. */
export interface PlannedCheck {
  readonly address: { readonly to_display?: string; readonly kind?: string };
  readonly status: string;
  readonly instances?: readonly { readonly problems?: readonly { readonly message: string }[] }[];
}

/** A plan, as `terraform show -json` and `tofu show -json` print it. Only the parts that a review reads. */
export interface Plan {
  readonly resource_changes: readonly PlannedResource[];
  readonly resource_drift: readonly PlannedResource[];
  readonly checks: readonly PlannedCheck[];
  readonly errored: boolean;
  /** The resources that each resource refers to, by their addresses. */
  readonly references: ReadonlyMap<string, ReadonlySet<string>>;
  /** The other way: the resources that refer to each resource or attribute. */
  readonly referrers: ReadonlyMap<string, readonly string[]>;
}

/** The formats whose meaning is known. */
const FORMAT = /^1\.\d+$/;
const REMEDY = 'write one with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json';

/** Reads the plan in a file. */
export function readPlan(file: string): Plan {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ToolError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, `name a plan as JSON, or ${REMEDY}`);
  }
  return parsePlan(file, text);
}

/** Reads a plan. */
export function parsePlan(file: string, text: string): Plan {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ToolError(`${file} is not JSON`, REMEDY);
  }
  if (!isObject(document) || typeof document.format_version !== 'string' || document.terraform_version === undefined) {
    throw new ToolError(`${file} is not a plan of Terraform or OpenTofu`, REMEDY);
  }
  if (!FORMAT.test(document.format_version)) {
    throw new ToolError(`${file} has the format version ${JSON.stringify(document.format_version.slice(0, 20))}, not 1.x`, 'use a version of cdktf-logfire-tools that reads it');
  }
  if (document.planned_values === undefined && document.resource_changes === undefined) {
    throw new ToolError(`${file} is a state, not a plan`, REMEDY);
  }
  const references = referencesIn(document.configuration);
  return {
    resource_changes: resourcesIn(file, document.resource_changes),
    resource_drift: resourcesIn(file, document.resource_drift),
    checks: listIn(document.checks).filter(isCheck),
    errored: document.errored === true,
    references,
    referrers: referrersIn(references),
  };
}

function resourcesIn(file: string, value: unknown): PlannedResource[] {
  return listIn(value).map((entry) => {
    if (!isObject(entry) || typeof entry.address !== 'string' || typeof entry.type !== 'string' || !isObject(entry.change) || !Array.isArray(entry.change.actions)) {
      throw new ToolError(`${file} has a resource change without address, type or actions`, REMEDY);
    }
    return entry as unknown as PlannedResource;
  });
}

function isCheck(value: unknown): value is PlannedCheck {
  return isObject(value) && isObject(value.address) && typeof value.status === 'string';
}

/** What the resources of the root module refer to, without the attributes. */
function referencesIn(configuration: unknown): Map<string, Set<string>> {
  const root = isObject(configuration) && isObject(configuration.root_module) ? configuration.root_module : {};
  return new Map(listIn(root.resources).filter(isObject).map(({ address, expressions }) => {
    const found = new Set<string>();
    collectReferences(expressions, found);
    return [String(address), found];
  }));
}

function referrersIn(references: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const referrers = new Map<string, string[]>();
  for (const [from, targets] of references) {
    for (const target of targets) {
      const found = referrers.get(target) ?? [];
      found.push(from);
      referrers.set(target, found);
    }
  }
  return referrers;
}

function collectReferences(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    value.forEach((item) => collectReferences(item, found));
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (name === 'references') {
        listIn(item).forEach((reference) => found.add(String(reference)));
      } else {
        collectReferences(item, found);
      }
    }
  }
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
