import type { Finding, StackContents } from './app-validation';
import { ownerOf } from './owner';

/** A stack that uses Logfire without saying which, or that says it twice. */
export function providerFindings({ stack, resources, dataSources, providers }: StackContents): Finding[] {
  const [user] = [...resources, ...dataSources];
  if (providers.length === 0 && user !== undefined) {
    return [{
      scope: stack,
      message: `the stack has Logfire resources, the first is ${ownerOf(user).node.path}, but no Logfire provider; `
        + "add new LogfireProvider(this, 'Logfire') to it",
    }];
  }
  const [first, ...more] = providers.filter((provider) => provider.alias === undefined);
  return more.map((provider) => ({
    scope: provider,
    message: `the stack has a Logfire provider without alias already, ${first.node.path}; `
      + 'give one of them an alias, and pass it to the constructs that use it as provider',
  }));
}
