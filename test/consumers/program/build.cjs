// Makes of main.ts what people run: an ES module, a CommonJS module, and a bundle with the library in it. `node build.cjs ESBUILD`.
const { buildSync } = require(process.argv[2]);

const build = (outfile, options) => buildSync({ entryPoints: ['main.ts'], platform: 'node', logLevel: 'warning', outfile, ...options });
build('import.mjs', { format: 'esm' });
build('require.cjs', { format: 'cjs' });
build('bundle.cjs', { format: 'cjs', bundle: true });
