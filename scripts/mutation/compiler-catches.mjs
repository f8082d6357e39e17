/**
 * Mutants that the compiler rejects, so that no test has to: the id of an error or a warning is of a closed type.
 */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Where the id stands among the arguments. */
const POSITIONS = { fail: 1, failAt: 1, failWithoutPath: 0, warn: 1 };

const ids = {
  shouldIgnore({ node, parent, listKey, key }) {
    const isId = node.type === 'StringLiteral' && parent.type === 'CallExpression' && listKey === 'arguments' && POSITIONS[parent.callee.name] === key;
    return isId ? 'the compiler rejects another id' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'ids', ids)];
