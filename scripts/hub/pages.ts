import * as fs from 'node:fs';
import * as path from 'node:path';
import { Documentation, Language } from 'jsii-docgen';
import { frameworkFoldersOf } from '../assembly/assembly';
import { Flavour } from '../flavour/flavours';

/** A page of Construct Hub: the documentation of the library or of one of its submodules in one language. */
export interface Page {
  /** How the language is called in fenced blocks. */
  readonly language: string;
  readonly submodule?: string;
  readonly markdown: string;
}

const LANGUAGES = [Language.TYPESCRIPT, Language.PYTHON, Language.JAVA, Language.CSHARP, Language.GO];

/**
 * The pages of an unpacked archive, rendered with the Hub's own renderer. The Hub installs the package from npm; here it stands in
 * `node_modules` of the directory, and its framework is the one that the library is compiled with.
 */
export async function pagesOf(directory: string, flavour: Flavour): Promise<Page[]> {
  frameworkFoldersOf(flavour).forEach((source) => fs.symlinkSync(source, path.join(directory, 'node_modules', path.basename(source)), 'junction'));
  const documentation = await Documentation.forAssembly(flavour.packageName, directory);
  const submodules = [undefined, ...(await documentation.listSubmodules()).map(({ fqn }) => fqn)];
  const pages: Page[] = [];
  for (const language of LANGUAGES) {
    for (const submodule of submodules) {
      const page = await documentation.toMarkdown({ language, submodule, readme: submodule === undefined, loose: true });
      pages.push({ language: language.toString(), submodule, markdown: page.render() });
    }
  }
  return pages;
}
