import * as fs from 'node:fs';
import * as path from 'node:path';
import { linkSelf } from '../../../scripts/self-link';

// What a tool says `cdktf-logfire` to is the compiled library.
linkSelf();

/** Configurations of Terraform: one of each resource and of all that can be written in it. */
export const CORPUS = path.join(__dirname, 'corpus');

/** The configurations by their names. */
export const CONFIGURATIONS: readonly string[] = fs.readdirSync(CORPUS).filter((name) => /\.tf(\.json)?$/.test(name));

/** Values of their variables. */
export const VARIABLES = { TF_VAR_secret: 'https://hooks.example.com/not-a-real-secret', TF_VAR_upstream_key: 'sk-not-a-real-key' };
