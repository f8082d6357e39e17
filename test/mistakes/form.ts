import { App, Fn, TerraformStack, TerraformVariable } from 'cdktf';
import { SynthMistake } from './mistake';
import {
  Delivery, Duration, LogfireAlert, LogfireChannel, LogfireInventory, LogfirePagerDutyService, LogfireProject, LogfireProjectProps,
  LogfireReview, LogfireRotatingWriteToken, LogfireSlo, Sli, SloRouting, SloScope, TokenExpiry, TokenOptions, TokenRotation,
} from '../../src';
import { newStack } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
const QUERY = 'SELECT trace_id FROM records WHERE is_exception';

const project = (props: LogfireProjectProps) => (stack: TerraformStack) => new LogfireProject(stack, 'Shop', props);
const token = (options: TokenOptions) => (stack: TerraformStack) => new LogfireProject(stack, 'Shop').addWriteToken('Token', options);
const query = (text: string) => (stack: TerraformStack) => new LogfireAlert(stack, 'Alert', { project: new LogfireProject(stack, 'Shop'), query: text });
const target = (targetPercent: number, routing?: SloRouting) => (stack: TerraformStack) => new LogfireSlo(stack, 'Slo', {
  project: LogfireProject.fromProjectId(stack, 'Shop', UUID), sli: Sli.availability(), sloScope: SloScope.service('shop'), targetPercent, routing,
});
const number = (stack: TerraformStack) => new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
const text = (stack: TerraformStack) => new TerraformVariable(stack, 'text', {}).stringValue;
const channel = (stack: TerraformStack) => LogfireChannel.fromChannelId(stack, 'Channel', UUID);
const FIXED = TokenExpiry.at('2027-03-31T00:00:00Z');
const MONTHLY = TokenRotation.every(Duration.days(30));

