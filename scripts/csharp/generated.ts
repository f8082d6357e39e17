import * as fs from 'node:fs';
import * as path from 'node:path';
import { Flavour } from '../flavour/flavours';
import { distOf } from '../package/packages';

/** A file of C# that is generated for the library or what it builds on. */
export interface GeneratedFile {
  /** Below the folder of the flavour's C# projects; its first part is the project. */
  readonly name: string;
  readonly text: string;
}

/** What `npm run package -- --target dotnet` has written for a flavour. */
export function generatedFilesOf(flavour: Flavour): GeneratedFile[] {
  const folder = path.join(distOf(flavour), 'dotnet');
  if (!fs.existsSync(folder)) {
    throw new Error(`there is no ${folder}: run npm run package -- --target dotnet --code-only`);
  }
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cs') && !/[/\\](bin|obj)[/\\]/.test(name))
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: fs.readFileSync(path.join(folder, name), 'utf8') }));
}
