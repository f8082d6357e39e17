// Prints the names that `require` has and `import { … }` does not, which would be a SyntaxError in the program that imports one.
import * as cdktfLogfire from 'cdktf-logfire';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const required = Object.keys(require('cdktf-logfire'));
console.log(JSON.stringify({ required: required.length, missing: required.filter((name) => !(name in cdktfLogfire)) }));
