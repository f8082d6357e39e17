import { Construct } from 'constructs';
import type { ILogfireProject } from './project';
import { checkExistingId } from '../core/existing-id';
import { LogfireApiKey } from '../tokens/api-key';
import { ApiScope } from '../tokens/api-scope';
import { KeyOptions } from '../tokens/key-options';
import { LogfireReadToken } from '../tokens/read-token';
import { TokenOptions } from '../tokens/token-options';
import { LogfireWriteToken } from '../tokens/write-token';

/** A project that exists already. */
export class ImportedProject extends Construct implements ILogfireProject {
  constructor(scope: Construct, id: string, public readonly projectId: string) {
    super(scope, id);
    checkExistingId(this, 'projectId', projectId, 'project');
  }

  public addWriteToken(id: string, options: TokenOptions = {}): LogfireWriteToken {
    return new LogfireWriteToken(this, id, { ...options, project: this });
  }

  public addReadToken(id: string, options: TokenOptions = {}): LogfireReadToken {
    return new LogfireReadToken(this, id, { ...options, project: this });
  }

  public addIngestKey(id: string, options: KeyOptions = {}): LogfireApiKey {
    return new LogfireApiKey(this, id, { ...options, scopes: ApiScope.ingest(), project: this });
  }
}
