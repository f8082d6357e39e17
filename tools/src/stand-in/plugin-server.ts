import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { loadPackageDefinition, Server, ServerCredentials, type handleUnaryCall, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { internalError, type Handler, type Request } from './provider';

/** Where Terraform and OpenTofu look for providers. */
const REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'];

const MEGABYTES_64 = 64 * 1024 * 1024;

/** Serves a provider to Terraform, over the plugin protocol that Terraform's debugging feature speaks. */
export class PluginServer {
  /**
   * Starts serving.
   *
   * @param source the provider, such as `pydantic/logfire`
   */
  public static async start(source: string, handlers: Record<string, Handler>): Promise<PluginServer> {
    const { server, port } = await serve(handlers, 0);
    // Terraform kills the process it is told when it cannot reach the address: never the test runner. This one ends with its input.
    const scapegoat = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(scapegoat, 'spawn');
    return new PluginServer(source, handlers, server, scapegoat, port);
  }

  /** Value of `TF_REATTACH_PROVIDERS`. */
  public readonly reattach: string;

  private constructor(
    source: string,
    private readonly handlers: Record<string, Handler>,
    private server: Server,
    private readonly scapegoat: ChildProcess,
    private readonly port: number,
  ) {
    const plugin = {
      Protocol: 'grpc',
      ProtocolVersion: 6,
      Pid: scapegoat.pid,
      Test: true,
      Addr: { Network: 'tcp', String: `127.0.0.1:${port}` },
    };
    this.reattach = JSON.stringify(Object.fromEntries(REGISTRIES.map((registry) => [`${registry}/${source}`, plugin])));
  }

  /** Drops all connections in the middle of what they do, and answers nobody until `restart`. */
  public crash(): void {
    this.server.forceShutdown();
  }

  /** Serves again, at the same address, after a crash. */
  public async restart(): Promise<void> {
    this.server.forceShutdown();
    this.server = (await serve(this.handlers, this.port)).server;
  }

  /** Stops serving. */
  public async stop(): Promise<void> {
    this.server.forceShutdown();
    if (this.scapegoat.exitCode === null && this.scapegoat.signalCode === null) {
      const gone = once(this.scapegoat, 'exit');
      this.scapegoat.stdin!.end();
      await gone;
    }
  }
}

async function serve(handlers: Record<string, Handler>, port: number): Promise<{ server: Server; port: number }> {
  const server = new Server({ 'grpc.max_receive_message_length': MEGABYTES_64, 'grpc.max_send_message_length': MEGABYTES_64 });
  server.addService(serviceDefinition(), Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, unary(name, handler)])));
  const bound = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (problem, at) => (problem ? reject(problem) : resolve(at))));
  return { server, port: bound };
}

function serviceDefinition() {
  const proto = loadSync(join(__dirname, 'tfplugin6.proto'), { keepCase: true, longs: Number, enums: String, defaults: true });
  const types = loadPackageDefinition(proto) as unknown as { tfplugin6: { Provider: ServiceClientConstructor } };
  return types.tfplugin6.Provider.service;
}

function unary(name: string, handler: Handler): handleUnaryCall<Request, object> {
  return (call, callback) => {
    handler(call.request, call.getPeer()).then(
      (response) => callback(null, response),
      (thrown: unknown) => callback(null, internalError(name, thrown)),
    );
  };
}
