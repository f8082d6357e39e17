import { TerraformDataSource, TerraformElement, TerraformOutput, TerraformResource } from 'cdktf';
import { StackContents } from './findings';
import { resolved } from './resolving';

/** What a reference reads in the end: a resource or data source, and the stack that has it. */
export interface Origin {
  readonly contents: StackContents;
  readonly element: TerraformResource | TerraformDataSource;
  /** The reference in that stack. Two with one text read the same instance. */
  readonly text: string;
}

/** A text, and the stack in which it is to be read. */
interface Place {
  readonly contents: StackContents;
  readonly text: string;
}

/** CDKTF reads another stack through a data source of this id. */
const OTHER_STACK = 'cross-stack-reference-input-';
const REFERENCE = /^\$\{(?:sensitive\()*((?:data\.)?[\w-]+\.[\w-]+)(\[[^\]]*\])?(?:\.([\w.-]+))?\)*\}$/;
/** Locals that refer to each other are an error of Terraform. */
const MAX_STEPS = 20;

/**
 * Follows a reference through locals and other stacks, as far as the program tells. Two places that are equal have one value.
 *
 * @param text a resolved value, such as `${local.name}`; anything but a reference stays what it is
 */
export function followed(stacks: readonly StackContents[], contents: StackContents, text: string): Place {
  let place: Place = { contents, text };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const next = nextPlace(stacks, place);
    if (next === undefined) {
      break;
    }
    place = next;
  }
  const [, address, index = '', attribute] = REFERENCE.exec(place.text) ?? [];
  return address === undefined ? place : { ...place, text: `\${${address}${index}${attribute === undefined ? '' : `.${attribute}`}}` };
}

/** Finds the resource that a resolved value reads, such as `${logfire_project.shop.id}`. Undefined if it reads something else. */
export function originOf(stacks: readonly StackContents[], contents: StackContents, value: unknown): Origin | undefined {
  const place = typeof value === 'string' && value.includes('${') ? followed(stacks, contents, value) : undefined;
  const [, address] = (place && REFERENCE.exec(place.text)) ?? [];
  const element = address === undefined ? undefined : place!.contents.addresses.owners.get(address);
  return element !== undefined && isResource(element) ? { ...place!, element } : undefined;
}

function nextPlace(stacks: readonly StackContents[], { contents, text }: Place): Place | undefined {
  const [, address, index, attribute = ''] = REFERENCE.exec(text) ?? [];
  const element = address === undefined || index !== undefined ? undefined : contents.addresses.owners.get(address);
  if (element === undefined) {
    return undefined;
  }
  if (address.startsWith('local.') && attribute === '') {
    return placeIn(contents, contents.final.blocksOf(element).locals?.[element.friendlyUniqueId]);
  }
  const { id } = element.node;
  if (!address.startsWith('data.terraform_remote_state.') || !id.startsWith(OTHER_STACK)) {
    return undefined;
  }
  const other = stacks.find(({ stack }) => stack.node.path === id.slice(OTHER_STACK.length));
  const output = other?.addresses.owners.get(`output.${attribute.replace(/^outputs\./, '')}`);
  return other && output && placeIn(other, resolved(other.stack, (output as TerraformOutput).value));
}

function placeIn(contents: StackContents, text: unknown): Place | undefined {
  return typeof text === 'string' ? { contents, text } : undefined;
}

function isResource(element: TerraformElement): element is TerraformResource | TerraformDataSource {
  return TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element);
}
