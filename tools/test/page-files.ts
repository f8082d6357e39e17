import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../../scripts/run';

/** The files that a page shows, by the names that it gives them. */
export function filesOf(page: string): Readonly<Record<string, string>> {
  const text = fs.readFileSync(path.join(ROOT, page), 'utf8');
  return Object.fromEntries([...text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name, content]) => [name, content]));
}
