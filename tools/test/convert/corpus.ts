import * as path from 'node:path';
import { linkSelf } from '../../../scripts/self-link';

// What a tool says `cdktf-logfire` to is the compiled library.
linkSelf();

/** Directories with configurations of Terraform: one of each resource and of all that can be written in it. */
export const CORPUS = path.join(__dirname, 'corpus');

export const CONFIGURATIONS = ['cloud', 'self-hosted'];

/** Values of their variables. */
export const VARIABLES = { TF_VAR_secret: 'https://hooks.example.com/not-a-real-secret', TF_VAR_upstream_key: 'sk-not-a-real-key' };
