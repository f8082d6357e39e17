/** What one run took. */
export interface Sample {
  readonly seconds: number;
}

/** Runs two things in turn; each gives what it measured. */
export async function alternate<T>(runs: number, a: () => Promise<T>, b: () => Promise<T>): Promise<[T, T][]> {
  const pairs: [T, T][] = [];
  for (let index = 0; index < runs; index += 1) {
    // The order changes too: what the first run warms up helps each of them as often.
    if (index % 2 === 0) {
      const ofA = await a();
      pairs.push([ofA, await b()]);
    } else {
      const ofB = await b();
      pairs.push([await a(), ofB]);
    }
  }
  return pairs;
}

/** The time that something takes from outside: a process with all that it starts. */
export async function timed(work: () => Promise<unknown>): Promise<Sample> {
  const start = process.hrtime.bigint();
  await work();
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}
