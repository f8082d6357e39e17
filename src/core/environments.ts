import { IConstruct } from 'constructs';
import { checkNotBlank } from './checks';

/** Deployment environments as the provider takes them: none at all and an empty list both mean all. */
export function renderEnvironments(scope: IConstruct, prop: string, environments: readonly string[]): string[] | undefined {
  environments.forEach((environment, index) => {
    checkNotBlank(scope, `${prop}[${index}]`, environment, `leave ${prop} out for all of them`);
  });
  return environments.length === 0 ? undefined : [...new Set(environments)];
}
