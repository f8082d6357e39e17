/**
 * Mutants that the compiler rejects, so that no test has to: the id of an error or a warning is of a closed type.
 */
import { readFileSync } from 'node:fs';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const IDS = new Set([...readFileSync(new URL('../../src/core/error-ids.ts', import.meta.url), 'utf8').matchAll(/'([^']+)'/g)].map(([, id]) => id));
/** What rejects or warns: all of these take an id. */
const TELLING = ['fail', 'failAt', 'failWithoutPath', 'warn', 'reject', 'refuse'];

const ids = {
  shouldIgnore({ node, parent, key, listKey }) {
    if (node.type !== 'StringLiteral' || !IDS.has(node.value)) {
      return undefined;
    }
    const isArgument = parent.type === 'CallExpression' && listKey === 'arguments' && TELLING.includes(parent.callee.name ?? parent.callee.property?.name);
    const isMember = parent.type === 'ObjectProperty' && key === 'value' && parent.key.name === 'id';
    return isArgument || isMember ? 'the compiler rejects another id' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'ids', ids)];
