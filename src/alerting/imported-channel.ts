import { Construct } from 'constructs';
import type { ILogfireChannel } from './channel';
import { checkExistingId } from '../core/existing-id';

/** A channel that exists already. */
export class ImportedChannel extends Construct implements ILogfireChannel {
  constructor(scope: Construct, id: string, public readonly channelId: string) {
    super(scope, id);
    checkExistingId(this, 'channelId', channelId, 'channel');
  }
}
