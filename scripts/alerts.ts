/** `npm run docs:alerts`: writes the catalog of the alerts of monitoring, from its constructs and `test/monitoring/stories`. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from './run';
import { catalogue, CATALOGUE } from '../test/monitoring/catalogue';
import { cleanUp } from '../test/synth';

fs.writeFileSync(path.join(ROOT, CATALOGUE), catalogue());
cleanUp();
