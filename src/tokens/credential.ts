import { IConstruct } from 'constructs';
import type { ISecretSink } from '../sinks/secret-sink';

/**
 * A credential of Logfire: a token or a key, created in this app or existing.
 *
 * Each purpose has a type of its own, so that no program gets a credential that it cannot use: see `ILogfireIngestCredential`,
 * `ILogfireQueryCredential`, `ILogfireApiCredential` and `ILogfireGatewayCredential`.
 */
export interface ILogfireCredential extends IConstruct {
  /** Value of the credential, marked as sensitive. Known only at apply. Terraform's state holds it in plain text. */
  readonly tokenValue: string;

  /**
   * Expiration of the credential in UTC, as `YYYY-MM-DDTHH:MM:SSZ`. Not sensitive.
   *
   * @default - the credential never expires, or is an existing one
   */
  readonly tokenExpiresAt?: string | undefined;

  /**
   * Writes the credential to a secret store, and writes it again whenever it is replaced.
   *
   * @param sink the secret store, such as an `AwsSecretsManagerSink`; the stack must have its provider
   * @param id construct id of the writer, needed to store one credential in several stores of one kind; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  storeIn(sink: ISecretSink, id?: string): IConstruct;
}

/** A credential for programs that query telemetry: a `LogfireReadToken` or a `LogfireRotatingReadToken`. */
export interface ILogfireQueryCredential extends ILogfireCredential {
  /** Always true. Distinguishes this credential from those for other purposes. */
  readonly canQueryTelemetry: boolean;
}

/** A credential for programs that call Logfire's API: a `LogfireApiKey` or a `LogfireRotatingApiKey`. */
export interface ILogfireApiCredential extends ILogfireCredential {
  /** Always true. Distinguishes this credential from those for other purposes. */
  readonly canCallApi: boolean;
}

/** A credential for programs that call models through Logfire's gateway: a `LogfireGatewayApiKey` or a `LogfireRotatingGatewayApiKey`. */
export interface ILogfireGatewayCredential extends ILogfireCredential {
  /** Always true. Distinguishes this credential from those for other purposes. */
  readonly canCallGateway: boolean;
}
