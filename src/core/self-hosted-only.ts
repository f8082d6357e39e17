import type { Finding, StackContents } from './app-validation';
import { ownerOf } from './owner';

/** Types that Logfire's own service does not have (provider: organization). */
const SELF_HOSTED_ONLY: ReadonlySet<string> = new Set(['logfire_organization']);
const OWN_SERVICE = /^https?:\/\/([^/@]*\.)?pydantic\.dev(:\d+)?\/?$/i;

/** A resource that is there on a self-hosted Logfire only, with a provider that certainly is not one. */
export function selfHostedOnlyFindings({ resources, providers }: StackContents): Finding[] {
  const defaultProvider = providers.find((provider) => provider.alias === undefined);
  return resources.flatMap((resource) => {
    const provider = resource.provider ?? defaultProvider;
    const { baseUrl } = (provider ?? {}) as { baseUrl?: string };
    if (!SELF_HOSTED_ONLY.has(resource.terraformResourceType) || baseUrl === undefined || !OWN_SERVICE.test(baseUrl)) {
      return [];
    }
    return [{
      scope: ownerOf(resource),
      message: `a ${resource.terraformResourceType} can be made on a self-hosted Logfire only, but its provider ${provider!.node.path} is for ${baseUrl}; `
        + 'give it a provider with the baseUrl of a self-hosted Logfire',
    }];
  });
}
