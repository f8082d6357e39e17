import { Annotations, Token } from 'cdktf';
import { Construct } from 'constructs';
import type { ILogfireProject } from './project';
import { fail } from '../core/errors';
import { LogfireApiKey } from '../tokens/api-key';
import { ApiScope } from '../tokens/api-scope';
import { KeyOptions } from '../tokens/key-options';
import { LogfireReadToken } from '../tokens/read-token';
import { TokenOptions } from '../tokens/token-options';
import { LogfireWriteToken } from '../tokens/write-token';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A project that exists already. */
export class ImportedProject extends Construct implements ILogfireProject {
  constructor(scope: Construct, id: string, public readonly projectId: string) {
    super(scope, id);
    if (Token.isUnresolved(projectId)) {
      return;
    }
    if (projectId.trim() === '') {
      fail(this, `projectId must be the UUID of a project, got ${JSON.stringify(projectId)}; copy it from the project's settings`);
    }
    if (!UUID.test(projectId)) {
      Annotations.of(this).addWarning(`projectId ${JSON.stringify(projectId)} is not a UUID; Logfire finds projects by UUID, not by name`);
    }
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
