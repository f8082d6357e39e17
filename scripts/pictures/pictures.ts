import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { dashboardPicture } from './dashboard-picture';
import { compileTwin, runTwin } from '../guides/twin';

/** The dashboards of the guides that are shown: by example and name of the dashboard. */
const PICTURES: readonly { readonly example: string; readonly name: string; readonly file: string }[] = [
  { example: 'dashboard-sections', name: 'Shop', file: 'docs/pictures/dashboard.svg' },
  { example: 'monitoring', name: 'Overview', file: 'docs/pictures/monitoring-overview.svg' },
  { example: 'monitoring', name: 'Checkout', file: 'docs/pictures/monitoring-service.svg' },
];

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
    return PICTURES.map(({ example, name, file }) => ({ file, text: dashboardPicture(documentOf(path.join(outdir, 'stacks', example), name)) }));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

/** The document of a dashboard in a stack, as Terraform reads it. */
function documentOf(stack: string, dashboard: string): unknown {
  const { resource } = JSON.parse(fs.readFileSync(path.join(stack, 'cdk.tf.json'), 'utf8'));
  const dashboards = Object.values(resource.logfire_dashboard) as { readonly name: string; readonly definition: string }[];
  const { definition } = dashboards.find(({ name }) => name === dashboard)!;
  return JSON.parse(definition.replace(/(\$\$|%%)\{/g, (opening) => opening.slice(1)));
}
