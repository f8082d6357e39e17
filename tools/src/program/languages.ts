import { CSharpEmitter } from './csharp';
import type { Emitter } from './emitter';
import type { Flavor } from '../flavor';
import { GoEmitter } from './go';
import { JavaEmitter } from './java';
import { PACKAGES, Packages } from './packages';
import { PythonEmitter } from './python';
import { TypeScriptEmitter } from './typescript';

const EMITTERS: { readonly [language: string]: new (packages: Packages) => Emitter } = {
  typescript: TypeScriptEmitter,
  python: PythonEmitter,
  java: JavaEmitter,
  csharp: CSharpEmitter,
  go: GoEmitter,
};

/** The languages that programs are written in. */
export const PROGRAM_LANGUAGES: readonly string[] = Object.keys(EMITTERS);

/** @param language one of `PROGRAM_LANGUAGES` */
export function emitterOf(language: string, flavor: Flavor): Emitter {
  return new EMITTERS[language](PACKAGES[flavor]);
}
