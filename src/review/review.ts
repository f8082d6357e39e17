import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { readReview } from './model/read-review';
import { reviewPage } from './page/page';
import { constructState } from '../core/app-state';
import { atSynthesis, stacksFor } from '../core/at-synthesis';
import { checkCall } from '../core/calls';
import { fail } from '../core/errors';
import { addStackRule, Finding } from '../core/findings';

const FILE = 'logfire-review.html';
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*\.html$/;

/** Options of a review page. */
export interface LogfireReviewOptions {
  /**
   * Name of the file. It must be letters, digits, `.`, `_` and `-`, and end in `.html`.
   *
   * @default 'logfire-review.html'
   */
  readonly fileName?: string;
}

/**
 * A page that shows what an app is about to create in Logfire, for reviews: one HTML file that opens from disk and needs no network.
 *
 * It shows the projects with what belongs to them, the alerts with their queries and who is notified when, the SLOs with what each tier
 * can catch, the dashboards as they will look, the credentials with scopes, expiration, rotation and secret stores, and everything that
 * synth warned about or that a suppression accepts. It never contains the value of a credential or another secret.
 *
 * @example
 * LogfireReview.writeFor(this);
 */
export class LogfireReview {
  /**
   * Writes the page at synth, if no stack has a finding. It shows the final attributes, with all overrides, and is the same at each synth.
   *
   * The page of an app is in its output directory, beside the stacks; that of a stack is next to its `cdk.tf.json`.
   *
   * @param scope an app for all its stacks, or a stack; fails with any other construct, and with an app without stacks
   * @param options the name of the file; fails if the app or stack already has a page with another name
   */
  public static writeFor(scope: IConstruct, options: LogfireReviewOptions = {}): LogfireReview {
    checkCall('LogfireReview.writeFor', arguments);
    const { fileName = FILE } = options;
    if (!FILE_NAME.test(fileName)) {
      fail(scope, 'file-name', `fileName must be letters, digits, ., _ and -, and end in .html, got ${JSON.stringify(fileName)}; omit it for ${FILE}`);
    }
    const isStack = TerraformStack.isStack(scope);
    const stacks = isStack || scope.node.scope === undefined ? stacksFor(scope) : [];
    if (stacks.length === 0) {
      fail(scope, 'file-scope', 'scope must be an app that has stacks, or a stack, got neither; call LogfireReview.writeFor with the app, after the last stack');
    }
    writeAtSynth(scope, stacks, fileName);
    if (!isStack) {
      addStackRule(scope, 'reviews', lateStack);
    }
    return new LogfireReview(fileName);
  }

  private constructor(
    /** Name of the file. */
    public readonly fileName: string,
  ) {}
}

/** The stacks that the page of the app shows. */
const stacksInReview = (scope: IConstruct) => constructState<true>(scope, 'stacks-in-review');

/** The last stack that a page shows. */
const lastStackIn = (scope: IConstruct) => constructState<TerraformStack>(scope, 'last-stack-in-review');

function writeAtSynth(scope: IConstruct, stacks: readonly TerraformStack[], fileName: string): void {
  const written = constructState<string>(scope, 'reviews');
  const before = written.get(scope);
  if (before !== undefined && before !== fileName) {
    fail(scope, 'file-name', `fileName must be the same for one ${TerraformStack.isStack(scope) ? 'stack' : 'app'}, got ${JSON.stringify(fileName)} after ${JSON.stringify(before)}; call LogfireReview.writeFor once`);
  }
  written.set(scope, fileName);
  lastStackIn(scope).set(scope, stacks[stacks.length - 1]);
  const isStack = TerraformStack.isStack(scope);
  const id = isStack ? 'LogfireStackReview' : 'LogfireReview';
  for (const stack of stacks.filter(({ node }) => node.tryFindChild(id) === undefined)) {
    if (!isStack) {
      stacksInReview(stack).set(stack, true);
    }
    atSynthesis(stack, id, ({ outdir, manifest }) => {
      // All stacks are complete when the last one is written.
      if (lastStackIn(scope).get(scope) === stack) {
        fs.writeFileSync(path.join(outdir, isStack ? manifest.forStack(stack).workingDirectory : '', fileName), reviewPage(readReview(scope)));
      }
    });
  }
}

/** A stack that was added after the page of the app was asked for: nothing would write the page. */
function lateStack(stack: TerraformStack): Finding[] {
  return stacksInReview(stack).has(stack) ? [] : [{
    scope: stack,
    id: 'late-stack',
    message: 'the stack was added after LogfireReview.writeFor was called for the app; call it at the end of the program, after the last stack',
  }];
}
