import { STORE_PROVIDERS } from './schemas';
import { StoreHandlers } from './store-handlers';
import { WriteLog } from './write-log';
import { PluginServer } from '../../../tools/src/stand-in/plugin-server';

/** Stand-ins for the providers of secret stores. They keep every secret that was written, in order. */
export class SecretStores {
  public static async start(): Promise<SecretStores> {
    const log = new WriteLog();
    const servers = await Promise.all(STORE_PROVIDERS.map(async ({ source, schema }) => (
      PluginServer.start(source, new StoreHandlers(schema, log).handlers())
    )));
    return new SecretStores(log, servers);
  }

  /** `TF_REATTACH_PROVIDERS` for these. */
  public readonly reattach: Readonly<Record<string, unknown>>;

  private constructor(public readonly log: WriteLog, private readonly servers: readonly PluginServer[]) {
    this.reattach = Object.assign({}, ...servers.map((server) => JSON.parse(server.reattach)));
  }

  public async stop(): Promise<void> {
    await Promise.all(this.servers.map(async (server) => server.stop()));
  }
}
