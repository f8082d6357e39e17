import { Construct, IConstruct } from 'constructs';
import { checkCall, checkedScope } from '../core/calls';
import { fail } from '../core/errors';
import { expression, stringOf } from '../core/expression';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';
import { ILogfireIngestCredential } from '../tokens/ingest-credential';

/** The phase of a migration from one project to another. */
export enum MigrationPhase {
  /** Programs send to the old project. */
  PREPARE = 'prepare',
  /** Programs send everything to both projects, for as long as you need to compare or keep data. Only Logfire's SDKs support this. */
  DUAL_WRITE = 'dual-write',
  /** Programs send to the new project. */
  DONE = 'done',
}

/** Properties of a migration from one project to another. */
export interface LogfireProjectMigrationProps {
  /** Token that programs use now. */
  readonly fromToken: ILogfireIngestCredential;

  /** Token of the project that programs move to. Fails with the same token as `fromToken`. */
  readonly toToken: ILogfireIngestCredential;

  /** Phase of the migration. A change requires an apply, and a restart of programs that read their token only at start. */
  readonly phase: MigrationPhase;
}

/**
 * A migration of programs from one project to another without a gap. For a while their token is a list of both tokens, and Logfire's SDKs
 * send everything to both projects.
 *
 * A migration is a credential: pass it to sinks and environments in place of the old token. Then advance its phase: `PREPARE`, `DUAL_WRITE`,
 * `DONE`. Afterwards pass `toToken` itself, and remove the migration and the old token from the program.
 *
 * @example
 * const fromToken = new LogfireProject(this, 'Old').addWriteToken('Token');
 * const toToken = new LogfireProject(this, 'New').addWriteToken('Token');
 * const migration = new LogfireProjectMigration(this, 'Move', { fromToken, toToken, phase: MigrationPhase.DUAL_WRITE });
 * migration.storeIn(new AwsSsmParameterSink({ parameterName: '/shop/logfire-token' }));
 */
export class LogfireProjectMigration extends Construct implements ILogfireIngestCredential {
  /** The token of the phase, or both as a comma-separated list. Marked as sensitive. */
  public readonly tokenValue: string;

  /** Expiration of the token of the phase. Undefined for a list of two tokens, for a token that never expires, and for an existing one. */
  public readonly tokenExpiresAt?: string;

  /** Phase of the migration. */
  public readonly phase: MigrationPhase;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canSendTelemetry: boolean = true;

  /** Whether `tokenValue` is a list of two tokens, as in `MigrationPhase.DUAL_WRITE`. */
  public readonly isTokenList: boolean;

  private readonly newest: ILogfireIngestCredential;

  constructor(scope: Construct, id: string, props: LogfireProjectMigrationProps) {
    super(checkedScope(scope, id, new.target), id);
    checkCall('new LogfireProjectMigration', arguments, this);
    const { fromToken, toToken, phase } = props;
    if (fromToken === toToken) {
      fail(this, 'migration-tokens', `toToken must be another token than fromToken, got ${fromToken.node.path} for both; pass a token of the new project`);
    }
    this.phase = phase;
    this.isTokenList = phase === MigrationPhase.DUAL_WRITE;
    this.newest = phase === MigrationPhase.PREPARE ? fromToken : toToken;
    if (phase === MigrationPhase.DUAL_WRITE) {
      this.tokenValue = stringOf(expression`join(",", [${fromToken.tokenValue}, ${toToken.tokenValue}])`);
      return;
    }
    this.tokenValue = this.newest.tokenValue;
    this.tokenExpiresAt = this.newest.tokenExpiresAt;
  }

  /** Scheme and host of the Logfire instance that receives the telemetry. In `MigrationPhase.DUAL_WRITE`, that of `toToken`. */
  public get ingestEndpoint(): string {
    return this.newest.ingestEndpoint;
  }

  /**
   * Writes the token to a secret store, and writes it again whenever it changes.
   *
   * @param sink the secret store, such as an `AwsSecretsManagerSink`; the stack must have its provider
   * @param id construct id of the writer, needed to store one credential in several stores of one kind; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    checkCall('LogfireProjectMigration#storeIn', arguments, this);
    return storeSecret(this, sink, { value: this.tokenValue, changesWith: this.tokenValue }, id);
  }
}
