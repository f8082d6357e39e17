import { TerraformStack } from 'cdktf';
import {
  ApiScope, LeastPrivilegeScopes, LimitGatewaySpend, LogfireAlert, LogfireApiKey, LogfireGatewayApiKey, LogfireOpsgenieChannel, LogfirePolicies,
  LogfireProject, NoPlaintextSecrets, ProtectProjects, RequireAlertDelivery, RequireRunbook, SecretValue,
} from '../../../src';
import type { FileId, PolicyId, PolicyRule } from '../../../src/core/error-ids';
import type { Entries } from '../entry';

const alert = (stack: TerraformStack) => new LogfireAlert(stack, 'Alert', {
  project: new LogfireProject(stack, 'Shop'), query: 'SELECT trace_id, message FROM records WHERE is_exception',
});

export const POLICIES: Entries<PolicyId> = {
  'suppression-scope': {
    program: (_, app) => LogfirePolicies.suppress(app, 'ProtectProjects', 'an app for tests'),
    meaning: 'A policy is suppressed for the app or for a group of stacks.',
    why: 'A suppression accepts one exception, with a reason. For a whole app, it would switch the policy off.',
    remedy: 'Suppress the rule at the construct or stack where it applies, or apply the policy to fewer stacks.',
    code: 'LogfirePolicies.suppress(project, \'ProtectProjects\', \'a project for tests\');',
  },
  'unused-suppression': {
    program: (stack) => {
      new ProtectProjects().applyTo(stack);
      LogfirePolicies.suppress(stack, 'ProtectProjects', 'a stack for tests');
    },
    meaning: 'A suppression matches no finding.',
    why: 'The exception is no longer needed, or the name of its rule is misspelled. It would hide a finding that comes later.',
    remedy: 'Remove it, or correct the name.',
  },
};

export const POLICY_RULES: Entries<PolicyRule> = {
  LeastPrivilegeScopes: {
    program: (stack) => {
      new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_ADMIN] });
      new LeastPrivilegeScopes().applyTo(stack);
    },
    meaning: 'An API key has a scope that is not allowed: by default those that administer the organization or the instance, or all scopes together.',
    why: 'Whoever gets hold of such a key can do everything.',
    remedy: 'Grant only the scopes that the program needs.',
  },
  LimitGatewaySpend: {
    program: (stack) => {
      new LogfireGatewayApiKey(stack, 'Key', { project: new LogfireProject(stack, 'Shop') });
      new LimitGatewaySpend().applyTo(stack);
    },
    meaning: 'A key that can call models has no spending limit.',
    why: 'A leaked key, or a program with a mistake, can cost any amount.',
    remedy: 'Pass a daily, weekly, monthly or total limit.',
    code: 'new LogfireGatewayApiKey(this, \'Key\', { project, dailyLimitUsd: 20 });',
  },
  NoPlaintextSecrets: {
    program: (stack) => {
      new LogfireOpsgenieChannel(stack, 'Channel', { authKey: SecretValue.unsafePlainText('example') });
      new NoPlaintextSecrets().applyTo(stack);
    },
    meaning: 'Something that is written contains a secret in plain text, or shows one in an output.',
    why: 'Everybody with access to the repository, to the synthesized files or to the output of Terraform could read it.',
    remedy: 'Pass the secret through a sensitive variable or from a secret store. Mark outputs as sensitive.',
  },
  ProtectProjects: {
    program: (stack) => {
      new LogfireProject(stack, 'Shop', { deletionProtection: false });
      new ProtectProjects().applyTo(stack);
    },
    meaning: 'Terraform may destroy a project.',
    why: 'Destroying a project deletes all of its telemetry.',
    remedy: 'Remove `deletionProtection: false`. For a binding, set `preventDestroy` in its lifecycle.',
  },
  RequireAlertDelivery: {
    program: (stack) => {
      alert(stack);
      new RequireAlertDelivery().applyTo(stack);
    },
    meaning: 'An active alert notifies nobody.',
    why: 'Nobody would hear of the problem.',
    remedy: 'Pass `notify`, or set a default routing with `LogfireDefaults`.',
  },
  RequireRunbook: {
    program: (stack) => {
      alert(stack);
      new RequireRunbook().applyTo(stack);
    },
    meaning: 'An alert has no runbook.',
    why: 'Whoever is on call has to find out what to do at the worst time.',
    remedy: 'Pass `runbook`, the address of a page that says what to do, or set `runbookBaseUrl` with `LogfireDefaults`.',
  },
  RequireTokenExpiry: {
    meaning: 'A token or key never expires, lives longer than `maxLifetime`, or expires so late that it counts as never. For a fixed instant, Terraform says this in the plan.',
    why: 'A leaked token that never expires is valid until somebody notices and revokes it.',
    remedy: 'Pass a lifetime by `TokenExpiry.after`. If a token really must not expire, suppress the rule for it with a reason.',
  },
};

export const FILES: Entries<FileId> = {
  'file-name': {
    meaning: 'The name of the inventory or the review page has a wrong ending or an invalid character, is the name of another file, or differs between two calls.',
    why: 'The file is written into the directory of the stack, beside the file for Terraform, and must not overwrite it.',
    remedy: 'Leave `fileName` out, or use letters, digits, `.`, `_` and `-` with the ending in the error. Call the method once.',
  },
  'file-scope': {
    meaning: 'The inventory or the review page was requested for something that is neither a stack nor an app with stacks.',
    why: 'Both describe whole stacks. An app without stacks has nothing to describe yet.',
    remedy: 'Pass the app or a stack, after the last stack was created.',
    code: 'LogfireReview.writeFor(this);',
  },
};
