import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ROOT, run } from '../../scripts/run';
import { describeTerraform } from '../terraform/harness';

jest.setTimeout(120_000);

const DEMO = ['--transpile-only', '--project', 'tsconfig.dev.json', 'scripts/demo.ts'];
const REVIEW = path.join('examples', 'typescript', 'quickstart', 'cdktf.out', 'logfire-review.html');

describeTerraform('npm run demo', () => {
  test('shows a project, a token that expires and never prints, and a clean second plan', async () => {
    const { exitCode, output } = await run('ts-node', DEMO);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toContain('cdktf.out/stacks/quickstart/cdk.tf.json');
    expect(output).toContain('logfire_project.Shop_Project_BABE1F1E');
    expect(output).toContain('shop_token = <sensitive>');
    expect(output).toMatch(/project {8}quickstart-shop, id [0-9a-f-]{36}/);
    expect(output).toMatch(/token expires {2}20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/);
    expect(output).toContain('token          in the state, never shown');
    expect(output).toContain('second plan    no changes');
    expect(output).not.toContain('pylf_');
    expect(output.trim().split('\n').at(-1)).toBe(`  ${REVIEW}`);
    expect(fs.readFileSync(path.join(ROOT, REVIEW), 'utf8')).toContain('logfire_project.Shop_Project_BABE1F1E');
  });
});

test('without Terraform the demo stops after synth, says so and succeeds', async () => {
  const bin = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-bin-'));
  try {
    fs.symlinkSync(process.execPath, path.join(bin, 'node'));
    const { exitCode, output } = await run('ts-node', DEMO, { env: { PATH: `${path.join(ROOT, 'node_modules', '.bin')}${path.delimiter}${bin}` } });
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).toContain('logfire_write_token.Shop_Token_16B4AEBD');
    expect(output).toContain('Neither terraform nor tofu is on the PATH, so the demo ends here.');
    expect(output).not.toContain('plan again');
    expect(output).toContain(REVIEW);
  } finally {
    fs.rmSync(bin, { recursive: true, force: true });
  }
});
