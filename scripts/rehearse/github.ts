import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** Stands for GitHub's releases: a release is a tag in the origin, a file with its notes and a folder with what is attached to it. */
export class GitHub {
  /** The folder of a program `gh` that does what the workflow asks of the real one. */
  public readonly bin: string;
  private readonly releases: string;

  constructor(folder: string, private readonly origin: string) {
    this.bin = path.join(folder, 'bin');
    this.releases = path.join(folder, 'releases');
    fs.mkdirSync(this.bin, { recursive: true });
    fs.mkdirSync(this.releases);
    fs.writeFileSync(path.join(this.bin, 'gh'), [
      '#!/bin/bash',
      'set -eu',
      'command="$1 $2" tag="$3"; shift 3',
      'files=()',
      'while [ $# -gt 0 ] && [[ "$1" != -* ]]; do files+=("$1"); shift; done',
      'while [ $# -gt 0 ]; do',
      '  case "$1" in -R) ;; -F) notes="$2" ;; -t) title="$2" ;; --target) target="$2" ;; *) echo "gh: unknown $1" >&2; exit 2 ;; esac',
      '  shift 2',
      'done',
      'case "$command" in',
      `  "release view") test -e "${this.releases}/$tag.md" ;;`,
      `  "release create") git --git-dir "${origin}" tag "$title" "$target"; cp "$notes" "${this.releases}/$tag.md"; mkdir "${this.releases}/$tag"; cp "\${files[@]}" "${this.releases}/$tag" ;;`,
      '  *) echo "gh: unknown $command" >&2; exit 2 ;;',
      'esac',
      '',
    ].join('\n'), { mode: 0o755 });
  }

  /** The tags, and the commits that they name. */
  public tags(): { readonly [tag: string]: string } {
    const refs = execFileSync('git', ['--git-dir', this.origin, 'for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/tags'], { encoding: 'utf8' });
    return Object.fromEntries(refs.split('\n').filter((line) => line !== '').map((line) => line.split(' ')));
  }

  /** The files that are attached to a release. */
  public assetsOf(tag: string): readonly string[] {
    return fs.readdirSync(path.join(this.releases, tag)).sort();
  }

  public notesOf(tag: string): string {
    return fs.readFileSync(path.join(this.releases, `${tag}.md`), 'utf8');
  }
}
