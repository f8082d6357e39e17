import { API_LANGUAGES } from './api/languages';
import { exampleNames } from './gallery';
import { SitePage } from './page';

/** An entry of the side bar, as Starlight takes it: links are relative to the site's base. */
export type Entry =
  | { readonly label: string; readonly link: string }
  | { readonly label: string; readonly collapsed?: boolean; readonly items: readonly Entry[] };

/** Pages in the groups of the side bar, in the order in which they are read. A page of `docs` that is in none of them is a guide. */
const GROUPS: { readonly [label: string]: readonly string[] } = {
  'Start here': ['', 'languages', 'versions', 'examples'],
  'Guides': ['basics', 'projects', 'tokens', 'keys', 'secrets', 'environments', 'alerting', 'monitoring', 'queries', 'dashboards', 'policies', 'review'],
  'Work with it': ['testing', 'tools', 'troubleshooting', 'upgrading', 'adopting', 'migrating-from-hcl', 'migrating-from-pulumi', 'migrating-to-cdktn'],
  'Reference': ['alerts', 'what-is-caught', 'performance'],
  'Project': ['contributing', 'security'],
};

export function navigation(pages: readonly SitePage[]): Entry[] {
  const titles = new Map(pages.map(({ place, title }) => [place, title]));
  const entry = (place: string, label = titles.get(place)!): Entry => ({ label, link: place === '' ? '/' : `/${place}/` });
  const grouped = new Set(Object.values(GROUPS).flat());
  const nested = (directory: string) => pages.map(({ place }) => place).filter((place) => place.startsWith(`${directory}/`));
  const further: { readonly [label: string]: () => Entry[] } = {
    'Start here': () => [{ label: 'All examples', collapsed: true, items: exampleNames().map((name) => entry(`examples/${name}`)) }],
    'Guides': () => pages.filter(({ place, source }) => source?.startsWith('docs/') && !place.includes('/') && !grouped.has(place) && place !== 'decisions').map(({ place }) => entry(place)),
    'Reference': () => [
      { label: 'API', items: [...API_LANGUAGES.map(({ name, title }) => entry(`api/${name}`, title)), entry('api/bindings')] },
    ],
    'Project': () => [
      { label: 'Releases', collapsed: true, items: nested('releases').map((place) => entry(place)) },
      { label: 'Decisions', collapsed: true, items: [entry('decisions', 'Overview'), ...nested('decisions').map((place) => entry(place))] },
    ],
  };
  return Object.entries(GROUPS).map(([label, places]) => ({
    label, items: [...places.filter((place) => titles.has(place)).map((place) => entry(place, place === '' ? 'Overview' : undefined)), ...further[label]?.() ?? []],
  }));
}
