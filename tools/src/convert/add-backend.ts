import { Bindings } from './bindings';
import { blocksOf, JsonObject } from './configuration';
import { Values } from './values';
import { Types } from '../program/assembly';
import { Entry, Expression, Json, list, literal, make, STACK } from '../program/model';
import { camelCase } from '../program/names';

/** Class of the backend for a name in Terraform, if CDKTF has one. */
export function backendClass(types: Types, name: string): string | undefined {
  const fqn = name === 'cloud' ? 'cdktf.CloudBackend' : `cdktf.${name.charAt(0).toUpperCase()}${name.slice(1)}Backend`;
  return types.of(fqn) && fqn;
}

/** A backend, or the `cloud` block: CDKTF would add a local one without an element of its own for it. */
export function addBackend(types: Types, values: Values, name: string, body: JsonObject): Expression {
  const fqn = backendClass(types, name)!;
  const [, config] = types.parameters(fqn);
  const type = (config.type as { readonly fqn: string }).fqn;
  const props = Object.entries(body).flatMap(([key, value]): Entry[] => {
    const property = types.property(type, camelCase(key));
    const prop = key === 'workspaces' ? workspaces(name, blocksOf(value)[0] ?? {}) : property && new Bindings(values, types).value(value, property.type);
    return prop === undefined ? [] : [[camelCase(key), prop]];
  });
  return make(fqn, STACK, { is: 'struct', type, props });
}

/** Which workspaces of HCP Terraform, by an object of a class for each way. */
function workspaces(backend: string, { name, prefix, tags, project }: JsonObject): Expression {
  const more = project === undefined ? [] : [literal(String(project))];
  if (backend === 'cloud') {
    return name === undefined
      ? make('cdktf.TaggedCloudWorkspaces', list((Array.isArray(tags) ? tags as readonly Json[] : []).map((tag) => literal(String(tag)))), ...more)
      : make('cdktf.NamedCloudWorkspace', literal(String(name)), ...more);
  }
  return name === undefined ? make('cdktf.PrefixedRemoteWorkspaces', literal(String(prefix))) : make('cdktf.NamedRemoteWorkspace', literal(String(name)));
}

