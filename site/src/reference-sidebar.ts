import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import rooms from './generated/rooms.json';

type Entry = StarlightRouteData['sidebar'][number];

const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;
const attrs = {};
const badge = undefined;

/**
 * The side bar of a page of the API reference: the areas of the library, with the types of the area that the page is in. All types on each of the
 * pages would be most of the site.
 */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  const [, language, type] = /^api\/([a-z]+)(?:\/(\w+))?$/.exec(starlightRoute.id) ?? [];
  if (language === undefined || language === 'bindings') {
    return;
  }
  const link = (label: string, href: string, isCurrent = false): Entry => ({ type: 'link', label, href, isCurrent, badge, attrs });
  const index = `${base}api/${language}/`;
  const group = (label: string, entries: Entry[]): Entry => ({ type: 'group', label, entries, collapsed: false, badge });
  starlightRoute.sidebar = [
    link('← Guides', base),
    group('API reference', [
      link('All types', index, type === undefined),
      ...rooms.map(({ title, anchor, types }) => (type !== undefined && types.includes(type)
        ? group(title, types.map((name) => link(name, `${index}${name}/`, name === type)))
        : link(title, `${index}#${anchor}`))),
    ]),
  ];
  starlightRoute.pagination = { prev: undefined, next: undefined };
});
