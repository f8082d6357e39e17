import * as fs from 'node:fs';
import { isObject } from './json';
import type { Plan } from './plan';
import { ToolError } from '../problem';

/** What the page of synth says of one resource. */
export interface PageItem {
  readonly anchor: string;
  readonly path: string;
  readonly address: string;
  readonly stack: string;
  readonly name: string;
  /** Where a credential is stored. Undefined for what is no credential. */
  readonly sinks?: readonly { readonly sink: string; readonly path: string }[];
}

/** The items of one stack, by their addresses. */
export type Items = ReadonlyMap<string, PageItem>;

/** The page that `LogfireReview` writes at synth. */
export interface Page {
  readonly file: string;
  readonly html: string;
  readonly stacks: ReadonlyMap<string, Items>;
}

/** The data that the page contains. */
const DATA = /<script type="application\/json" id="data">(.*)<\/script>/;
const REMEDY = 'call LogfireReview.writeFor(app) at the end of the program, and synth';

/** Reads a page. */
export function readPage(file: string): Page {
  let html: string;
  try {
    html = fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new ToolError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, REMEDY);
  }
  const review = dataIn(html);
  if (review === undefined) {
    throw new ToolError(`${file} is not a page of LogfireReview`, REMEDY);
  }
  const stacks = new Map((review.stacks as string[]).map((stack) => [stack, new Map<string, PageItem>()]));
  for (const item of Object.values(review).flatMap((list) => Array.isArray(list) ? list as unknown[] : []).filter(isItem)) {
    stacks.get(item.stack)?.set(item.address, item);
  }
  return { file, html, stacks };
}

function dataIn(html: string): { readonly [name: string]: unknown } | undefined {
  try {
    const review: unknown = JSON.parse(DATA.exec(html)?.[1] ?? '');
    return isObject(review) && Array.isArray(review.stacks) ? review : undefined;
  } catch {
    return undefined;
  }
}

function isItem(value: unknown): value is PageItem {
  return isObject(value) && typeof value.address === 'string' && value.address !== '' && typeof value.anchor === 'string' && typeof value.stack === 'string';
}

/** The stack that a plan is of: the one that is named, or else the one that has most of its resources. */
export function stackOf(page: Page, plan: Plan, file: string, named: string | undefined): string {
  const stacks = [...page.stacks];
  if (named !== undefined) {
    if (!page.stacks.has(named)) {
      throw new ToolError(`${page.file} has no stack ${JSON.stringify(named)}`, `name one of ${stacks.map(([stack]) => stack).join(', ')}`);
    }
    return named;
  }
  const counts = stacks.map(([stack, items]) => ({ stack, count: plan.resource_changes.filter(({ address }) => items.has(address)).length }));
  const most = Math.max(...counts.map(({ count }) => count));
  const best = counts.filter(({ count }) => count === most);
  if (best.length > 1) {
    throw new ToolError(
      `${file} may be the plan of any of the stacks ${best.map(({ stack }) => stack).join(', ')}`,
      `name its stack: --plan ${best[0].stack}=${file}`,
    );
  }
  return best[0].stack;
}
