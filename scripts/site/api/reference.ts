import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Documentation } from 'jsii-docgen';
import { ApiReferenceSchema } from 'jsii-docgen/lib/docgen/schema';
import { ApiLanguage } from './languages';
import { frameworkFoldersOf } from '../../assembly/assembly';
import { CDKTF } from '../../flavour/flavours';
import { TRANSLATIONS } from '../../package/translations';
import { ROOT } from '../../run';

/**
 * What jsii-docgen says of the hand-written API in each language, from the compiled library and the translations of its examples. The
 * renderer looks for packages in `node_modules`: it gets the library, and the framework that the library is compiled with.
 */
export async function referencesOf(languages: readonly ApiLanguage[]): Promise<Map<ApiLanguage, ApiReferenceSchema>> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-api-'));
  try {
    const installed = path.join(directory, 'node_modules', CDKTF.packageName);
    fs.mkdirSync(installed, { recursive: true });
    ['.jsii', 'package.json', TRANSLATIONS].forEach((file) => fs.copyFileSync(path.join(ROOT, file), path.join(installed, file)));
    frameworkFoldersOf(CDKTF).forEach((source) => fs.symlinkSync(source, path.join(directory, 'node_modules', path.basename(source)), 'junction'));
    const documentation = await Documentation.forAssembly(CDKTF.packageName, directory);
    const references = new Map<ApiLanguage, ApiReferenceSchema>();
    for (const language of languages) {
      const { content } = await documentation.toJson({ language: language.docgen, loose: true });
      references.set(language, content.apiReference!);
    }
    return references;
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}
