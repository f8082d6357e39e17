import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ChannelImportId } from './channel-import-id';
import { ImportedChannel } from './imported-channel';
import { attributeReference } from '../core/attribute-reference';
import { expression, stringOf } from '../core/expression';
import { ImportBlock } from '../core/import-block';
import { checkName, defaultName, LABEL } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** A channel that notifications go to, made in this app or elsewhere. */
export interface ILogfireChannel extends IConstruct {
  /** UUID of the channel; known at apply for a channel that is made in this app. */
  readonly channelId: string;
}

/** What channels of all kinds have in common. */
export interface ChannelOptions {
  /**
   * Name of the channel as people see it, not blank and without blanks around it. It need not be unique. A change renames in
   * place.
   *
   * @default - derived from the construct's path, for example `app-on-call`
   */
  readonly channelName?: string;

  /**
   * Whether notifications go out. A change is made in place.
   *
   * @default true
   */
  readonly active?: boolean;

  /**
   * Takes over a channel that exists instead of making one, at the first apply; later applies ignore it. That apply also sets
   * the channel to what is written here, its kind too: Logfire shows its secrets masked, so they are written again.
   *
   * @default - a new channel
   */
  readonly importFrom?: ChannelImportId;

  /**
   * The provider to make the channel with; it decides the organization, and alerts of its projects alone can use the channel.
   *
   * @default - the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the channel.
   *
   * @default - only what the channel refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * A channel of an organization, that notifications of its projects go to (`logfire_channel`).
 *
 * Each kind has a class of its own, which takes what the kind needs and nothing else: Logfire would refuse other combinations in
 * the middle of an apply. Nothing about a channel replaces it, and its secrets cannot be read back: a secret that somebody
 * changes in Logfire is not noticed.
 */
export abstract class LogfireChannel extends ResourceBase implements ILogfireChannel {
  /**
   * Refers to a channel that exists, of any kind; creates nothing.
   *
   * @param channelId UUID of the channel; a blank one is refused, and a text that is no UUID warned about
   */
  public static fromChannelId(scope: Construct, id: string, channelId: string): ILogfireChannel {
    return new ImportedChannel(scope, id, channelId);
  }

  /** The generated binding, for what this construct does not model. */
  public abstract readonly resource: l1.Channel;

  private idReference: string | undefined;

  /** UUID of the channel; known at apply. */
  public get channelId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /** @internal */
  protected _makeChannel(options: ChannelOptions, config: l1.ChannelConfigA): l1.Channel {
    const name = options.channelName ?? defaultName(this, LABEL);
    checkName(this, 'channelName', name, LABEL);
    const resource = new l1.Channel(this, 'Resource', {
      name,
      active: options.active ?? true,
      config,
      provider: options.provider,
      dependsOn: options.dependsOn,
    });
    if (options.importFrom !== undefined) {
      new ImportBlock(this, 'Import', resource, options.importFrom._render(this, 'importFrom'));
    }
    return resource;
  }

  /**
   * A secret without blanks around it, such as the end of the line of a file: Logfire cuts them, and Terraform then finds another
   * value than it planned.
   *
   * @internal
   */
  protected _renderSecret(prop: string, secret: SecretValue): string {
    return stringOf(expression`trimspace(${secret._render(this, prop)})`);
  }
}
