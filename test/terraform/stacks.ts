import { App, TerraformStack } from 'cdktf';
import { LogfireProvider, LogfireProviderProps } from '../../src';
import { cleanUp, newApp, synth, TerraformJson } from '../synth';
import { useStandIn, Workspace } from './harness';
import { StandIn, StandInOptions } from '../../tools/src/stand-in';

/** What a stack is built from; the provider is there already. */
export type Build = (stack: TerraformStack) => void;

/** The JSON of a stack `app` with a provider, as `cdktf synth` writes it. */
export function stackJson(build: Build, provider?: LogfireProviderProps): TerraformJson {
  const stack = new TerraformStack(newApp(), 'app');
  new LogfireProvider(stack, 'Logfire', provider);
  build(stack);
  return synth(stack);
}

/** The JSON of all stacks of an app. */
export function appJson(build: (app: App) => TerraformStack[]): TerraformJson[] {
  const app = newApp();
  const stacks = build(app);
  return stacks.map(synth);
}

/** Terraform's clock cannot be set from outside: the JSON with a fixed instant in place of the time of the plan. */
export function at(instant: string, json: TerraformJson): TerraformJson {
  return JSON.parse(JSON.stringify(json).replaceAll('plantimestamp()', JSON.stringify(JSON.stringify(instant)).slice(1, -1)));
}

/** A stack in Terraform, against the stand-in of the test. */
export interface Stacks {
  readonly standIn: StandIn;
  /** A workspace with a stack. */
  workspace(json: TerraformJson, environment?: Readonly<Record<string, string>>): Promise<Workspace>;
}

/** Gives each test of a `describe` a stand-in, and checks after each that no secret was shown or written down. */
export function useStacks(options?: StandInOptions): Stacks {
  const shown: (() => string)[] = [];

  // Declared before the stand-in's own hook, so that jest runs it before.
  afterEach(() => {
    const texts = shown.splice(0).map((text) => text());
    cleanUp();
    for (const secret of [...suite.standIn.logfire.secrets(), ...suite.standIn.logfire.receivedSecrets()]) {
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    }
  });

  const suite = useStandIn(options);
  return {
    get standIn() {
      return suite.standIn;
    },
    async workspace(json, environment) {
      const workspace = await suite.workspace(json, environment);
      shown.push(() => workspace.transcript, () => JSON.stringify(json));
      return workspace;
    },
  };
}

/** What the provider did, such as `create logfire_project`, in order. */
export function operations(standIn: StandIn): string[] {
  return standIn.logfire.operations.map(({ op, type }) => `${op} ${type}`);
}

/** The ids of the objects of a type that were ever created, in order. */
export function created(standIn: StandIn, type: string): string[] {
  return standIn.logfire.operations.filter((operation) => operation.op === 'create' && operation.type === type).map(({ id }) => id);
}
