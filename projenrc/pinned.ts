import { cdktf } from 'projen';

/** The commits of the actions that workflows use; a tag could be moved to another commit. */
const COMMITS = {
  'actions/deploy-pages': 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128', // v5.0.0
  'actions/setup-dotnet': 'a98b56852c35b8e3190ac28c8c2271da59106c68', // v6.0.0
  'actions/setup-go': 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e', // v7.0.0
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020', // v7.0.0
  'actions/setup-python': '5fda3b95a4ea91299a34e894583c3862153e4b97', // v7.0.0
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9', // v5.0.0
  'hashicorp/setup-terraform': 'b9cd54a3c349d3f38e8881555d616ced269862dd', // v3.1.2
  'opentofu/setup-opentofu': 'a1320f892987e89d278cc92dc5adc984fb93aca4', // v2.0.2
};

/** The versions of what runs in the jobs that publish; `scripts/publishing` has the locks of what publib needs. */
export const PUBLIB_VERSION = '0.2.1061';
export const NPM_VERSION = '11.21.2';
export const PYTHON_VERSION = '3.11';
export const GO_VERSION = '1.25';
export const DOTNET_VERSION = '10.x';
export const RUNNER = 'ubuntu-24.04';

export function pinActions(project: cdktf.ConstructLibraryCdktf): void {
  Object.entries(COMMITS).forEach(([action, commit]) => project.github!.actions.set(action, `${action}@${commit}`));
}
