import { CompileMistake } from './mistake';

/** What a user of TypeScript, Java, C# or Go never gets to run. */
export const COMPILE: readonly CompileMistake[] = [
  { name: 'a lifetime without its unit', error: "Argument of type 'number' is not assignable to parameter of type 'Duration'", code: 'TokenExpiry.after(365);' },
  { name: 'an end as text', error: "Type 'string' is not assignable to type 'TokenExpiry'", code: "project.addWriteToken('T', { expiry: '2027-03-31T00:00:00Z' });" },
  { name: 'an end as a date', error: "Argument of type 'Date' is not assignable to parameter of type 'string'", code: 'TokenExpiry.at(new Date());' },
  { name: 'no end without a reason', error: 'Expected 1 arguments, but got 0', code: 'TokenExpiry.never();' },
  { name: 'a rotation in days without its unit', error: "Argument of type 'number' is not assignable to parameter of type 'Duration'", code: 'TokenRotation.every(30);' },
  { name: 'a key in plain text', error: "Type 'string' is not assignable to type 'SecretValue'", code: "new LogfireProvider(this, 'P', { apiKey: 'key' });" },
  { name: 'a header in plain text', error: "Type 'string' is not assignable to type 'SecretValue'", code: "new LogfireProvider(this, 'P', { customHeaders: { 'X-A': 'a' } });" },
  { name: 'an unknown region', error: 'Type \'"asia"\' is not assignable to type \'LogfireRegion | undefined\'', code: "new LogfireProvider(this, 'P', { region: 'asia' });" },
  { name: 'a project by its id', error: "Type 'string' is not assignable to type 'ILogfireProjectRef'", code: "new LogfireWriteToken(this, 'T', { project: 'id' });" },
  { name: 'a token without a project', error: "Property 'project' is missing", code: "new LogfireWriteToken(this, 'T', {});" },
  { name: 'an unknown visibility', error: 'Type \'"secret"\' is not assignable to type \'ProjectVisibility | undefined\'', code: "new LogfireProject(this, 'S', { visibility: 'secret' });" },
  { name: 'an import of a token', error: "'importFrom' does not exist", code: "project.addWriteToken('T', { importFrom: 'id' });" },
  { name: 'an import id as text', error: "Type 'string' is not assignable to type 'ProjectImportId'", code: "new LogfireProject(this, 'S', { importFrom: 'acme/shop' });" },
  { name: 'two tokens that take turns without a rotation', error: "Property 'rotation' is missing", code: "new LogfireRotatingWriteToken(this, 'T', { project });" },
  { name: 'an organization for a project', error: "'organization' does not exist", code: "new LogfireProject(this, 'S', { organization: 'acme' });" },
  { name: 'an output of the token that is not sensitive', error: "'sensitive' does not exist", code: "new LogfireProjectWithToken(this, 'S', { sensitive: false });" },
  { name: 'a program that sends with a read token', error: "is not assignable to parameter of type 'ILogfireIngestCredential'", code: "LogfireEnvironment.forToken(project.addReadToken('T'));" },
  { name: 'a program that sends with an API key', error: "is not assignable to parameter of type 'ILogfireIngestCredential'", code: "LogfireEnvironment.forToken(new LogfireApiKey(this, 'K', { project, scopes: ApiScope.ingest() }));" },
  { name: 'a program that sends with a gateway key', error: "is not assignable to parameter of type 'ILogfireIngestCredential'", code: "LogfireEnvironment.forToken(new LogfireGatewayApiKey(this, 'K', { project }));" },
  { name: 'a program that sends with the token of browsers', error: "is not assignable to parameter of type 'ILogfireIngestCredential'", code: "LogfireEnvironment.forToken(new LogfireFrontendApplication(this, 'A', { project }).addToken('T'));" },
  { name: 'a program that sends with two read tokens that take turns', error: "is not assignable to parameter of type 'ILogfireIngestCredential'", code: "LogfireEnvironment.forToken(new LogfireRotatingReadToken(this, 'T', { project, rotation: TokenRotation.manual(1) }));" },
  { name: 'a migration from a read token', error: "from type 'ILogfireIngestCredential'", code: "new LogfireProjectMigration(this, 'M', { fromToken: project.addReadToken('A'), toToken: project.addWriteToken('B'), phase: MigrationPhase.DONE });" },
];
