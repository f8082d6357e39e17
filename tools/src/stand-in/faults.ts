import { setTimeout } from 'node:timers/promises';
import { Refusal } from './diagnostics';

/** An operation of the provider on a resource or (`read`) the data source; `change` is each of `create`, `update` and `delete`. */
export type FaultOperation = 'create' | 'read' | 'update' | 'delete' | 'import' | 'change';

/** What goes wrong, and when. */
export interface FaultOptions {
  readonly operation: FaultOperation;
  /** Resource type, or the type of the data source; every type when left out. */
  readonly type?: string;
  /**
   * `refused`: fails before it reaches Logfire. `lost`: Logfire did it, the answer got lost. `tainted`: Logfire created the object, a later call of the
   * same creation failed, and the object stays in the state, tainted.
   *
   * @default 'refused'
   */
  readonly stage?: 'refused' | 'lost' | 'tainted';
  /** Which of the operations from now on, counted from 1; the first when left out. */
  readonly nth?: number;
  /** Every operation from the n-th on, not that one alone. */
  readonly always?: boolean;
  /** Milliseconds to wait before anything else. */
  readonly delay?: number;
  /** Text of the error. */
  readonly message?: string;
}

/** A fault that was switched on. */
export interface Fault {
  /** How often it struck. */
  readonly hits: number;
  /** Switches it off. */
  remove(): void;
}

/** An operation that is held until the test lets it go. */
export interface Hold {
  /** Resolves when the operation has begun. */
  readonly reached: Promise<void>;
  /** Lets it go on. */
  release(): void;
  /** Ends it before it reaches Logfire, as when the provider is gone. */
  drop(): void;
}

interface Armed { options: FaultOptions; seen: number; hits: number }

interface Waiting {
  operation: FaultOperation;
  type?: string;
  /** How many operations are still let through. */
  ahead: number;
  reached: () => void;
  released: Promise<boolean>;
  /** Takes whether the operation is dropped. */
  release: (dropped: boolean) => void;
}

/** Faults that a test switches on. */
export class Faults {
  private armed: Armed[] = [];
  private holds: Waiting[] = [];
  private readonly waiting = new Set<Waiting>();
  private abort = new AbortController();

  /** Makes an operation fail. */
  public inject(options: FaultOptions): Fault {
    if (options.stage === 'tainted' && options.operation !== 'create') throw new Error('only a creation can leave a tainted object');
    const armed: Armed = { options, seen: 0, hits: 0 };
    this.armed.push(armed);
    return {
      get hits() {
        return armed.hits;
      },
      remove: () => {
        this.armed = this.armed.filter((other) => other !== armed);
      },
    };
  }

  /** Holds the next operation of a kind, or the nth from now on, until it is released, or until Terraform asks the provider to stop. */
  public hold(operation: FaultOperation, type?: string, nth = 1): Hold {
    let reached!: () => void;
    let release!: (dropped: boolean) => void;
    const begun = new Promise<void>((resolve) => (reached = resolve));
    const released = new Promise<boolean>((resolve) => (release = resolve));
    this.holds.push({ operation, type, ahead: nth - 1, reached, released, release });
    return { reached: begun, release: () => release(false), drop: () => release(true) };
  }

  /** Switches everything off. */
  public clear(): void {
    this.armed = [];
    this.holds.forEach((hold) => hold.release(false));
    this.holds = [];
  }

  /** Called by the provider before an operation reaches Logfire. Returns what is to go wrong afterwards. */
  public async before(operation: FaultOperation, type: string): Promise<Refusal | { stage: 'tainted' | 'lost'; refusal: Refusal } | undefined> {
    const hold = this.holds.find((candidate) => concerns(candidate, operation, type));
    if (hold && hold.ahead > 0) {
      hold.ahead -= 1;
    } else if (hold) {
      this.holds.splice(this.holds.indexOf(hold), 1);
      this.waiting.add(hold);
      hold.reached();
      const dropped = await hold.released;
      this.waiting.delete(hold);
      if (dropped) return new Refusal('Fault of the stand-in', `${operation} of ${type} was dropped`);
    }
    for (const fault of this.armed.filter(({ options }) => concerns(options, operation, type))) {
      fault.seen += 1;
      const nth = fault.options.nth ?? 1;
      if (fault.options.always ? fault.seen < nth : fault.seen !== nth) continue;
      fault.hits += 1;
      if (fault.options.delay) await this.wait(fault.options.delay);
      const stage = fault.options.stage ?? 'refused';
      const refusal = new Refusal('Fault of the stand-in', fault.options.message ?? `${operation} of ${type} failed (${stage}), as the test asked for`);
      return stage === 'refused' ? refusal : { stage, refusal };
    }
    return undefined;
  }

  /** Called when Terraform asks the provider to stop: nobody waits any more. */
  public interrupt(): void {
    this.abort.abort();
    this.abort = new AbortController();
    this.waiting.forEach((hold) => hold.release(false));
  }

  private async wait(milliseconds: number): Promise<void> {
    await setTimeout(milliseconds, undefined, { signal: this.abort.signal }).catch(() => undefined);
  }
}

function concerns(wanted: { operation: FaultOperation; type?: string }, operation: FaultOperation, type: string): boolean {
  const isOperation = wanted.operation === operation || (wanted.operation === 'change' && operation !== 'read' && operation !== 'import');
  return isOperation && (wanted.type ?? type) === type;
}
