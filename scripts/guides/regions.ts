import * as fs from 'node:fs';
import * as path from 'node:path';
import { GuideLanguage } from './languages';
import { ROOT } from '../run';

const REGION = /^[ \t]*(?:#|\/\/) example: ([a-z-]+)\n([\s\S]*?)^[ \t]*(?:#|\/\/) end$/gm;

/** The folder with the program of all examples in a language. */
export function programFolder({ name }: { readonly name: string }): string {
  return path.join(ROOT, 'docs', 'examples', name);
}

/**
 * The examples in a language by their ids: what stands between the comments `example: ID` and `end`. The parts of an example that has
 * several are joined, in the order of the file.
 */
export function regionsOf(language: GuideLanguage): Map<string, string> {
  const regions = new Map<string, string>();
  for (const entry of fs.readdirSync(programFolder(language), { recursive: true, withFileTypes: true }).filter((candidate) => candidate.isFile())) {
    for (const { id, code } of regionsIn(fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))) {
      regions.set(id, regions.has(id) ? `${regions.get(id)}\n\n${code}` : code);
    }
  }
  return regions;
}

/** The parts of examples in a file, without their common indent. */
export function regionsIn(text: string): { readonly id: string; readonly code: string }[] {
  return [...text.matchAll(REGION)].map(([, id, lines]) => ({ id, code: dedented(lines).trim() }));
}

function dedented(text: string): string {
  const indents = text.split('\n').filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  return text.replace(new RegExp(`^[ \\t]{${Math.min(...indents)}}`, 'gm'), '');
}
