/** A page of the site before it is built. */
export interface SitePage {
  /** Of its address, such as `tokens` or `api/python/LogfireProject`; that of the home page is empty. */
  readonly place: string;
  readonly title: string;
  readonly description?: string;
  readonly markdown: string;
  /** Its Markdown has components, and everything else in it is escaped for MDX. */
  readonly isMdx?: boolean;
  /** The file of the repository that it is made from. */
  readonly source?: string;
}
