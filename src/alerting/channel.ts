import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { checkExistingId, checkNotBlank } from '../core/checks';
import { providerFor } from '../core/effective-provider';
import { expression, literal, stringOf } from '../core/expression';
import { checkName, defaultName, LABEL } from '../core/names';
import { declareReferences } from '../core/organizations';
import { ResourceBase } from '../core/resource-base';
import { SecretValue } from '../core/secret-value';
import { ImportIdKind } from '../core/terraform-blocks';
import * as l1 from '../l1';

/** A notification channel, created in this app or existing. */
export interface ILogfireChannel extends IConstruct {
  /** UUID of the channel. Known only at apply for a channel that is created in this app. */
  readonly channelId: string;
}

/** Identifies the existing channel that Terraform imports. */
export class ChannelImportId {
  /** Identifies a channel by name. The first one if several have the name. */
  public static byName(name: string): ChannelImportId {
    checkCall('ChannelImportId.byName', arguments);
    return new ChannelImportId(ImportIdKind.NAME, name);
  }

  /** Identifies a channel by UUID. */
  public static byId(channelId: string): ChannelImportId {
    checkCall('ChannelImportId.byId', arguments);
    return new ChannelImportId(ImportIdKind.ID, channelId);
  }

  private constructor(
    /** What identifies the channel. */
    public readonly kind: ImportIdKind,
    private readonly text: string,
  ) {}

  /**
   * A name may contain any character, so the string is not split into parts (provider: import of a channel).
   *
   * @internal
   */
  public _render(scope: IConstruct, prop: string): string {
    checkNotBlank(scope, prop, this.text, 'pass the name or the UUID of a channel');
    return this.text.trim();
  }
}

/** Properties that all kinds of channels share. */
export interface ChannelOptions {
  /**
   * Display name of the channel. It does not have to be unique. It must not be blank, or have leading or trailing whitespace.
   * A change updates the channel in place.
   *
   * @default - derived from the construct's path, for example `app-on-call`
   */
  readonly channelName?: string;

  /**
   * Whether the channel sends notifications. A change updates the channel in place.
   *
   * @default true
   */
  readonly active?: boolean;

  /**
   * Imports an existing channel into Terraform at the first apply, instead of creating one. Later applies ignore it.
   *
   * That apply also updates the channel to the properties given here, including its kind. Logfire shows secrets masked, so the
   * apply writes them again.
   *
   * @default - creates a new channel
   */
  readonly importFrom?: ChannelImportId;

  /**
   * The provider that manages the channel. It determines the organization; only alerts of projects in that organization can
   * use the channel.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What Terraform creates before the channel.
   *
   * @default - only what the channel refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

class ExistingChannel extends Construct implements ILogfireChannel {
  constructor(scope: Construct, id: string, public readonly channelId: string) {
    super(scope, id);
    checkExistingId(this, 'channelId', channelId, 'channel');
    this.channelId = literal(channelId);
  }
}

/**
 * A notification channel of an organization (`logfire_channel`), used by the alerts and SLOs of its projects.
 *
 * Each kind of channel has its own class with the properties of that kind, because Logfire rejects other combinations in the
 * middle of an apply. No change replaces a channel. Terraform cannot read the secrets of a channel back, so it does not notice
 * when somebody changes a secret in Logfire.
 *
 * @example
 * declare const project: ILogfireProject;
 * const onCall = LogfireChannel.fromChannelId(this, 'OnCall', '7d9f4e7a-3c1b-4f6e-9a55-2f1c8f0b6d21');
 * new LogfireAlert(this, 'Errors', {
 *   project,
 *   query: 'SELECT trace_id FROM records WHERE is_exception',
 *   notify: [Delivery.to(onCall)],
 * });
 */
export abstract class LogfireChannel extends ResourceBase implements ILogfireChannel {
  /**
   * Refers to an existing channel of any kind. Creates nothing.
   *
   * @param channelId UUID of the channel; a blank string fails at synth, a string that is not a UUID causes a warning
   */
  public static fromChannelId(scope: Construct, id: string, channelId: string): ILogfireChannel {
    checkCall('LogfireChannel.fromChannelId', arguments);
    return new ExistingChannel(scope, id, channelId);
  }

  /** The generated binding, for settings that this construct does not model. */
  public abstract readonly resource: l1.Channel;

  /** UUID of the channel. Known only at apply. */
  public get channelId(): string {
    return this._attribute('id');
  }

  /**
   * @param parent what the channel belongs to, which decides about its provider
   * @internal
   */
  protected _makeChannel(options: ChannelOptions, config: l1.ChannelConfigA, parent?: IConstruct): l1.Channel {
    const name = options.channelName ?? defaultName(this, LABEL);
    checkName(this, 'channelName', name, LABEL);
    const resource = this._create(l1.Channel, {
      name,
      active: options.active ?? true,
      config,
      provider: providerFor(this, options.provider, parent),
      dependsOn: options.dependsOn,
    });
    return resource;
  }

  /**
   * A secret without surrounding whitespace, such as the line break at the end of a file: Logfire removes it, and Terraform would
   * then find a value that it did not plan.
   *
   * @internal
   */
  protected _renderSecret(prop: string, secret: SecretValue): string {
    return stringOf(expression`trimspace(${secret._render(this, prop)})`);
  }
}

declareReferences('logfire_channel', { path: 'config.service_id', prop: 'service' });
