/** `npm run docs:pictures`: draws the dashboards of the guides, after a compilation. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pictures } from './pictures/pictures';
import { ROOT } from './run';

pictures().then((all) => all.forEach(({ file, text }) => {
  fs.mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  fs.writeFileSync(path.join(ROOT, file), text);
  console.log(file);
})).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
