import { createRequire } from 'node:module';
import type { Json } from '../program/model';

/**
 * Parses HCL into what Terraform's JSON syntax has. The parser is a WebAssembly module that takes a second to start, so it is loaded only
 * when there is something to parse.
 */
export async function parseHcl(name: string, text: string): Promise<{ readonly [key: string]: Json }> {
  const { parse } = createRequire(__filename)('@cdktf/hcl2json') as typeof import('@cdktf/hcl2json');
  return await parse(name, text) as { readonly [key: string]: Json };
}
