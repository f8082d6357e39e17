import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { DRAWINGS, withExample } from './example-pictures';
import { dashboardPicture } from '../../src/dashboards/dashboard-picture';
import { drawnDashboard } from '../../src/dashboards/drawn-dashboard';
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

/** The drawn dashboards: what an example synthesizes is what its picture shows. */
export async function pictures(): Promise<Picture[]> {
  return [...await ofGuides(), ...await ofExamples()];
}

async function ofExamples(): Promise<Picture[]> {
  const drawn: Picture[] = [];
  for (const example of new Set(DRAWINGS.map((drawing) => drawing.example))) {
    const draw = async (outdir: string) => DRAWINGS.filter((drawing) => drawing.example === example).map(({ dashboard, file }) => ({
      file, text: drawingOf(path.join(outdir, 'stacks', example), dashboard!),
    }));
    drawn.push(...await withExample(example, draw));
  }
  return drawn;
}

/** From the TypeScript examples of the guides. */
async function ofGuides(): Promise<Picture[]> {
  const { exitCode, output } = await compileTwin();
  if (exitCode !== 0) {
    throw new Error(output);
  }
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-pictures-'));
  try {
    await runTwin({ CDKTF_OUTDIR: outdir });
    return PICTURES.map(({ example, name, file }) => ({ file, text: drawingOf(path.join(outdir, 'stacks', example), name) }));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

function drawingOf(stack: string, dashboard: string): string {
  return dashboardPicture(drawnDashboard(documentOf(stack, dashboard)));
}

/** The document of a dashboard in a stack, as Terraform reads it. */
function documentOf(stack: string, dashboard: string): unknown {
  const { resource } = JSON.parse(fs.readFileSync(path.join(stack, 'cdk.tf.json'), 'utf8'));
  const dashboards = Object.values(resource.logfire_dashboard) as { readonly name: string; readonly definition: string }[];
  const { definition } = dashboards.find(({ name }) => name === dashboard)!;
  return JSON.parse(definition.replace(/(\$\$|%%)\{/g, (opening) => opening.slice(1)));
}
