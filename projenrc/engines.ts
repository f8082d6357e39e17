import { cdktf, github } from 'projen';
import { JobPermission, JobStep } from 'projen/lib/github/workflows-model';

/** Each engine at the ends of what is supported, and what runs with it. */
const ENGINES: readonly { readonly [name: string]: string }[] = [
  // Some tests are about write-only arguments, which need Terraform 1.11.
  { name: 'the oldest Terraform', terraform: '1.8.5', node: '22', run: 'npm run demo' },
  { name: 'the newest Terraform', terraform: 'latest', node: '24', run: 'npm test -- stand-in end-to-end' },
  { name: 'the newest OpenTofu', tofu: 'latest', node: '22', run: 'npm test -- stand-in end-to-end' },
];

/** The engines that users plan and apply with, besides the one that all other jobs have. */
export function runOnEngines(project: cdktf.ConstructLibraryCdktf): void {
  const when = (engine: string, step: JobStep): JobStep => ({ ...step, if: `matrix.${engine}` });
  project.github!.tryFindWorkflow('build')!.addJob('engines', {
    name: '${{ matrix.name }}, Node ${{ matrix.node }}',
    runsOn: ['ubuntu-latest'],
    permissions: { contents: JobPermission.READ },
    strategy: { failFast: false, matrix: { include: [...ENGINES] as any } },
    env: { CI: 'true' },
    steps: [
      github.WorkflowSteps.checkout(),
      when('terraform', {
        name: 'Install Terraform',
        uses: 'hashicorp/setup-terraform@v3',
        with: { terraform_version: '${{ matrix.terraform }}', terraform_wrapper: false },
      }),
      when('tofu', { name: 'Install OpenTofu', uses: 'opentofu/setup-opentofu@v2', with: { tofu_version: '${{ matrix.tofu }}', tofu_wrapper: false } }),
      // The image may bring a Terraform of its own, and the tests would take that.
      when('tofu', { name: 'Choose OpenTofu', run: 'echo "TERRAFORM_BINARY_NAME=tofu" >> "$GITHUB_ENV"' }),
      { name: 'Install Node', uses: 'actions/setup-node@v7.0.0', with: { 'node-version': '${{ matrix.node }}', 'package-manager-cache': false } },
      { name: 'Install dependencies', run: 'npm ci' },
      { name: 'Compile', run: 'npm test -- compile' },
      { name: 'Run', run: '${{ matrix.run }}' },
    ],
  });
}
