import { APPS } from './apps';
import { CALLERS } from './callers';
import { COMPILE } from './compile';
import { FORM } from './form';
import { FOUNDATION, FOUNDATION_AT_PLAN } from './foundation';
import { Mistake, SynthMistake } from './mistake';
import { MONITORING } from './monitoring';
import { QUERIES } from './queries';
import { ALERTING, DASHBOARDS, KEYS, SLOS } from './rooms';
import { SECRETS } from './secrets';

/** What synth catches, by what it is about. */
const AT_SYNTH: readonly (readonly [about: string, mistakes: readonly SynthMistake[]])[] = [
  ['Projects, tokens and the provider', FOUNDATION],
  ['Keys, gateways and frontend applications', KEYS],
  ['Secrets and where they are stored', SECRETS],
  ['Alerts, channels and schedules', ALERTING],
  ['Queries', QUERIES],
  ['SLOs', SLOS],
  ['Dashboards', DASHBOARDS],
  ['Monitoring, environments and defaults', MONITORING],
  ['The whole app', APPS],
  ['Time, numbers and text', FORM],
  ['What only a compiler would see', CALLERS],
];

export { COMPILE, FOUNDATION_AT_PLAN as PLAN };
export const SYNTH: readonly SynthMistake[] = AT_SYNTH.flatMap(([, mistakes]) => mistakes);

/** All of them, by what they are about. */
export const CHAPTERS: readonly { readonly about: string; readonly caughtAt: string; readonly mistakes: readonly Mistake[] }[] = [
  { about: 'The wrong type', caughtAt: 'compile', mistakes: COMPILE },
  ...AT_SYNTH.map(([about, mistakes]) => ({ about, caughtAt: 'synth', mistakes })),
  { about: 'What only Terraform knows', caughtAt: 'plan', mistakes: FOUNDATION_AT_PLAN },
];
