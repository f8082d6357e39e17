/** One measured synth in a process of its own: `node synth-once.js TREE COUNT FOLDER`. Prints seconds and bytes as JSON; needs `--expose-gc`. */
import { App } from 'cdktf';
import { TREES } from './trees';

const [name, count, outdir] = process.argv.slice(2);
const start = process.hrtime.bigint();
const app = new App({ outdir });
TREES[name](app, Number(count));
app.synth();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const bytes = process.resourceUsage().maxRSS * 1024;
global.gc!();
const live = process.memoryUsage().heapUsed;
// Read after the measurement, so that the tree is not garbage in it.
console.log(JSON.stringify({ seconds, bytes, live, app: app.node.id }));
