import { addressOf, isObject, Resource } from './configuration';
import type { Json } from '../program/model';

/** The resources in an order in which each comes after those that it refers to. */
export function inOrder(resources: readonly Resource[]): readonly Resource[] {
  const byAddress = new Map(resources.map((resource) => [addressOf(resource), resource]));
  const ordered = new Set<Resource>();
  const visiting = new Set<Resource>();
  const visit = (resource: Resource): void => {
    if (ordered.has(resource) || visiting.has(resource)) {
      return;
    }
    visiting.add(resource);
    addressesIn(resource.body).map((address) => byAddress.get(address)).filter((other) => other !== undefined).forEach(visit);
    ordered.add(resource);
  };
  resources.forEach(visit);
  return [...ordered];
}

/** Everything in a value that looks like the address of a resource. */
export function addressesIn(value: Json): string[] {
  if (typeof value === 'string') {
    return value.match(/(?<![\w.-])(?:data\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*/g) ?? [];
  }
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap(addressesIn);
  }
  return isObject(value) ? Object.values(value).flatMap(addressesIn) : [];
}
