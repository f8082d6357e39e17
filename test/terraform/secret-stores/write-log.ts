/** A secret that a provider sent to its store. */
export interface Write {
  readonly type: string;
  readonly secret: string;
}

/** Everything that was written to the stores, in order. */
export class WriteLog {
  /** Called with each secret at the moment when it is written. */
  public onWrite: ((write: Write) => void) | undefined;

  private readonly writes: Write[] = [];

  public add(write: Write): void {
    this.writes.push(write);
    this.onWrite?.(write);
  }

  /** The secrets that were written to resources of a type. */
  public secretsIn(type: string): string[] {
    return this.writes.filter((write) => write.type === type).map(({ secret }) => secret);
  }
}
