import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { dashboardPicture } from '../../src/dashboards/dashboard-picture';
import { drawnDashboard } from '../../src/dashboards/drawn-dashboard';
import { compileTwin, runTwin } from '../guides/twin';

/** The dashboards of the guides that are shown: the picture, by the example. */
const PICTURES: { readonly [example: string]: string } = { 'dashboard-sections': 'docs/pictures/dashboard.svg' };

export interface Picture {
  readonly file: string;
  readonly text: string;
}

/** The pictures of the guides, from their TypeScript examples: what an example synthesizes is what its picture shows. */
export async function pictures(): Promise<Picture[]> {
  const { exitCode, output } = await compileTwin();
  if (exitCode !== 0) {
    throw new Error(output);
  }
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-pictures-'));
  try {
    await runTwin({ CDKTF_OUTDIR: outdir });
    return Object.entries(PICTURES).map(([example, file]) => ({ file, text: dashboardPicture(drawnDashboard(documentOf(path.join(outdir, 'stacks', example)))) }));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

/** The document of the only dashboard in a stack, as Terraform reads it. */
function documentOf(stack: string): unknown {
  const { resource } = JSON.parse(fs.readFileSync(path.join(stack, 'cdk.tf.json'), 'utf8'));
  const [{ definition }] = Object.values(resource.logfire_dashboard) as [{ readonly definition: string }];
  return JSON.parse(definition.replace(/(\$\$|%%)\{/g, (opening) => opening.slice(1)));
}
