import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER } from '../../../tools/src/stand-in';
import type { ProviderDocument } from '../../../tools/src/stand-in/schema';

const FOLDER = join(SCHEMA_FOLDER, 'sinks');

/** The provider of a secret store, and those of its resources that sinks write. */
export interface StoreProvider {
  /** Such as `aws`. */
  readonly name: string;
  /** Such as `hashicorp/aws`. */
  readonly source: string;
  readonly schema: ProviderDocument;
}

/** The providers whose schemas are committed. Their own configuration is empty here. */
export const STORE_PROVIDERS: readonly StoreProvider[] = readdirSync(FOLDER).sort().map((file) => {
  const { provider, resource_schemas } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  const schema = { provider: { version: 0, block: {} }, resource_schemas, data_source_schemas: {} };
  return { name: file.replace('.json', ''), source: provider.replace('registry.terraform.io/', ''), schema };
});
