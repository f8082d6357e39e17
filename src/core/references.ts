import { IConstruct } from 'constructs';

/**
 * A reference to a Logfire project, which everything in the project needs.
 *
 * Every `ILogfireProject` is one: pass a `LogfireProject`, or `LogfireProject.fromProjectId` for an existing project.
 */
export interface ILogfireProjectRef extends IConstruct {
  /** UUID of the project. Known only at apply for a project that is created in this app. */
  readonly projectId: string;
}
