/** `npm run docs:guides`: writes the guides in Python, Java, C# and Go. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pages } from './guides/pages';
import { ROOT } from './run';

for (const { file, text } of pages()) {
  fs.mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  fs.writeFileSync(path.join(ROOT, file), text);
  console.log(file);
}
