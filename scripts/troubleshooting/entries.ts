import { ALERTING, SLOS } from './entries/alerting';
import { APP, PROVIDERS, SECRETS } from './entries/app';
import { CREDENTIALS, SINKS } from './entries/credentials';
import { DASHBOARD_RULES, DASHBOARDS } from './entries/dashboards';
import { MONITORING } from './entries/monitoring';
import { FILES, POLICIES, POLICY_RULES } from './entries/policies';
import { QUERIES, SQL_RULES } from './entries/queries';
import { VALUES } from './entries/values';
import { Entries, Entry } from './entry';
import type { ErrorId } from '../../src/core/error-ids';

/** Entries under one heading. */
export interface Chapter {
  readonly about: string;
  /** What all of them have in common, and where a guide has more. */
  readonly introduction: string;
  readonly entries: Readonly<Record<string, Entry>>;
}

const byId = (...parts: readonly Readonly<Record<string, Entry>>[]): Readonly<Record<string, Entry>> => (
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)).sort(([a], [b]) => a.localeCompare(b))));

export const CHAPTERS: readonly Chapter[] = [
  { about: 'Values and calls', introduction: 'A value has the wrong type or form, or a call is incomplete.', entries: byId(VALUES) },
  {
    about: 'The app and Terraform',
    introduction: 'These show only in the whole app: what is there twice, what would be lost, and what Terraform could not do. Synth reports all of them in one list, before it writes any file.',
    entries: byId(APP),
  },
  { about: 'Providers and organizations', introduction: 'The configuration of the Terraform provider, and which resource uses which.', entries: byId(PROVIDERS) },
  { about: 'Secrets', introduction: 'What you pass as a secret, and where it may appear. [Secrets](secrets.md) is the guide.', entries: byId(SECRETS) },
  { about: 'Tokens and keys', introduction: 'Expiration, rotation, scopes and limits. [Keys](keys.md) is the guide.', entries: byId(CREDENTIALS) },
  { about: 'Secret stores and environments of programs', introduction: 'How tokens get to the programs that use them. [Secrets](secrets.md) is the guide.', entries: byId(SINKS) },
  { about: 'Alerts, channels and SLOs', introduction: 'Who is notified, when and of what. [Alerting](alerting.md) is the guide.', entries: byId(ALERTING, SLOS) },
  { about: 'Monitoring', introduction: 'The ready-made alerts and dashboards. [Monitoring](monitoring.md) is the guide.', entries: byId(MONITORING) },
  { about: 'Queries', introduction: 'SQL that cannot run. The place in the query is a part of the error. [Queries](queries.md) is the guide.', entries: byId(QUERIES) },
  {
    about: 'Rules about SQL',
    introduction: 'SQL that runs, but cannot mean what it says. These are warnings, except for `Q1`. To accept one, add its id to `ignoredLintRules`. [Alerting](alerting.md) lists which rule applies where.',
    entries: SQL_RULES,
  },
  { about: 'Dashboards', introduction: 'Dashboards that Logfire would reject. [Dashboards](dashboards.md) is the guide.', entries: byId(DASHBOARDS) },
  {
    about: 'Rules about dashboards',
    introduction: 'Logfire accepts such a dashboard, but does not show what you intended. These are warnings, except for `D1`. To accept one, add its id to `ignoredLintRules`.',
    entries: DASHBOARD_RULES,
  },
  {
    about: 'Policies',
    introduction: 'Rules for a whole app, which you apply yourself. [Policies](policies.md) shows how to suppress one with a reason.',
    entries: { ...byId(POLICY_RULES), ...byId(POLICIES) },
  },
  { about: 'The inventory and the review page', introduction: 'Files that are written beside the stacks.', entries: byId(FILES) },
];

/** All entries. A compiler rejects a chapter that is missing here. */
export const ENTRIES: Entries<ErrorId> = {
  ...VALUES,
  ...APP,
  ...PROVIDERS,
  ...SECRETS,
  ...CREDENTIALS,
  ...SINKS,
  ...ALERTING,
  ...SLOS,
  ...MONITORING,
  ...QUERIES,
  ...SQL_RULES,
  ...DASHBOARDS,
  ...DASHBOARD_RULES,
  ...POLICY_RULES,
  ...POLICIES,
  ...FILES,
};
