import { Markup, markup } from '../../core/markup';

/** Strokes in a square of 24. */
const STROKES = {
  change: 'M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4',
  project: 'M3 7l9-4 9 4v10l-9 4-9-4zM3 7l9 4 9-4M12 11v10',
  alert: 'M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4',
  schedule: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4',
  channel: 'M4 5h16v11H9l-5 4z',
  slo: 'M4 18a9 9 0 1116 0M12 14l4-5M12 14h.01',
  dashboard: 'M4 4h7v9H4zM13 4h7v5h-7zM13 12h7v8h-7zM4 16h7v4H4z',
  credential: 'M8 16a4 4 0 110-8 4 4 0 010 8zM12 12h9M18 12v4',
  other: 'M12 3l8 4.5v9L12 21l-8-4.5v-9z',
  finding: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  policy: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4',
} as const;

export type Icon = keyof typeof STROKES;

/** The icons, once in a page. */
export function iconSheet(): Markup {
  return markup`<svg class="sheet" aria-hidden="true">${Object.entries(STROKES).map(([name, strokes]) => (
    markup`<symbol id="icon-${name}" viewBox="0 0 24 24"><path d="${strokes}"/></symbol>`))}</svg>`;
}

export function iconOf(icon: Icon): Markup {
  return markup`<svg class="icon" aria-hidden="true" focusable="false"><use href="#icon-${icon}"/></svg>`;
}
