/** `npm run docs:troubleshooting`: writes the page with an entry for each error, from `scripts/troubleshooting/`. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from './run';
import { page, PAGE } from './troubleshooting/page';

fs.writeFileSync(path.join(ROOT, PAGE), page());
