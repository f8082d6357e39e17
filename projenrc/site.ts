import { cdktf, github } from 'projen';
import { JobPermission } from 'projen/lib/github/workflows-model';
import { RUNNER } from './pinned';

/**
 * Deploys the documentation site to GitHub Pages. A release that another workflow makes starts no workflow, so each push to `main` deploys: what is there
 * is released within the hour.
 */
export function deploySite(project: cdktf.ConstructLibraryCdktf): void {
  const workflow = new github.GithubWorkflow(project.github!, 'site', {
    // The deployment that began last is the one that stays.
    limitConcurrency: true,
    concurrencyOptions: { group: 'site', cancelInProgress: true },
  });
  workflow.on({ push: { branches: ['main'] }, workflowDispatch: {} });
  workflow.addJob('build', {
    runsOn: [RUNNER],
    permissions: { contents: JobPermission.READ },
    env: { CI: 'true' },
    steps: [
      github.WorkflowSteps.checkout(),
      { name: 'Install Node', uses: 'actions/setup-node@v7.0.0', with: { 'node-version': '22', 'package-manager-cache': false } },
      { name: 'Install dependencies', run: 'npm ci' },
      { name: 'Build', run: 'npm run site' },
      { name: 'Upload', uses: 'actions/upload-pages-artifact@v5.0.0', with: { path: 'site/dist' } },
    ],
  });
  workflow.addJob('deploy', {
    needs: ['build'],
    runsOn: [RUNNER],
    permissions: { pages: JobPermission.WRITE, idToken: JobPermission.WRITE },
    environment: { name: 'github-pages', url: '${{ steps.deployment.outputs.page_url }}' },
    steps: [{ id: 'deployment', name: 'Deploy', uses: 'actions/deploy-pages@v5.0.0' }],
  });
}
