import { IConstruct } from 'constructs';
import { checkNotBlank } from '../core/checks';

/** Which existing channel is meant. */
export class ChannelImportId {
  /** A channel by its name; the first one, when several have it. */
  public static byName(name: string): ChannelImportId {
    return new ChannelImportId('name', name);
  }

  /** A channel by its UUID. */
  public static byId(channelId: string): ChannelImportId {
    return new ChannelImportId('id', channelId);
  }

  private constructor(
    /** How the channel is named: `name` or `id`. */
    public readonly kind: string,
    private readonly text: string,
  ) {}

  /**
   * The whole text is one part: a name may have any character (provider: import of a channel).
   *
   * @internal
   */
  public _render(scope: IConstruct, prop: string): string {
    checkNotBlank(scope, prop, this.text, 'pass the name or the UUID of a channel');
    return this.text.trim();
  }
}
