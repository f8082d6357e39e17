import { App } from 'cdktf';
import { mixedByBindings, mixedByConstructs } from './mixed-trees';
import { servicesByHand, servicesMonitored } from './monitoring-trees';
import { projectsByBindings, projectsByConstructs, projectsWithoutExpiry } from './project-trees';
import { alertsByQueries, alertsByStrings, dashboardsByBuilder, dashboardsByObjects } from './query-trees';
import { convertedProgram, deepTree, existingTokens, manyStacks, manyTokens } from './size-trees';

/** A way to describe `count` times the same things. */
export type Tree = (app: App, count: number) => void;

export const TREES: { readonly [name: string]: Tree } = {
  projectsByConstructs,
  projectsByBindings,
  projectsWithoutExpiry,
  mixedByConstructs,
  mixedByBindings,
  dashboardsByBuilder,
  dashboardsByObjects,
  alertsByQueries,
  alertsByStrings,
  servicesMonitored,
  servicesByHand,
  convertedProgram,
  manyStacks,
  manyTokens,
  existingTokens,
  deepTree,
};
