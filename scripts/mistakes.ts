/** `npm run docs:mistakes`: writes the page on what is caught when, from `test/mistakes`. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from './run';
import { page, PAGE } from '../test/mistakes/page';

fs.writeFileSync(path.join(ROOT, PAGE), page());
