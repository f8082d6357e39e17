import { Construct, IConstruct } from 'constructs';
import { MigrationPhase } from './migration-phase';
import { checkEnum } from '../core/checks';
import { fail } from '../core/errors';
import { expression, stringOf } from '../core/expression';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';
import type { ILogfireWriteToken } from '../tokens/write-token';

/** What a move from one project to another is made from. */
export interface ProjectMigrationProps {
  /** The token that programs have now. */
  readonly fromToken: ILogfireWriteToken;

  /** The token of the project that they move to; another than `fromToken`, which is refused. */
  readonly toToken: ILogfireWriteToken;

  /** How far the move is. A change needs an apply, and a restart of programs that read their token only at start. */
  readonly phase: MigrationPhase;
}

/**
 * Moves programs from one project to another without a gap: for a while their token is a list of both, and Logfire's SDKs send everything
 * to both projects.
 *
 * It is a token itself: hand it to sinks and environments in place of the old one, and move its phase on: `PREPARE`, `DUAL_WRITE`, `DONE`.
 * Then hand over `toToken` itself, and take the migration and the old token out of the program.
 */
export class ProjectMigration extends Construct implements ILogfireWriteToken {
  /** The token of the phase, or both as a comma-separated list; marked as sensitive. */
  public readonly tokenValue: string;

  /** When the token of the phase ends; undefined while there are two, for one that never ends, and for one that is kept elsewhere. */
  public readonly tokenExpiresAt?: string;

  /** How far the move is. */
  public readonly phase: MigrationPhase;

  constructor(scope: Construct, id: string, props: ProjectMigrationProps) {
    super(scope, id);
    const { fromToken, toToken, phase } = props;
    checkEnum(this, 'phase', phase, MigrationPhase);
    if (fromToken === toToken) {
      fail(this, `fromToken and toToken must be two tokens, got ${fromToken.node.path} twice; pass a token of the new project as toToken`);
    }
    this.phase = phase;
    if (phase === MigrationPhase.DUAL_WRITE) {
      this.tokenValue = stringOf(expression`join(",", [${fromToken.tokenValue}, ${toToken.tokenValue}])`);
      return;
    }
    const token = phase === MigrationPhase.PREPARE ? fromToken : toToken;
    this.tokenValue = token.tokenValue;
    this.tokenExpiresAt = token.tokenExpiresAt;
  }

  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return storeSecret(this, sink, { value: this.tokenValue, changesWith: this.tokenValue }, id);
  }
}
