/** The steps of a rehearsal, with a line for each as it goes. */
export class Steps {
  private passed = 0;
  private failed = 0;

  /** @returns whether it passed */
  public async run(title: string, action: () => Promise<void>): Promise<boolean> {
    const start = Date.now();
    const seconds = () => `(${Math.round((Date.now() - start) / 1000)} s)`;
    try {
      await action();
      this.passed += 1;
      console.log(`✔ ${title} ${seconds()}`);
      return true;
    } catch (error) {
      this.failed += 1;
      console.log(`✘ ${title} ${seconds()}\n${error instanceof Error ? error.message : error}`);
      return false;
    }
  }

  /**
   * A step that all that follows needs.
   *
   * @throws when it fails
   */
  public async must(title: string, action: () => Promise<void>): Promise<void> {
    if (!await this.run(title, action)) {
      throw new Error('NOT REHEARSED: all that comes after the step that failed');
    }
  }

  /** Prints the counts, and returns the exit code. */
  public finish(): number {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