/** Lengths of time, numbers and texts that Terraform or Logfire cannot take, and values in the wrong unit. */
export const FORM: readonly SynthMistake[] = [
  { name: 'a token for 300 years', error: 'expiry must be at most 292 years', build: token({ expiry: TokenExpiry.after(Duration.days(300 * 366)) }) },
  { name: 'a warning 300 years before the end', error: 'warnBefore must be at most 292 years', build: token({ expiry: FIXED, warnBefore: Duration.days(300 * 366) }) },
  { name: 'a warning for the whole lifetime', error: 'warnBefore must be shorter than the lifetime', build: token({ expiry: TokenExpiry.after(Duration.days(30)), warnBefore: Duration.days(30) }) },
  { name: 'a rotation in each period, and one end for all', error: 'expiry must be a lifetime or never with TokenRotation.every', build: token({ expiry: FIXED, rotation: MONTHLY }) },
  {
    name: 'two tokens that take turns, and one end for all',
    error: 'expiry must be TokenExpiry.after for rotating tokens',
    build: (stack) => new LogfireRotatingWriteToken(stack, 'Turns', { project: new LogfireProject(stack, 'Shop'), expiry: FIXED, rotation: MONTHLY }),
  },
  { name: 'a rotation of half a day', error: 'rotation must have a period of whole days', build: token({ rotation: TokenRotation.every(Duration.hours(12)) }) },
  { name: 'a rotation number with a fraction', error: 'rotation must have a whole number of 0 or more', build: token({ rotation: TokenRotation.manual(1.5) }) },
  { name: 'a lifetime that is shorter than the rotation', error: 'expiry must cover the rotation period', build: token({ expiry: TokenExpiry.after(Duration.days(30)), rotation: MONTHLY }) },
  { name: 'half a minute as a fraction', error: 'use a smaller unit instead of a fraction', build: () => Duration.minutes(0.5) },
  { name: 'a duration that is no number', error: 'got NaN', build: () => Duration.days(NaN) },
  { name: 'a variable times two', error: 'compute with the value in Terraform', build: (stack) => token({ expiry: TokenExpiry.after(Duration.days(number(stack) * 2)) })(stack) },
  { name: 'a share of a variable', error: 'compute with the value in Terraform', build: (stack) => target(number(stack) / 100)(stack) },
  { name: 'a target as a fraction', error: 'did you mean 99.9?', build: target(0.999) },
  { name: 'a target of nothing', error: 'targetPercent must be above 0', build: target(0) },
  { name: 'a target as a word', error: 'targetPercent must be a number', build: target('three nines' as any) },
  {
    name: 'a channel twice at the same times',
    error: 'notify must have one delivery for each channel',
    build: (stack) => {
      const to = Delivery.to(channel(stack));
      new LogfireAlert(stack, 'Alert', { project: new LogfireProject(stack, 'Shop'), query: QUERY, notify: [to, to] });
    },
  },
  {
    name: 'a channel twice for one tier',
    error: 'must have one delivery for each channel',
    build: (stack) => {
      const to = Delivery.to(channel(stack));
      target(99.9, SloRouting.bySeverity({ page: [to, to], ticket: [] }))(stack);
    },
  },
  { name: 'half an emoji', error: 'description must be text of whole characters', build: project({ description: 'The shop \ud83d' }) },
  { name: 'half an emoji in a query', error: 'query must be text of whole characters', build: query(`${QUERY} -- \udc00`) },
  { name: 'a query from a file with a mark before it', error: 'query must be text without a byte order mark', build: query(`\ufeff${QUERY}`) },
  { name: 'a text with a zero in it', error: 'description must be text without the character U+0000', build: project({ description: 'shop\0' }) },
  { name: 'a construct named by a variable', error: 'id must be a string that is not blank and is known at synth', build: (stack) => new LogfireProject(stack, `Shop-${text(stack)}`) },
  { name: 'a construct named by nothing', error: 'id must be a string that is not blank', build: (stack) => new LogfireProject(stack, ' ') },
  { name: 'a construct beside the stacks', error: 'scope must be a stack or a construct in one', build: (_, app) => new LogfireProject(app, 'Shop') },
  {
    name: 'a name that only looks different',
    error: 'is taken by',
    build: (stack) => {
      const shop = new LogfireProject(stack, 'Shop');
      ['Caf\u00e9', 'Cafe\u0301'].forEach((alertName, index) => new LogfireAlert(stack, `A${index}`, { project: shop, alertName, query: QUERY }));
    },
  },
  {
    name: 'an id of PagerDuty that is too long in bytes',
    error: 'pagerDutyServiceId must be at most 255 bytes in UTF-8, got 256',
    build: (stack) => new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'é'.repeat(128) }),
  },
  {
    name: 'an inventory before the last stack',
    error: 'the stack was added after LogfireInventory.writeFor was called',
    build: (stack, app) => {
      LogfireInventory.writeFor(app);
      const late = newStack(app, 'late');
      new LogfireProject(stack, 'Shop');
      new LogfireProject(late, 'Till');
    },
  },
  { name: 'an inventory of nothing', error: 'scope must be a stack, or an app that has stacks', build: () => LogfireInventory.writeFor(new App()) },
  {
    name: 'an inventory in the place of the stack',
    error: 'fileName must be letters, digits',
    build: (stack) => LogfireInventory.writeFor(stack, { fileName: 'cdk.tf.json' }),
  },
  {
    name: 'a review page before the last stack',
    error: 'the stack was added after LogfireReview.writeFor was called',
    build: (stack, app) => {
      LogfireReview.writeFor(app);
      new LogfireProject(stack, 'Shop');
      new LogfireProject(newStack(app, 'late'), 'Till');
    },
  },
  {
    name: 'a review page of one construct',
    error: 'scope must be an app that has stacks, or a stack',
    build: (stack) => LogfireReview.writeFor(new LogfireProject(stack, 'Shop')),
  },
  {
    name: 'a review page that no browser opens',
    error: 'fileName must be letters, digits',
    build: (stack) => LogfireReview.writeFor(stack, { fileName: 'review.json' }),
  },
  { name: 'an end in a year that no calendar has', error: 'expiry must be an RFC 3339 timestamp', build: token({ expiry: TokenExpiry.at('12027-03-31T00:00:00Z') }) },
  { name: 'a list of texts for one text', error: 'description must be a string', build: (stack) => project({ description: Fn.split(',', text(stack)) as any })(stack) },
];
