import { badge, itemCard, linkTo, listed, prose, queryDetails, Section, section } from './parts';
import { deliveryWeek, weekGrid } from './weeks';
import { Markup, markup } from '../../core/markup';
import { dashboardFigure } from '../../dashboards/dashboard-picture';
import type { AlertItem, ChannelItem, CredentialItem, DashboardItem, Link, OtherItem, ProjectItem, Review, ReviewTier, ScheduleItem, SloItem } from '../model/review';
import { durationText } from '../model/text';
import { weekText } from '../model/week';

const WEEK_HOURS = 168;

/** The sections about resources, without those that are empty. */
export function resourceSections(review: Review): Section[] {
  return [
    section('projects', 'Projects', review.projects.map(projectCard)),
    section('alerts', 'Alerts', review.alerts.map(alertCard)),
    section('slos', 'Service level objectives', review.slos.map(sloCard)),
    section('schedules', 'Schedules', review.schedules.map(scheduleCard)),
    section('channels', 'Channels', review.channels.map(channelCard)),
    section('dashboards', 'Dashboards', review.dashboards.map(dashboardCard)),
    section('credentials', 'Credentials', review.credentials.map(credentialCard)),
    section('others', 'Other resources', review.others.map(otherCard)),
  ].filter(({ count }) => count > 0);
}

function projectCard(project: ProjectItem): Markup {
  return itemCard(project, {
    kind: 'project',
    icon: 'project',
    more: project.members.map(({ kind, links }) => [`${kind} (${links.length})`, listed(links.map(linkTo))]),
  });
}

function alertCard(alert: AlertItem): Markup {
  const { isActive, deliveries, hoursCovered, query, description } = alert;
  const gap = hoursCovered === undefined || hoursCovered >= WEEK_HOURS || deliveries.length === 0 ? undefined
    : markup`<p class="note">Nobody is notified in ${round(WEEK_HOURS - hoursCovered)} of the ${WEEK_HOURS} hours of a week.</p>`;
  return itemCard(alert, {
    kind: 'alert',
    icon: 'alert',
    badges: [...isActive ? [] : [badge('inactive')], ...deliveries.length === 0 ? [badge('notifies nobody', 'warn')] : []],
    body: [prose(description), deliveryWeek(deliveries), gap, queryDetails('Query', query)],
  });
}

function sloCard(slo: SloItem): Markup {
  return itemCard(slo, {
    kind: 'slo',
    icon: 'slo',
    body: [
      prose(slo.description),
      markup`<div class="tiers">${slo.tiers.map(tierCard)}</div>`,
      queryDetails('All events', slo.totalQuery),
      queryDetails('Bad events', slo.badQuery),
    ],
  });
}

function tierCard({ name, urgency, burnRate, longWindow, shortWindow, routing, deliveries, reach }: ReviewTier): Markup {
  const windows = `over ${durationText(longWindow)} and over ${durationText(shortWindow)} (burn rate ${burnRate})`;
  const fires = reach === undefined ? markup`<p>Fires when the error budget burns too fast, ${windows}.</p>`
    : reach.secondsToFire === undefined ? markup`<p class="note">Can never fire: with this target, not even an outage reaches the burn rate of ${burnRate}.</p>`
      : markup`<p>Fires when <strong>${reach.badPercent} % of the events</strong> are bad, ${windows}. An outage fires it after ${durationText(reach.secondsToFire)}.</p>`;
  const lasts = reach?.secondsToFire === undefined || reach.secondsToSpend === undefined ? undefined
    : markup`<p>At this rate, the error budget lasts ${durationText(reach.secondsToSpend)}.</p>`;
  const notified = { deliveries: deliveryWeek(deliveries), nobody: markup`<p>Notifies nobody.</p>`, unmanaged: markup`<p>Keeps the channels configured in the Logfire UI.</p>` };
  return markup`<section class="tier"><h4>${name} ${badge(urgency)}</h4>${fires}${lasts}${notified[routing]}</section>`;
}

function scheduleCard(schedule: ScheduleItem): Markup {
  return itemCard(schedule, {
    kind: 'schedule',
    icon: 'schedule',
    more: [['Open', markup`${weekText(schedule.week)}`], ...usedBy(schedule.users)],
    body: [weekGrid(schedule.week)],
  });
}

function channelCard(channel: ChannelItem): Markup {
  return itemCard(channel, {
    kind: 'channel',
    icon: 'channel',
    badges: channel.isActive ? [] : [badge('inactive', 'warn')],
    more: usedBy(channel.users),
  });
}

function usedBy(users: readonly Link[]): (readonly [string, Markup])[] {
  return [['Used by', users.length === 0 ? markup`nothing here` : listed(users.map(linkTo))]];
}

function dashboardCard(dashboard: DashboardItem): Markup {
  const { drawn, panelAnchors, name } = dashboard;
  if (drawn === undefined) {
    return itemCard(dashboard, { kind: 'dashboard', icon: 'dashboard' });
  }
  const anchors = new Map(drawn.sections.flatMap(({ panels }, index) => panels.map((panel, at) => [panel, panelAnchors[index][at]] as const)));
  const panels = drawn.sections.map(({ title, panels: shown }) => markup`${title === '' ? undefined : markup`<h4>${title}</h4>`}<ul class="panels">${
    shown.map((panel) => markup`<li id="${anchors.get(panel)}"><strong>${panel.title}</strong> <span class="kind">${panel.kind}</span>${
      prose(panel.description)}${prose(panel.text)}${panel.queries.map((query) => queryDetails('Query', query))}</li>`)}</ul>`);
  return itemCard(dashboard, {
    kind: 'dashboard',
    icon: 'dashboard',
    body: [markup`<div class="frame" role="region" aria-label="Layout of ${name}" tabindex="0">${dashboardFigure(drawn, (panel) => anchors.get(panel))}</div>${panels}`],
  });
}

function credentialCard(credential: CredentialItem): Markup {
  const { kind, scopes, expiry, reason, neverExpires, rotation, sinks } = credential;
  return itemCard(credential, {
    kind: 'credential',
    icon: 'credential',
    badges: [badge(kind), ...neverExpires && kind !== 'frontend token' ? [badge('never expires', 'warn')] : []],
    more: [
      ...scopes.length === 0 ? [] : [['Scopes', listed(scopes.map((scope) => markup`<code>${scope}</code>`))] as const],
      ['Expires', markup`${expiry}${reason === undefined ? undefined : ` (${reason})`}`],
      ['Rotation', markup`${rotation}`],
      ['Stored in', sinks.length === 0 ? markup`the state only` : listed(sinks.map(({ sink, path }) => markup`${sink} <code>${path}</code>`))],
    ],
  });
}

function otherCard(other: OtherItem): Markup {
  return itemCard(other, { kind: 'other', icon: 'other', badges: [badge(other.kind)] });
}

function round(hours: number): number {
  return Math.round(hours * 10) / 10;
}
