/** Whether the repository has the file or folder. */
export type Exists = (path: string) => boolean;

/**
 * What is wrong with the links of a page that is shown away from its repository.
 *
 * Relative targets break there; links to the repository itself must name a file that exists, and anchors a heading of the page.
 * Other addresses are checked for syntax only, so that the answer does not depend on the network.
 */
export function markdownProblems(markdown: string, repository: string, exists: Exists): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  const anchors = headings(prose);
  const links = [...prose.replace(/`[^`\n]*`/g, '').matchAll(/(!?)\[[^\]]*\]\(([^)\s]*)[^)]*\)/g)];
  return links.flatMap(([, image, target]) => {
    const problem = targetProblem(target, anchors, repository, exists);
    return problem ? [`${image ? 'image' : 'link'} ${JSON.stringify(target)} ${problem}`] : [];
  });
}

function targetProblem(target: string, anchors: Set<string>, repository: string, exists: Exists): string | undefined {
  if (target.startsWith('#')) return anchors.has(target.slice(1)) ? undefined : 'names no heading';
  if (!/^(https?|mailto):/.test(target)) return 'is relative';
  if (!URL.canParse(target)) return 'is no address';
  // Pictures come from the host that serves files as they are.
  const inRepository = target.replace(/^https:\/\/raw\.githubusercontent\.com\/([^/]+\/[^/]+)\/main\//, 'https://github.com/$1/blob/main/');
  const [, path] = inRepository.startsWith(`${repository}/`) ? /^\/(?:blob|tree)\/main\/([^#?]+)/.exec(inRepository.slice(repository.length)) ?? [] : [];
  return path !== undefined && !exists(decodeURIComponent(path)) ? 'names a file that the repository lacks' : undefined;
}

/** Anchors as GitHub makes them. */
function headings(prose: string): Set<string> {
  const titles = [...prose.matchAll(/^#{1,6}\s+(.+?)\s*$/gm)].map(([, title]) => title);
  return new Set(titles.map((title) => title.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replace(/ /g, '-')));
}
