import { backendClass } from './add-backend';
import { backendsOf } from './add-provider';
import { differenceOf } from './comparison';
import { addressOf, Configuration, Resource } from './configuration';
import { Built, Fallback, ProgramBuilder, Stage } from './program-builder';
import { addressesIn } from './references';
import { Unsayable } from './values';
import { ToolError } from '../problem';
import { Types } from '../program/assembly';
import type { Program } from '../program/model';
import { Outcome, runProgram } from '../program/run';

/** A converted configuration. */
export interface Conversion {
  readonly program: Program;
  /** What a user has to know, a sentence each. */
  readonly notes: readonly string[];
}

const NEXT: { readonly [stage in Stage]: Stage | undefined } = { construct: 'binding', binding: 'json', json: undefined };

/**
 * Converts a configuration into a program with the same resources at the same addresses.
 *
 * The program is run, and what it synthesizes is compared with the configuration. A resource that a construct does not say exactly is
 * taken back to its binding, until nothing differs.
 */
export function convert(configuration: Configuration, stackName: string, source: string): Conversion {
  const fallbacks = new Map<string, Fallback>();
  for (;;) {
    const built = attempt(configuration, stackName, source, fallbacks);
    const outcome = built && runProgram(built.program);
    const taken = built === undefined ? true : takeBack(configuration, built, outcome!, fallbacks);
    if (!taken) {
      const notes = notesOf(configuration, fallbacks, outcome!.message);
      return { program: { ...built!.program, header: headerOf(source, notes) }, notes };
    }
  }
}

/** The program; undefined if a resource had to be taken back while it was built. */
function attempt(configuration: Configuration, stackName: string, source: string, fallbacks: Map<string, Fallback>): Built | undefined {
  const builder = new ProgramBuilder(configuration, stackName, fallbacks);
  try {
    return builder.build([]);
  } catch (error) {
    if (!(error instanceof Unsayable) || builder.current === undefined) {
      throw error instanceof Unsayable ? new ToolError(`${source} cannot be converted: ${error.message}`, 'change that, or leave it out') : error;
    }
    fallBack(builder.current, error.message, fallbacks);
    return undefined;
  }
}

/** Whether a resource was taken back, so that the program has to be built again. */
function takeBack(configuration: Configuration, { owners }: Built, { stack, failedAt, message }: Outcome, fallbacks: Map<string, Fallback>): boolean {
  if (failedAt !== undefined) {
    const owner = owners[failedAt];
    if (owner === undefined || fallbacks.get(owner)?.stage === 'json') {
      throw new ToolError(`the configuration cannot be converted: ${message}`, 'change that, or leave it out');
    }
    fallBack(owner, message!, fallbacks);
    return true;
  }
  const wrong = configuration.resources.filter(isLogfire).flatMap((resource) => {
    const stage = fallbacks.get(addressOf(resource))?.stage ?? 'construct';
    const given = stack?.[resource.mode]?.[resource.type]?.[resource.name];
    const difference = stage === 'json' ? undefined : given === undefined ? 'its address would be another' : differenceOf(resource, given);
    return difference === undefined ? [] : [[resource, stage === 'construct' ? `with a construct, ${difference}` : difference] as const];
  });
  wrong.forEach(([resource, difference]) => fallBack(addressOf(resource), difference, fallbacks));
  return wrong.length > 0;
}

function fallBack(address: string, reason: string, fallbacks: Map<string, Fallback>): void {
  const { stage } = fallbacks.get(address) ?? { stage: 'construct' as const };
  fallbacks.set(address, { stage: NEXT[stage] ?? 'json', reason: firstLine(reason) });
}

function firstLine(text: string): string {
  return text.split('\n')[0].trim();
}

const isLogfire = ({ type }: Resource) => type.startsWith('logfire_');

function headerOf(source: string, notes: readonly string[]): string[] {
  return [
    `Converted from ${source} by \`cdktf-logfire convert\`. All addresses are as before, so a plan against the same state is empty.`,
    ...notes.map((note) => `- ${note}`),
  ];
}

function notesOf(configuration: Configuration, fallbacks: ReadonlyMap<string, Fallback>, message: string | undefined): string[] {
  const foreign = configuration.resources.filter((resource) => !isLogfire(resource)).map(addressOf);
  const others = configuration.others.map(({ name }) => name);
  const paths = configuration.resources.filter(({ body }) => addressesIn(body).some((address) => /^path\./.test(address)));
  const backends = backendsOf(configuration.terraform).map(([name]) => name);
  const unknown = backends.filter((name) => backendClass(Types.load(), name) === undefined);
  return [
    ...foreign.length === 0 ? [] : [`Not converted, but kept as Terraform JSON: ${foreign.join(', ')}`],
    ...others.length === 0 ? [] : [`Blocks kept as Terraform JSON: ${others.join(', ')}`],
    ...others.includes('module') ? ['A module source such as ./vpc is relative to the directory of the synthesized stack now: write its absolute path'] : [],
    ...[...fallbacks].map(([address, { stage, reason }]) => `${address} ${stage === 'json' ? 'is kept as JSON' : 'uses its L1 binding'}: ${reason}`),
    ...paths.length === 0 ? [] : [`path.module and path.root mean another directory now: check ${paths.map(addressOf).join(', ')}`],
    ...unknown.map((name) => `The backend ${name} is not converted, because CDKTF has no class for it`),
    ...backends.length === 0
      ? ['CDKTF keeps a local state as terraform.<stack>.tfstate in the directory of cdktf.json: copy terraform.tfstate there'] : [],
    ...message === undefined ? [] : [`Synthesis reports: ${message.replace(/\s*\n\s*/g, '; ')}`],
  ];
}
