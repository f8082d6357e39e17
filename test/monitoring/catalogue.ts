import { storyResults } from './stories';
import { SynthesizedAlert, synthesizedAlerts } from './subjects';

export const CATALOGUE = 'docs/alerts.md';

/** A kind of subject in the catalogue. */
interface Chapter {
  /** Id of its construct in `subjects.ts`. */
  readonly subject: string;
  readonly title: string;
  readonly entry: string;
  readonly about: string;
}

const CHAPTERS: readonly Chapter[] = [
  { subject: 'Service', title: 'Services and workers', entry: 'LogfireServiceMonitoring', about: '`monitorService`: an HTTP service or a worker.' },
  { subject: 'Ai', title: 'AI applications', entry: 'LogfireAiMonitoring', about: '`monitorAi`: agents and calls of language models.' },
  { subject: 'Hosts', title: 'All hosts', entry: 'LogfireHostMonitoring', about: '`monitorHost` without `hostName`: each host of the project.' },
  { subject: 'Host', title: 'One host', entry: 'LogfireHostMonitoring', about: '`monitorHost` with `hostName`.' },
  { subject: 'Database', title: 'Databases', entry: 'LogfireDatabaseMonitoring', about: '`monitorDatabase`: a database, as its clients see it.' },
  { subject: 'Queues', title: 'Queues', entry: 'LogfireQueueMonitoring', about: '`monitorQueue`: queues and their consumers.' },
  { subject: 'Job', title: 'Scheduled jobs', entry: 'LogfireJobMonitoring', about: '`monitorJob`: a job that runs on a schedule; here, each day.' },
  { subject: 'Frontend', title: 'Frontends', entry: 'LogfireFrontendMonitoring', about: '`monitorFrontend`: a web frontend, as browsers report it.' },
];

const NOTIFIES: { readonly [mode: string]: string } = {
  has_matches: 'every run with rows',
  has_matches_changed: 'start and end',
  matches_changed: 'every change of the rows',
  starts_having_matches: 'start',
};

/** Every alert that monitoring creates: what it says, when it fires, and its query. */
export function catalogue(): string {
  const alerts = synthesizedAlerts();
  const byDefault = new Set(synthesizedAlerts(false).map(({ alert }) => alert));
  const results = storyResults();
  return [
    '# The alerts of monitoring',
    '',
    `\`LogfireMonitoring\` and its subjects create these ${alerts.length} alerts. Each has ${results.length / alerts.length} stories with simulated telemetry, ${results.length} in all:`,
    'an incident in which it must fire, an ordinary day on which it must not, no telemetry at all, and three events of which two fail.',
    'A test runs each query as often as Logfire would, on DataFusion, which Logfire uses. `npm run docs:alerts` writes this page.',
    '',
    '| subject | alerts | active by default | on request |',
    '|---|---|---|---|',
    ...CHAPTERS.map(({ subject, title }) => {
      const own = of(alerts, subject);
      const active = own.filter(({ alert, active: runs }) => runs && byDefault.has(alert)).length;
      return `| [${title}](#${title.toLowerCase().replace(/ /g, '-')}) | ${own.length} | ${active} | ${own.length - active} |`;
    }),
    '',
    'An alert on request is inactive until you pass `active: true`, or does not exist until you pass a threshold. Its threshold here is an example.',
    'An empty struct, such as `latency: {}`, switches a kind of alert off.',
    '',
    ...CHAPTERS.flatMap((chapter) => chapterOf(chapter, of(alerts, chapter.subject), byDefault)),
  ].join('\n').trimEnd() + '\n';
}

function chapterOf({ title, entry, about }: Chapter, alerts: readonly SynthesizedAlert[], byDefault: ReadonlySet<string>): string[] {
  return [
    `## ${title}`,
    '',
    `\`${entry}\`, ${about}`,
    '',
    '| alert | what it says | window, every | notifies | by default | its incident, and the minutes until it fires | without telemetry |',
    '|---|---|---|---|---|---|---|',
    ...alerts.map((alert) => row(alert, byDefault.has(alert.alert))),
    '',
    ...alerts.flatMap(({ alert, sql }) => [`<details><summary>Query of ${idOf(alert)}</summary>`, '', '```sql', sql, '```', '', '</details>', '']),
  ];
}

function row({ alert, description, windowSeconds, frequencySeconds, notifyWhen, active }: SynthesizedAlert, exists: boolean): string {
  const stories = storyResults().filter((story) => story.alert === alert);
  const incident = stories.find(({ kind }) => kind === 'incident')!;
  const onEmpty = stories.find(({ kind }) => kind === 'no telemetry')!.fires ? 'fires' : 'does not fire';
  const state = exists ? active ? 'active' : 'inactive' : 'with a threshold';
  return `| ${idOf(alert)} | ${cell(description)} | ${timeOf(windowSeconds)}, ${timeOf(frequencySeconds)} | ${NOTIFIES[notifyWhen]} | ${state} | `
    + `${cell(incident.says)} ${incident.afterMinutes} | ${onEmpty} |`;
}

const of = (alerts: readonly SynthesizedAlert[], subject: string) => alerts.filter(({ alert }) => alert.startsWith(`${subject}/`));
const idOf = (alert: string) => alert.split('/')[1];
const cell = (text: string) => text.replace(/[\\|<>`*_[\]${}]/g, '\\$&');

function timeOf(seconds: number): string {
  const [amount, unit] = seconds % 86_400 === 0 ? [seconds / 86_400, 'd'] : seconds % 3600 === 0 ? [seconds / 3600, 'h'] : [seconds / 60, 'min'];
  return `${amount} ${unit}`;
}
