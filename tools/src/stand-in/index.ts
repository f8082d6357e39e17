import { Faults } from './faults';
import { Logfire, type LogfireSnapshot } from './logfire';
import { PluginServer } from './plugin-server';
import { Provider } from './provider';
import type { ProviderConfig, ProviderEnvironment } from './provider-config';

export { PROVIDER_BEHAVIOUR, behaviourOf, type Behaviour, type Rule } from './behaviour';
export type { Fault, FaultOperation, FaultOptions, Faults, Hold } from './faults';
export type { Logfire, LogfireObject, LogfireSnapshot, Operation, PagerdutyService } from './logfire';
export type { ProviderConfig, ProviderEnvironment } from './provider-config';
export { COMMITTED_SCHEMA, SCHEMA_FOLDER } from './schema';

/** What a stand-in is started with. */
export interface StandInOptions {
  /**
   * Organization of every key that `keys` does not name.
   *
   * @default 'acme'
   */
  readonly organization?: string;
  /**
   * Region of the secrets that are issued, and of the default key.
   *
   * @default 'us'
   */
  readonly region?: 'us' | 'eu';
  /**
   * Variables the provider sees. The stand-in runs in the test process, so Terraform's own environment does not reach it.
   *
   * @default - `LOGFIRE_API_KEY` is a key of the region
   */
  readonly environment?: ProviderEnvironment;
  /** What single keys stand for: another organization, or fewer scopes. A key that is not named has every scope. */
  readonly keys?: Readonly<Record<string, { readonly organization?: string; readonly scopes?: readonly string[] }>>;
  /**
   * Release of Logfire, such as `v2026-06-09.01`.
   *
   * @default - the newest: everything is there
   */
  readonly release?: string;
  /**
   * What Logfire has at the start: `logfire.snapshot()` of an earlier stand-in.
   *
   * @default - nothing
   */
  readonly snapshot?: LogfireSnapshot;
}

/** A provider `pydantic/logfire` for real Terraform, with a Logfire behind it, in this process. */
export class StandIn {
  /** Starts a stand-in with an empty Logfire. */
  public static async start(options: StandInOptions = {}): Promise<StandIn> {
    const organization = options.organization ?? 'acme';
    const region = options.region ?? 'us';
    const logfire = new Logfire({ organization, region, release: options.release, snapshot: options.snapshot });
    const faults = new Faults();
    const environment = options.environment ?? { LOGFIRE_API_KEY: `pylf_v1_${region}_standinprovider` };
    const provider = new Provider(logfire, faults, environment, ({ apiKey }) => ({ organization, ...options.keys?.[apiKey] }));
    return new StandIn(logfire, faults, provider, await PluginServer.start('pydantic/logfire', provider.handlers()));
  }

  /** Variables that make Terraform use the stand-in. */
  public readonly environment: Readonly<Record<string, string>>;

  private constructor(
    /** The server behind the provider. */
    public readonly logfire: Logfire,
    /** Faults to switch on. */
    public readonly faults: Faults,
    private readonly provider: Provider,
    private readonly server: PluginServer,
  ) {
    this.environment = { TF_REATTACH_PROVIDERS: server.reattach };
  }

  /** Every configuration that a provider of a stack was given, in order: for tests of headers, addresses and aliases. */
  public get configurations(): readonly ProviderConfig[] {
    return this.provider.configurations;
  }

  /** The provider dies in the middle of what it does; Logfire lives on. */
  public crash(): void {
    this.server.crash();
  }

  /** The provider is started again after a crash. */
  public async restart(): Promise<void> {
    await this.server.restart();
  }

  /** Stops the stand-in; nothing of it stays. */
  public async stop(): Promise<void> {
    this.faults.clear();
    await this.server.stop();
  }
}
