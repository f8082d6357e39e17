import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a value is made of, with blocks and nested attributes brought to one form. */
export interface Shape {
  readonly kind: 'string' | 'number' | 'bool' | 'list' | 'set' | 'map' | 'object';
  /** Of a list, set or map. */
  readonly element?: Shape;
  /** Of an object. */
  readonly fields?: Readonly<Record<string, Field>>;
}

/** An attribute, or a block that may occur once. */
export interface Field {
  readonly shape: Shape;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
}

/** The schema of one resource type, of one data source, or of the provider. */
export interface SchemaDocument {
  readonly version: number;
  readonly block: BlockDocument;
}

interface BlockDocument {
  readonly attributes?: Readonly<Record<string, AttributeDocument>>;
  readonly block_types?: Readonly<Record<string, NestedBlockDocument>>;
  readonly description?: string;
  readonly description_kind?: string;
  readonly deprecated?: boolean;
}

interface AttributeDocument {
  readonly type?: TypeDocument;
  readonly nested_type?: { readonly attributes: Readonly<Record<string, AttributeDocument>>; readonly nesting_mode: string };
  readonly description?: string;
  readonly description_kind?: string;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
  readonly write_only?: boolean;
}

interface NestedBlockDocument {
  readonly block: BlockDocument;
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
}

type TypeDocument = 'string' | 'number' | 'bool' | readonly ['list' | 'set' | 'map', TypeDocument];

/** The schemas of a provider. */
export interface ProviderDocument {
  readonly provider: SchemaDocument;
  readonly resource_schemas: Readonly<Record<string, SchemaDocument>>;
  readonly data_source_schemas: Readonly<Record<string, SchemaDocument>>;
}

/** The folder with the provider's schema and behaviour: that of the package, and in the repository the one that the library has as well. */
export const SCHEMA_FOLDER = [join(__dirname, '..', '..', 'schema'), join(__dirname, '..', '..', '..', 'schema')].find(existsSync)!;

/** The committed schema, as `terraform providers schema -json` prints it. */
export const COMMITTED_SCHEMA = Object.values(
  (JSON.parse(readFileSync(join(SCHEMA_FOLDER, 'logfire-provider.json'), 'utf8')) as { provider_schemas: Record<string, ProviderDocument> })
    .provider_schemas,
)[0];

const shapes = new Map<SchemaDocument, Shape>();

/** The shape of a resource, a data source or the provider's configuration. */
export function shapeOf(document: SchemaDocument): Shape {
  if (!shapes.has(document)) shapes.set(document, blockShape(document.block));
  return shapes.get(document)!;
}

/** The shape of a resource type. */
export function resourceShape(type: string): Shape {
  return shapeOf(COMMITTED_SCHEMA.resource_schemas[type]);
}

function blockShape(block: BlockDocument): Shape {
  const fields: Record<string, Field> = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) fields[name] = fieldOf(attribute);
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const shape = nest(nested.nesting_mode, blockShape(nested.block));
    fields[name] = { shape, required: false, optional: true, computed: false, sensitive: false, writeOnly: false };
  }
  return { kind: 'object', fields };
}

function fieldOf(attribute: AttributeDocument): Field {
  const nested = attribute.nested_type;
  return {
    shape: nested ? nest(nested.nesting_mode, blockShape({ attributes: nested.attributes })) : typeShape(attribute.type!),
    required: attribute.required ?? false,
    optional: attribute.optional ?? false,
    computed: attribute.computed ?? false,
    sensitive: attribute.sensitive ?? false,
    writeOnly: attribute.write_only ?? false,
  };
}

function nest(mode: string, element: Shape): Shape {
  return mode === 'single' ? element : { kind: mode as 'list' | 'set' | 'map', element };
}

function typeShape(type: TypeDocument): Shape {
  return typeof type === 'string' ? { kind: type } : { kind: type[0], element: typeShape(type[1]) };
}

/** The answer to GetProviderSchema. */
export function wireSchema(schema: ProviderDocument): object {
  const all = (documents: Readonly<Record<string, SchemaDocument>>) =>
    Object.fromEntries(Object.entries(documents).map(([type, document]) => [type, wireDocument(document)]));
  return {
    provider: wireDocument(schema.provider),
    resource_schemas: all(schema.resource_schemas),
    data_source_schemas: all(schema.data_source_schemas),
    server_capabilities: { plan_destroy: true, get_provider_schema_optional: true },
  };
}

function wireDocument(document: SchemaDocument): object {
  return { version: document.version, block: wireBlock(document.block) };
}

function wireBlock(block: BlockDocument): object {
  return {
    attributes: wireAttributes(block.attributes ?? {}),
    block_types: Object.entries(block.block_types ?? {}).map(([name, nested]) => ({
      type_name: name,
      block: wireBlock(nested.block),
      nesting: nested.nesting_mode.toUpperCase(),
      min_items: nested.min_items ?? 0,
      max_items: nested.max_items ?? 0,
    })),
    description: block.description ?? '',
    description_kind: (block.description_kind ?? 'plain').toUpperCase(),
    deprecated: block.deprecated ?? false,
  };
}

function wireAttributes(attributes: Readonly<Record<string, AttributeDocument>>): object[] {
  return Object.entries(attributes).map(([name, attribute]) => ({
    name,
    ...(attribute.nested_type
      ? { nested_type: { attributes: wireAttributes(attribute.nested_type.attributes), nesting: attribute.nested_type.nesting_mode.toUpperCase() } }
      : { type: Buffer.from(JSON.stringify(attribute.type)) }),
    description: attribute.description ?? '',
    description_kind: (attribute.description_kind ?? 'plain').toUpperCase(),
    required: attribute.required ?? false,
    optional: attribute.optional ?? false,
    computed: attribute.computed ?? false,
    sensitive: attribute.sensitive ?? false,
    deprecated: attribute.deprecated ?? false,
    write_only: attribute.write_only ?? false,
  }));
}
