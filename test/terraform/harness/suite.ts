import { USES_REGISTRY_PROVIDER } from './terraform-binary';
import { Workspace, type StackJson } from './workspace';
import { StandIn, type StandInOptions } from '../../../tools/src/stand-in';

/** Stand-in and workspaces of one test at a time. */
export interface Suite {
  /** The stand-in of the test that runs. */
  readonly standIn: StandIn;
  /** A workspace of the test that runs; it is removed at the end of the test. */
  workspace(stack: StackJson, environment?: Readonly<Record<string, string>>): Promise<Workspace>;
}

/** Gives every test of a `describe` a stand-in of its own, and cleans up after it. */
export function useStandIn(options: StandInOptions = {}): Suite {
  let standIn: StandIn | undefined;
  let workspaces: Workspace[] = [];

  beforeEach(async () => {
    standIn = USES_REGISTRY_PROVIDER ? undefined : await StandIn.start(options);
  });

  afterEach(async () => {
    const [ended, left] = [standIn, workspaces];
    [standIn, workspaces] = [undefined, []];
    for (const workspace of left) await workspace.dispose();
    await ended?.stop();
  });

  return {
    get standIn() {
      if (!standIn) throw new Error('there is no stand-in: no test runs, or the provider comes from the registry');
      return standIn;
    },
    async workspace(stack, environment = {}) {
      const workspace = await Workspace.create(stack, { environment: { ...standIn?.environment, ...environment } });
      workspaces.push(workspace);
      return workspace;
    },
  };
}

/** A stack around blocks of Terraform JSON: the provider is required, and configured from its environment. */
export function stackOf(blocks: StackJson): StackJson {
  return {
    terraform: { required_providers: { logfire: { source: 'pydantic/logfire', version: '~> 0.2' } } },
    provider: { logfire: {} },
    ...blocks,
  };
}
