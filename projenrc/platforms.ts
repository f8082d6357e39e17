import { cdktf, github } from 'projen';
import { JobPermission } from 'projen/lib/github/workflows-model';
import { TOOLCHAINS } from './release';

const SYSTEMS = ['ubuntu-latest', 'macos-latest', 'windows-latest'];
const NODES = ['20', '22', '24'];

/** What users run on their machines, on all systems that they have: the packages for npm, the demo and the programs in C#. */
export function runOnPlatforms(project: cdktf.ConstructLibraryCdktf): void {
  project.github!.tryFindWorkflow('build')!.addJob('platforms', {
    name: '${{ matrix.os }}, Node ${{ matrix.node }}',
    runsOn: ['${{ matrix.os }}'],
    permissions: { contents: JobPermission.READ },
    strategy: { failFast: false, matrix: { domain: { os: SYSTEMS, node: NODES } } },
    env: { CI: 'true' },
    // PowerShell keeps the `--` of `npm test -- consumers` for itself.
    defaults: { run: { shell: 'bash' } },
    steps: [
      github.WorkflowSteps.checkout(),
      toolchain('Install Terraform'),
      toolchain('Install .NET'),
      { name: 'Install Node', uses: 'actions/setup-node@v7.0.0', with: { 'node-version': '${{ matrix.node }}', 'package-manager-cache': false } },
      { name: 'Install dependencies', run: 'npm ci' },
      { name: 'Packages for npm', run: 'npm test -- consumers' },
      { name: 'Demo', run: 'npm run demo' },
      { name: 'Programs in C#', run: 'npm test -- csharp' },
    ],
  });
}

function toolchain(name: string) {
  const step = TOOLCHAINS.find((candidate) => candidate.name === name);
  if (step === undefined) {
    throw new Error(`there is no step ${name}; use any of ${TOOLCHAINS.map((candidate) => candidate.name).join(', ')}`);
  }
  return step;
}
