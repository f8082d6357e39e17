/**
 * Which room of `src` may import from which: the one table of the library's arrows. `l1` is generated, and imports nothing of the library.
 *
 * A room that is missing here may import nothing and be imported by no other room.
 */
const ARROWS = {
  core: [],
  sql: ['core'],
  provider: ['core'],
  sinks: ['core'],
  tokens: ['core', 'l1', 'provider', 'sinks'],
  projects: ['core', 'l1', 'tokens'],
  gateway: ['core', 'l1', 'tokens'],
  frontend: ['core', 'l1', 'tokens'],
  queries: ['core'],
  alerting: ['core', 'l1', 'queries', 'sql'],
  slo: ['core', 'l1', 'alerting', 'queries', 'sql'],
  dashboards: ['core', 'l1', 'queries', 'sql'],
  monitoring: ['core', 'l1', 'alerting', 'slo', 'queries', 'dashboards', 'projects', 'provider'],
  defaults: ['core', 'monitoring', 'tokens'],
  workloads: ['core', 'provider', 'sinks', 'tokens'],
  policies: ['core', 'sinks', 'tokens'],
  patterns: ['core', 'projects', 'provider', 'tokens', 'workloads'],
};

const rooms = Object.keys(ARROWS);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files import each other in a circle. Types count: put what both need into a file of its own.',
      severity: 'error',
      from: { pathNot: '^src/l1/' },
      to: { circular: true },
    },
    ...rooms.map((room) => ({
      name: `arrows-of-${room}`,
      comment: `A file of ${room} may import from ${['its own room', ...ARROWS[room]].join(', ')}; see .dependency-cruiser.cjs.`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [room, ...ARROWS[room]].map((allowed) => `^src/${allowed}/`) },
    })),
    {
      name: 'rooms-are-in-the-table',
      comment: 'A room needs a row in the table of .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: [...rooms, 'l1'].map((room) => `^src/${room}/`) },
      to: {},
    },
    {
      name: 'peers-only',
      comment: 'The published library needs its peers at run time, and what Node itself brings.',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: ['^src/', '(^|/)node_modules/(cdktf|constructs)/'], dependencyTypesNot: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.dev.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
