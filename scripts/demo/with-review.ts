/** Loaded before an example: its app also writes the review page, without a line in the example. */
import { App } from 'cdktf';
import { LogfireReview } from 'cdktf-logfire';

const { synth } = App.prototype;

App.prototype.synth = function synthWithReview(this: App): void {
  LogfireReview.writeFor(this);
  synth.call(this);
};
