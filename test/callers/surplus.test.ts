import { call, ENTRY_POINTS, legalArgs } from './calls';
import { World } from './samples';
import { EntryPoint } from '../../scripts/signatures';
import { cleanUp } from '../synth';

afterEach(cleanUp);

/** A property that can be set takes one value: no more can be written. */
const isSet = ({ entry, parameters }: EntryPoint) => entry.endsWith(`#${parameters[0]?.name}`);

test.each(ENTRY_POINTS.filter((entryPoint) => !isSet(entryPoint)).map((entryPoint) => [entryPoint.entry, entryPoint] as const))(
  '%s rejects an argument too many',
  (_, entryPoint) => {
    const world = new World();
    const args = legalArgs(world, entryPoint);
    const most = args.length === 0 ? 'no arguments' : `at most ${args.length} argument${args.length === 1 ? '' : 's'}`;
    expect(() => call(world, entryPoint, [...args, 'too much'])).toThrow(`the call must have ${most}, got ${args.length + 1}`);
  },
);
