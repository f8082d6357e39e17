import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { FrontendApplicationImportId } from './frontend-import-id';
import type { ILogfireProject } from '../projects/project';

/**
 * In which order an application is replaced whose environment or namespace changes, and whose name stays.
 *
 * @experimental
 */
export enum FrontendReplacement {
  /**
   * The new one is made first, and no telemetry is lost. For a change of the environment; one of the namespace alone is refused at
   * apply, because Logfire tells applications apart by project, name and environment.
   */
  CREATE_FIRST = 'create-first',
  /** The old one is destroyed first, and telemetry is lost in between. For a change of the namespace. */
  DESTROY_FIRST = 'destroy-first',
}

/**
 * What a frontend application is made from.
 *
 * @experimental
 */
export interface LogfireFrontendApplicationProps {
  /** The project that the application's telemetry goes to. A change replaces the application. */
  readonly project: ILogfireProject;

  /**
   * Name of the application: any text that is not blank. It becomes the `service.name` of what browsers send. A change replaces
   * the application.
   *
   * @default - derived from the construct's path, for example `app-web`
   */
  readonly applicationName?: string;

  /**
   * Becomes the `service.namespace` of what browsers send. An empty text counts as none. A change replaces the application, and
   * needs `FrontendReplacement.DESTROY_FIRST`.
   *
   * @default - none
   */
  readonly serviceNamespace?: string;

  /**
   * Becomes the `deployment.environment.name` of what browsers send. An empty text counts as none. A change replaces the
   * application, and needs `replacement`: `FrontendReplacement.CREATE_FIRST` loses nothing.
   *
   * @default - none
   */
  readonly environment?: string;

  /**
   * In which order the application is replaced when its environment or namespace changes and its name stays. The new one takes over
   * the name, as by `adoptExistingServiceName`. Set it no later than in the apply that makes the change, and it may stay.
   *
   * @default - the provider refuses such a change at the plan
   */
  readonly replacement?: FrontendReplacement;

  /**
   * Whether the application may take a name under which telemetry arrives already. Only looked at when it is made. `false` is
   * refused together with `replacement`.
   *
   * @default - true with `replacement`, else such a name is refused at apply
   */
  readonly adoptExistingServiceName?: boolean;

  /**
   * Takes over an application of the project that exists instead of making one, at the first apply; later applies ignore it. The
   * project must exist before that apply.
   *
   * @default - a new application
   */
  readonly importFrom?: FrontendApplicationImportId;

  /**
   * The provider to make the application with.
   *
   * @default - the provider of the project, when both are in one stack, else the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the application.
   *
   * @default - only what the application refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}
