import * as fs from 'node:fs';
import * as path from 'node:path';
import { cdktf, github } from 'projen';
import { JobPermission } from 'projen/lib/github/workflows-model';
import { RUNNER } from './pinned';

/** What `npm run mutation` takes: the rooms of the source. The bindings in `l1` are generated. */
const ROOMS = fs.readdirSync(path.join(__dirname, '..', 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'l1')
  .map(({ name }) => name);

/** Tests the tests of all rooms once a week: it takes too long for each push. */
export function testTests(project: cdktf.ConstructLibraryCdktf): void {
  const workflow = new github.GithubWorkflow(project.github!, 'mutation');
  workflow.on({ schedule: [{ cron: '0 4 * * 0' }], workflowDispatch: {} });
  workflow.addJob('mutation', {
    runsOn: [RUNNER],
    permissions: { contents: JobPermission.READ },
    env: { CI: 'true' },
    strategy: { failFast: false, matrix: { domain: { room: ROOMS } } },
    steps: [
      github.WorkflowSteps.checkout(),
      { name: 'Install Node', uses: 'actions/setup-node@v7.0.0', with: { 'node-version': '22', 'package-manager-cache': false } },
      { name: 'Install dependencies', run: 'npm ci' },
      { name: 'Compile', run: 'npm run compile' },
      { name: 'Break the room', run: 'npm run mutation -- ${{ matrix.room }}' },
    ],
  });
}
