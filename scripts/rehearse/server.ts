import { ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';

/** What runs, so that nothing is left behind by an end in the middle. */
const RUNNING = new Set<ChildProcess>();
process.on('exit', () => RUNNING.forEach((child) => child.kill()));

/** A program that serves on a port of this machine, and can be stopped and started again. */
export class Server {
  private child?: ChildProcess;

  /**
   * @param url that answers once it is up
   * @param log file that keeps what it says
   */
  constructor(
    private readonly command: string,
    private readonly args: readonly string[],
    private readonly url: string,
    private readonly log: string,
  ) {}

  public async start(): Promise<void> {
    const log = fs.openSync(this.log, 'a');
    const child = spawn(this.command, this.args, { stdio: ['ignore', log, log] });
    fs.closeSync(log);
    this.child = child;
    RUNNING.add(child);
    let failure: Error | undefined;
    child.on('error', (error) => {
      failure = error;
    });
    const end = Date.now() + 60_000;
    while (!await answers(this.url)) {
      if (failure || child.exitCode !== null || Date.now() > end) {
        throw new Error(`${this.command} does not serve ${this.url}: ${failure?.message ?? ''}\n${fs.readFileSync(this.log, 'utf8')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  public async stop(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child && child.exitCode === null) {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await closed;
    }
    if (child) {
      RUNNING.delete(child);
    }
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** A port that the system has free. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
