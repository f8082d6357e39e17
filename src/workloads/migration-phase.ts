/** How far a move from one project to another is. */
export enum MigrationPhase {
  /** Programs send to the old project. */
  PREPARE = 'prepare',
  /** Programs send everything to both projects. Only Logfire's SDKs can; for how long is up to what has to be compared or kept. */
  DUAL_WRITE = 'dual-write',
  /** Programs send to the new project. */
  DONE = 'done',
}
