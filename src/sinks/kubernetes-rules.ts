import { IConstruct } from 'constructs';
import { checkStoreName } from './store-rules';

const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const LABEL = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const KEY = /^(?!\.$|\.\.)[A-Za-z0-9._-]{1,253}$/;

/** Rejects a name that Kubernetes does not accept for a secret. */
export function checkKubernetesName(scope: IConstruct, prop: string, name: string): void {
  checkStoreName(scope, prop, name, SUBDOMAIN, 'up to 253 lower-case letters, digits, - and ., with a letter or digit at either end');
}

/** Rejects a name that Kubernetes does not accept for a namespace. */
export function checkKubernetesNamespace(scope: IConstruct, prop: string, namespace: string): void {
  checkStoreName(scope, prop, namespace, LABEL, 'up to 63 lower-case letters, digits and -, with a letter or digit at either end');
}

/** Rejects a key that Kubernetes does not accept in the data of a secret. */
export function checkKubernetesKey(scope: IConstruct, prop: string, key: string): void {
  checkStoreName(scope, prop, key, KEY, 'up to 253 ASCII letters, digits and ._-, not . and not beginning with ..');
}
