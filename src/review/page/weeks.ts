import { linkTo } from './parts';
import { Markup, markup } from '../../core/markup';
import type { ReviewDelivery } from '../model/review';
import { DAY_MINUTES, Span, Week, weekText } from '../model/week';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ALWAYS: readonly Span[] = [{ from: 0, to: DAY_MINUTES }];
const QUARTER = 15;
const DAY = DAY_MINUTES / QUARTER;
const HEIGHT = 8;

/** Who is notified in a week: a row for each delivery. */
export function deliveryWeek(deliveries: readonly ReviewDelivery[]): Markup | undefined {
  return deliveries.length === 0 ? undefined : markup`<table class="week"><thead><tr><th scope="col">Notifies</th><th scope="col"><span class="unseen">Hours</span><span class="days" aria-hidden="true">${
    DAYS.map((day) => markup`<span>${day.slice(0, 3)}</span>`)}</span></th></tr></thead><tbody>${deliveries.map(deliveryRow)}</tbody></table>`;
}

function deliveryRow({ channel, schedule, week }: ReviewDelivery): Markup {
  const hours = week && markup`: ${weekText(week)} <span class="zone">${week.timezone}</span>`;
  const when = schedule === undefined ? markup`at any time` : markup`${linkTo(schedule)}${hours}`;
  const drawn = schedule === undefined || week !== undefined ? strip(week?.days ?? DAYS.map(() => ALWAYS)) : undefined;
  return markup`<tr><th scope="row">${linkTo(channel)}</th><td>${drawn}<p>${when}</p></td></tr>`;
}

/** A week in one line. */
function strip(days: readonly (readonly Span[])[]): Markup {
  const spans = days.flatMap((ofDay, day) => ofDay.map(({ from, to }) => ({ from: from + day * DAY_MINUTES, to: to + day * DAY_MINUTES })));
  return bars(DAYS.length, spans);
}

/** A week as a grid of days and hours. */
export function weekGrid({ days }: Week): Markup {
  return markup`<table class="grid"><thead><tr><th scope="col"><span class="unseen">Day</span></th><th scope="col"><span class="unseen">Hours</span><span class="hours" aria-hidden="true">${
    [0, 6, 12, 18, 24].map((hour) => markup`<span>${hour}</span>`)}</span></th></tr></thead><tbody>${
    DAYS.map((day, index) => markup`<tr><th scope="row">${day.slice(0, 3)}<span class="unseen">${day.slice(3)}</span></th><td>${bars(1, days[index])}<span class="unseen">${
      weekText({ timezone: '', unknown: [], days: [days[index]] }).replace(/^Mon /, '')}</span></td></tr>`)}</tbody></table>`;
}

function bars(days: number, spans: readonly Span[]): Markup {
  const x = (minutes: number) => Math.round(minutes / QUARTER * 100) / 100;
  const width = days * DAY;
  const open = spans.map(({ from, to }) => `M${x(from)} 0h${x(to - from)}v${HEIGHT}h-${x(to - from)}z`).join('');
  const step = days === 1 ? DAY / 4 : DAY;
  const lines = Array.from({ length: width / step - 1 }, (_, index) => `M${(index + 1) * step} 0v${HEIGHT}`).join('');
  return markup`<svg class="bars" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="shut" d="M0 0h${width}v${HEIGHT}H0z"/>${
    open === '' ? undefined : markup`<path class="open" d="${open}"/>`}<path class="lines" d="${lines}"/></svg>`;
}
