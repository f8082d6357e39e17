import { TerraformElement, TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import type { Item, Link } from './review';
import { textOf } from './text';
import { ownerOf, StackContents } from '../../core/findings';
import { originOf } from '../../core/origin';

type Json = { readonly [name: string]: any };

/** A Logfire resource as it is written. */
export interface WrittenResource {
  readonly contents: StackContents;
  readonly element: TerraformResource;
  readonly type: string;
  readonly attributes: Json;
  readonly item: Omit<Item, 'project' | 'facts'>;
}

/** The resources of some stacks, and how they refer to each other. */
export class Reading {
  /** Sorted by path. */
  public readonly resources: readonly WrittenResource[];
  private readonly byElement: ReadonlyMap<TerraformElement, WrittenResource>;
  private readonly byOwner = new Map<IConstruct, WrittenResource>();
  private readonly anchors = new Set<string>();

  constructor(private readonly stacks: readonly StackContents[], shown: readonly StackContents[]) {
    this.resources = shown
      .flatMap((contents) => contents.byKind.resources
        .filter(({ terraformResourceType }) => terraformResourceType.startsWith('logfire_'))
        .map((element) => ({ contents, element })))
      .map(({ contents, element }) => ({ contents, element, path: ownerOf(element).node.path }))
      .sort((one, other) => one.path < other.path ? -1 : one.path > other.path ? 1 : 0)
      .flatMap(({ contents, element, path }) => this.written(contents, element, path));
    this.byElement = new Map(this.resources.map((resource) => [resource.element, resource]));
    this.resources.forEach((resource) => this.byOwner.set(ownerOf(resource.element), resource));
  }

  /** What all items of a resource have, and what it says of itself. */
  public itemOf({ contents, attributes, item }: WrittenResource, facts: readonly (readonly [label: string, value: string | undefined])[]): Item {
    const { project_id: projectId } = attributes;
    const known = facts.flatMap(([label, value]) => value ? [{ label, value }] : []);
    return { ...item, ...projectId !== undefined && projectId !== null && { project: this.link(contents, projectId) }, facts: known };
  }

  /** The resources of a type. */
  public ofType(type: string): readonly WrittenResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** Follows a reference, also through other stacks. */
  public link(contents: StackContents, value: unknown): Link {
    const resource = this.follow(contents, value);
    return resource === undefined ? { text: textOf(value) } : { text: resource.item.name, anchor: resource.item.anchor };
  }

  /** The resource that a reference leads to, if the review shows it. */
  public follow(contents: StackContents, value: unknown): WrittenResource | undefined {
    const origin = originOf(this.stacks, contents, value);
    return origin && this.byElement.get(origin.element);
  }

  /** The anchor of the resource at a construct, or of the closest one around it. */
  public anchorAt(construct: IConstruct): string | undefined {
    for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
      const found = this.byOwner.get(at);
      if (found !== undefined) {
        return found.item.anchor;
      }
    }
    return undefined;
  }

  /** An anchor of which the page has no other. Each has a slash, and the ids that the page has for itself have none. */
  public anchorFor(text: string): string {
    const wanted = text.replace(/[^\p{L}\p{N}/_.-]+/gu, '-') || 'item';
    let anchor = wanted;
    for (let number = 2; this.anchors.has(anchor); number += 1) {
      anchor = `${wanted}-${number}`;
    }
    this.anchors.add(anchor);
    return anchor;
  }

  /** Nothing for a resource that an override removes. */
  private written(contents: StackContents, element: TerraformResource, ownPath: string): WrittenResource[] {
    const attributes = contents.final.attributesOf(element);
    if (attributes === undefined) {
      return [];
    }
    const path = textOf(ownPath);
    const own = [attributes.name, attributes.label, attributes.slug].map(textOf).find((text) => text !== '');
    const name = own ?? (textOf(ownPath.slice(contents.stack.node.path.length + 1)) || path);
    const item = {
      anchor: this.anchorFor(path),
      path,
      address: textOf(`${element.terraformResourceType}.${element.friendlyUniqueId}`),
      stack: textOf(contents.stack.node.path),
      name,
    };
    return [{ contents, element, type: element.terraformResourceType, attributes, item }];
  }
}
