import { TerraformDataSource, TerraformElement, TerraformOutput, TerraformProvider, TerraformResource } from 'cdktf';
import { finalAlias } from './final-state';

/** An element of the library that says itself what its blocks are called in Terraform. */
export interface Addressed {
  _addresses(): readonly string[];
}

/** Elements of every provider. */
export interface ElementsByKind {
  readonly resources: readonly TerraformResource[];
  readonly dataSources: readonly TerraformDataSource[];
  readonly providers: readonly TerraformProvider[];
  readonly outputs: readonly TerraformOutput[];
  readonly others: readonly TerraformElement[];
}

/** Two elements that write to one place. CDKTF merges them, so one is lost. */
export interface Collision {
  readonly address: string;
  readonly first: TerraformElement;
  readonly second: TerraformElement;
}

/** What the elements of one stack are called in Terraform. */
export interface Addresses {
  readonly owners: ReadonlyMap<string, TerraformElement>;
  readonly collisions: readonly Collision[];
}

/** Finds the address of each element, such as `logfire_project.shop`, `output.token` or `provider.aws.eu`. */
export function addressesOf({ resources, dataSources, providers, outputs, others }: ElementsByKind): Addresses {
  const owners = new Map<string, TerraformElement>();
  const collisions: Collision[] = [];
  const add = (address: string, second: TerraformElement) => {
    const first = owners.get(address);
    if (first === undefined) {
      owners.set(address, second);
    } else if (first !== second) {
      collisions.push({ address, first, second });
    }
  };
  resources.forEach((resource) => addResource(resource, add));
  outputs.forEach((output) => add(`output.${output.friendlyUniqueId}`, output));
  providers.forEach((provider) => add(providerAddress(provider.terraformResourceType, finalAlias(provider)), provider));
  dataSources.forEach((source) => add(`data.${source.terraformResourceType}.${source.friendlyUniqueId}`, source));
  others.forEach((element) => otherAddresses(element).forEach((address) => add(address, element)));
  return { owners, collisions };
}

type Add = (address: string, element: TerraformElement) => void;

/** Kinds of elements that CDKTF has no public test for. They are called by their kind and their id. */
const KINDS = new Set(['var', 'local', 'module', 'data.terraform_remote_state']);

function addResource(resource: TerraformResource, add: Add): void {
  const { _hasMoved, _imported } = resource as unknown as { readonly _hasMoved?: boolean; readonly _imported?: object };
  const address = `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
  if (!_hasMoved) {
    add(address, resource);
  }
  if (_imported !== undefined) {
    add(`import ${address}`, resource);
  }
  if (resource.hasResourceMove()) {
    movesOf(resource).forEach(({ from, to }) => {
      add(`moved-to ${to}`, resource);
      add(`moved-from ${from}`, resource);
    });
  }
}

/** The moves of a resource, from one address to another. */
export function movesOf(resource: TerraformResource): readonly { readonly from: string; readonly to: string }[] {
  return resource.toTerraform().moved ?? [];
}

function providerAddress(type: string, alias: string | undefined): string {
  return alias === undefined ? `provider.${type}` : `provider.${type}.${alias}`;
}

function otherAddresses(element: TerraformElement): readonly string[] {
  if ('_addresses' in element) {
    return (element as unknown as Addressed)._addresses();
  }
  const { _elementType: kind = '' } = element as unknown as { readonly _elementType?: string };
  return KINDS.has(kind) ? [`${kind}.${element.friendlyUniqueId}`] : writtenAddresses(element.toTerraform());
}

/** The addresses of blocks that only their text tells. */
function writtenAddresses(blocks: { [kind: string]: any }): string[] {
  const named = (kind: string, prefix: string) => Object.keys(blocks[kind] ?? {}).map((name) => `${prefix}.${name}`);
  const typed = (kind: string, prefix: string) => Object.entries<any>(blocks[kind] ?? {})
    .flatMap(([type, byName]) => Object.keys(byName ?? {}).map((name) => `${prefix}${type}.${name}`));
  const targets: any[] = Array.isArray(blocks.import) ? blocks.import : [];
  return [
    ...typed('resource', ''), ...typed('data', 'data.'),
    ...named('variable', 'var'), ...named('locals', 'local'), ...named('output', 'output'), ...named('module', 'module'), ...named('check', 'check'),
    ...targets.map(({ to }) => `import ${to}`),
  ];
}
