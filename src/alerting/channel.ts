import { IConstruct } from 'constructs';

/** A channel that notifications go to, made in this app or elsewhere. */
export interface ILogfireChannel extends IConstruct {
  /** UUID of the channel; known at apply for a channel that is made in this app. */
  readonly channelId: string;
}
