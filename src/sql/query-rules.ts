import { unknownColumn } from './rules/columns';
import { hiddenAlias } from './rules/group-by';
import { levels } from './rules/levels';
import { twinMetrics } from './rules/metrics';
import { neverTrue } from './rules/never';
import { textAsNumber, wholePercentage } from './rules/numbers';
import { rowsThatAlwaysDiffer, rowsWithoutTrace } from './rules/rows';
import type { QueryRule } from './rules/rule';
import { alwaysOneRow, emptyGroups, oldRows } from './rules/silence';
import { allColumns, pendingSpans } from './rules/tables';
import { lengthAsText, listVariable, quotedVariable } from './rules/variables';
import { shortWindow } from './rules/windows';

/** The rules that warn, in the order of their ids. Q1, an unknown table, is an error. */
export const QUERY_RULES: readonly QueryRule[] = [
  quotedVariable, pendingSpans, emptyGroups, oldRows, alwaysOneRow, wholePercentage, rowsWithoutTrace, allColumns, shortWindow, levels, listVariable,
  hiddenAlias, textAsNumber, rowsThatAlwaysDiffer, lengthAsText, twinMetrics, unknownColumn, neverTrue,
];
