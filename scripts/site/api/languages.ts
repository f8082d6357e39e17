import { Language } from 'jsii-docgen';
import { GUIDE_LANGUAGES } from '../../guides/languages';

/** A language of the API reference. */
export interface ApiLanguage {
  /** In addresses of the site, and the info string of its fenced blocks. */
  readonly name: string;
  readonly title: string;
  readonly docgen: Language;
}

const DOCGEN: { readonly [name: string]: Language } = {
  typescript: Language.TYPESCRIPT, python: Language.PYTHON, java: Language.JAVA, csharp: Language.CSHARP, go: Language.GO,
};

export const API_LANGUAGES: readonly ApiLanguage[] = [{ name: 'typescript', title: 'TypeScript' }, ...GUIDE_LANGUAGES]
  .map(({ name, title }) => ({ name, title, docgen: DOCGEN[name] }));
