import * as fs from 'node:fs';
import * as path from 'node:path';
import { Program } from './check-program';
import { mustRun, ROOT } from '../run';

/** A program of the repository, and the folder that it is in. */
export interface RepositoryProgram extends Program {
  readonly folder: string;
}

/** All programs in C#: a folder with a project and what is below it, wherever in the repository. */
export async function programsIn(): Promise<RepositoryProgram[]> {
  const files = await repositoryFiles('*.cs', '*.csproj');
  const projects = files.filter((file) => file.endsWith('.csproj'));
  const byFolder = new Map<string, string[]>();
  for (const file of files.filter((name) => name.endsWith('.cs'))) {
    const folder = folderOf(file, projects.map((project) => path.posix.dirname(project)));
    byFolder.set(folder, [...byFolder.get(folder) ?? [], file]);
  }
  return [...byFolder].map(([folder, names]) => ({
    folder,
    files: names.map((name) => ({ name, text: read(name) })),
    implicitUsings: projects.some((project) => path.posix.dirname(project) === folder && /<ImplicitUsings>\s*(enable|true)\s*</i.test(read(project))),
  }));
}

/** Fenced examples in C# of the repository's pages; not the signatures in the API reference. */
export async function examplesInPages(): Promise<{ readonly file: string; readonly line: number; readonly text: string }[]> {
  return (await repositoryFiles('*.md')).flatMap((file) => [...read(file).matchAll(/^( *)```(?:csharp|cs|c#)\b[^\n]*\n([\s\S]*?)^ *```/gim)].map((match) => ({
    file,
    line: read(file).slice(0, match.index).split('\n').length,
    text: match[2],
  })));
}

/** Those that git knows or would add. */
async function repositoryFiles(...patterns: string[]): Promise<string[]> {
  const listed = await mustRun('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...patterns]);
  return listed.split('\0').filter((file) => file !== '' && fs.existsSync(path.join(ROOT, file))).sort();
}

/** The nearest folder with a project; else the one that the file is in. */
function folderOf(file: string, projects: readonly string[]): string {
  const around = projects.filter((project) => file.startsWith(`${project}/`)).sort((a, b) => b.length - a.length);
  return around[0] ?? path.posix.dirname(file);
}

function read(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8');
}
