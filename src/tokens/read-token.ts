import { Construct, IConstruct } from 'constructs';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';
import { StoredToken } from './stored-token';
import { TokenBase } from './token-base';
import { TokenOptions } from './token-options';
import type { ILogfireProject } from '../projects/project';
import type { ISecretSink } from '../sinks/secret-sink';

/** A token that programs query telemetry with, made in this app or elsewhere. */
export interface ILogfireReadToken extends IConstruct {
  /** The token itself, marked as sensitive. It is in Terraform's state in any case. */
  readonly tokenValue: string;

  /** When the token ends, in UTC (`YYYY-MM-DDTHH:MM:SSZ`), not sensitive; undefined when it never does or is kept elsewhere. */
  readonly tokenExpiresAt?: string | undefined;

  /**
   * Has the token written where programs find it, and written anew whenever there is a new one.
   *
   * @param sink the place, such as `AwsSecretsManagerSink.newSecret('shop/logfire')`; the stack must have its provider
   * @param id tells several places of one kind apart; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  storeIn(sink: ISecretSink, id?: string): IConstruct;
}

/** What a read token is made from. */
export interface LogfireReadTokenProps extends TokenOptions {
  /** The project that the token belongs to. A change replaces the token. */
  readonly project: ILogfireProject;
}

/**
 * A token that programs query telemetry with (`logfire_read_token`).
 *
 * It ends after a year unless `expiry` says otherwise, and each plan warns before. Nothing about a token can be changed in
 * place: a change makes a new one first and then revokes the old one. It cannot be imported, because Logfire shows it only
 * when it is made.
 */
export class LogfireReadToken extends TokenBase implements ILogfireReadToken {
  /**
   * Refers to a token that is kept elsewhere, for example in a secret store; creates nothing.
   *
   * @param token the token as a secret; an empty one is refused
   */
  public static fromSecret(scope: Construct, id: string, token: SecretValue): ILogfireReadToken {
    return new StoredToken(scope, id, token);
  }

  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.ReadToken;

  constructor(scope: Construct, id: string, props: LogfireReadTokenProps) {
    super(scope, id);
    this.resource = this._makeToken(props, (config) => new l1.ReadToken(this, 'Resource', config));
  }
}
