import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { Flavour } from '../flavour/flavours';
import { rootOf } from '../flavour/tree';

/** What jsii knows of a package: the part of a `.jsii` file that is read here. */
export interface Assembly {
  readonly name: string;
  readonly targets: { readonly dotnet: { readonly namespace: string } };
  readonly submodules?: { readonly [fqn: string]: { readonly targets?: { readonly dotnet?: { readonly namespace?: string } } } };
  readonly types: { readonly [fqn: string]: AssemblyType };
}

export interface AssemblyType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** The submodule that it is in. */
  readonly namespace?: string;
  /** Whether an interface is a struct. */
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  /** A class without one cannot be created from outside. */
  readonly initializer?: { readonly parameters?: readonly AssemblyParameter[] };
  readonly properties?: readonly AssemblyMember[];
  readonly methods?: readonly AssemblyMember[];
  /** Those of an enum. */
  readonly members?: readonly { readonly name: string }[];
}

export interface AssemblyMember {
  readonly name: string;
  readonly static?: boolean;
  readonly abstract?: boolean;
  readonly immutable?: boolean;
  readonly optional?: boolean;
  readonly overrides?: string;
  /** That of a property. */
  readonly type?: TypeReference;
  readonly parameters?: readonly AssemblyParameter[];
  readonly returns?: { readonly type: TypeReference };
}

export interface AssemblyParameter {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

export interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
}

/** The assembly of a compiled package in a folder. */
export function readAssembly(folder: string): Assembly {
  return JSON.parse(fs.readFileSync(path.join(folder, '.jsii'), 'utf8'));
}

/** The assembly of the library in a flavour, which has to be compiled. */
export function libraryOf(flavour: Flavour): Assembly {
  return readAssembly(rootOf(flavour));
}

/** The folders of what a flavour of the library builds on, as node finds them. */
export function frameworkFoldersOf(flavour: Flavour): string[] {
  const { resolve } = createRequire(path.join(rootOf(flavour), 'package.json'));
  return [flavour.framework, 'constructs'].map((name) => path.dirname(resolve(`${name}/package.json`)));
}

/** The assemblies of what a flavour of the library builds on. */
export function frameworksOf(flavour: Flavour): Assembly[] {
  return frameworkFoldersOf(flavour).map(readAssembly);
}
