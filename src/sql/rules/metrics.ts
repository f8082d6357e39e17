import type { QueryRule } from './rule';

/** The metrics of one thing, in seconds and, by the older conventions of OpenTelemetry, in milliseconds. */
const TWINS: readonly (readonly [seconds: string, milliseconds: string])[] = [
  ['http.server.request.duration', 'http.server.duration'],
  ['http.client.request.duration', 'http.client.duration'],
];

/** Q17: a service may send both. */
export const twinMetrics: QueryRule = {
  id: 'Q17',
  uses: ['alert', 'condition', 'panel'],
  finds: '`http.server.request.duration` together with `http.server.duration`, or those of clients: they measure the same requests, in seconds and in milliseconds',
  remedy: 'use the one that your services send',
  check(query, _, report) {
    for (const names of TWINS) {
      const [first, second] = names.map((name) => query.tokens.find(({ kind, value, partial }) => kind === 'text' && !partial && value === name));
      if (first !== undefined && second !== undefined) {
        const { start } = first.start > second.start ? first : second;
        report(start, `'${names[0]}' and '${names[1]}'`, 'they measure the same requests, in seconds and in milliseconds', 'use the one that your services send');
      }
    }
  },
};
