import { AlertStories, StoriesByAlert } from '../story';
import { DAY, every, HOUR, MINUTE, ONSET, point, Row, Telemetry, WATCHED_DAY } from '../telemetry';

/** How much of a host is in use, from 0 to 1. */
interface Usage {
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
}

const COLLECTOR = (at: number, host: string, { cpu, memory, disk }: Usage): Row[] => {
  const resource = { 'host.name': host };
  return [
    point(at, 'system.cpu.utilization', 1 - cpu, { state: 'idle', cpu: 'cpu0' }, resource),
    point(at, 'system.cpu.utilization', cpu, { state: 'user', cpu: 'cpu0' }, resource),
    point(at, 'system.memory.utilization', memory, { state: 'used' }, resource),
    point(at, 'system.memory.utilization', 1 - memory, { state: 'free' }, resource),
    point(at, 'system.filesystem.utilization', disk, { mountpoint: '/', mode: 'rw' }, resource),
    // The image of a package is always full.
    point(at, 'system.filesystem.utilization', 1, { mountpoint: '/snap/core', mode: 'ro' }, resource),
  ];
};

const SDK = (at: number, host: string, { cpu, memory }: Usage): Row[] => {
  const resource = { 'host.name': host };
  return [
    point(at, 'system.cpu.simple_utilization', cpu, {}, resource),
    point(at, 'system.memory.utilization', 1 - memory, { state: 'available' }, resource),
    point(at, 'process.cpu.utilization', cpu / 2, {}, resource),
  ];
};

type Source = typeof COLLECTOR;

const CALM: Usage = { cpu: 0.3, memory: 0.6, disk: 0.7 };

/** By day a host is busier, and once an hour a job keeps it fully busy for two minutes. */
function ordinary(at: number): Usage {
  const busy = at % HOUR < 2 * MINUTE;
  return busy ? { cpu: 1, memory: 0.97, disk: 0.72 } : CALM;
}

const points = (source: Source, host: string, from: number, to: number, usage: (at: number) => Usage) => (
  every(MINUTE, from, to, (at) => source(at + 7, host, usage(at))));

const quiet = (source: Source): Telemetry => ({
  metrics: ['web-1', 'web-2'].flatMap((host) => points(source, host, WATCHED_DAY - 2 * HOUR, WATCHED_DAY + DAY, ordinary)),
});

/** Three points of a host that is busy: they are of one minute, so that nothing is sustained. */
const three = (source: Source): Telemetry => ({ metrics: [1, 2, 3].flatMap((second) => source(ONSET - 60 + second, 'web-1', { cpu: 1, memory: 1, disk: 1 })) });

/** One of two hosts is in use as much as that from the onset on. */
const busy = (source: Source, usage: Partial<Usage>): Telemetry => ({
  metrics: [
    ...points(source, 'web-2', ONSET - 2 * HOUR, ONSET + HOUR, () => CALM),
    ...points(source, 'web-1', ONSET - 2 * HOUR, ONSET, ordinary),
    ...points(source, 'web-1', ONSET, ONSET + HOUR, () => ({ ...CALM, ...usage })),
  ],
});

const down = (source: Source): Telemetry => ({
  metrics: [...points(source, 'web-2', ONSET - 2 * HOUR, ONSET + HOUR, () => CALM), ...points(source, 'web-1', ONSET - 2 * HOUR, ONSET, () => CALM)],
});

function storiesOf(source: Source, name: string): StoriesByAlert {
  const story = (says: string, firesAfter: number, telemetry: Telemetry): AlertStories => ({
    incident: { says, firesAfter, telemetry }, quiet: quiet(source), three: three(source),
  });
  return {
    [`${name}/CpuCritical`]: story('A process of one host never ends.', 10, busy(source, { cpu: 0.99 })),
    [`${name}/CpuWarning`]: story('One host has too much to do.', 10, busy(source, { cpu: 0.93 })),
    [`${name}/MemoryCritical`]: story('A process of one host loses memory.', 10, busy(source, { memory: 0.97 })),
    [`${name}/MemoryWarning`]: story('One host has too little memory.', 10, busy(source, { memory: 0.92 })),
    // A host that is known by its name is missed also if it never sent anything. One that sends three points, and no more, is silent afterwards.
    [`${name}/SilenceCritical`]: { ...story('One host is switched off.', 5, down(source)), firesOnEmpty: name === 'Host', firesOnThree: true },
  };
}

export const HOSTS: StoriesByAlert = {
  ...storiesOf(COLLECTOR, 'Hosts'),
  ...storiesOf(SDK, 'Host'),
  'Hosts/DiskCritical': { ...storiesOf(COLLECTOR, 'Hosts')['Hosts/CpuCritical'], incident: { says: 'Nobody deletes the logs.', firesAfter: 15, telemetry: busy(COLLECTOR, { disk: 0.95 }) } },
  'Hosts/DiskWarning': { ...storiesOf(COLLECTOR, 'Hosts')['Hosts/CpuWarning'], incident: { says: 'A backup stays on the host.', firesAfter: 15, telemetry: busy(COLLECTOR, { disk: 0.85 }) } },
};
