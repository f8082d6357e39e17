import { GUIDE_LANGUAGES, GuideLanguage } from '../guides/languages';

/** Before what uses `tabs`, in MDX. */
export const TABS_IMPORT = "import { TabItem, Tabs } from '@astrojs/starlight/components';";

/** One tab for each language that has a text. The choice of a language holds on all pages. */
export function tabs(contents: readonly { readonly label: string; readonly text: string }[]): string {
  return ['<Tabs syncKey="language">', ...contents.map(({ label, text }) => `<TabItem label="${label}">\n\n${text}\n\n</TabItem>`), '</Tabs>'].join('\n');
}

/** Tabs with TypeScript first, and the other languages in their order. */
export function tabsOfLanguages(typescript: string, other: (language: GuideLanguage) => string): string {
  return tabs([{ label: 'TypeScript', text: typescript }, ...GUIDE_LANGUAGES.map((language) => ({ label: language.title, text: other(language) }))]);
}
