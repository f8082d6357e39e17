import { say, type Sentence } from './changes';

/** What a resource is called, and what is lost when it is destroyed. With a replacement the same is lost, unless `replaced` says otherwise. */
interface Kind {
  readonly kind: string;
  readonly destroyed: Sentence;
  readonly replaced?: Sentence;
}

const KINDS: Readonly<Record<string, Kind>> = {
  logfire_organization: { kind: 'organization', destroyed: say`The organization and everything in it are deleted.` },
  logfire_project: {
    kind: 'project',
    destroyed: say`All its telemetry and everything in it are deleted, and its tokens stop working.`,
    replaced: say`All its telemetry and everything in it are deleted, and its tokens stop working. The new project starts empty.`,
  },
  logfire_write_token: { kind: 'write token', destroyed: say`The token is revoked: programs that still hold it stop sending telemetry.` },
  logfire_read_token: { kind: 'read token', destroyed: say`The token is revoked: programs that still hold it can no longer query.` },
  logfire_api_key: { kind: 'API key', destroyed: say`The key is revoked: programs that still hold it can no longer call the API.` },
  logfire_gateway_api_key: { kind: 'gateway key', destroyed: say`The key is revoked: programs that still hold it can no longer call models through the gateway.` },
  logfire_gateway_provider: {
    kind: 'gateway provider',
    destroyed: say`Requests through the gateway to this provider fail.`,
    replaced: say`Requests through the gateway to this provider fail until the new one is created, and under another slug afterwards if the slug changes.`,
  },
  logfire_frontend_application: { kind: 'frontend application', destroyed: say`Every token of the application is revoked: browsers that still hold one stop sending.` },
  logfire_frontend_application_token: { kind: 'frontend token', destroyed: say`The token is revoked: browsers that still hold it stop sending.` },
  logfire_alert: { kind: 'alert', destroyed: say`Nobody is notified any more.`, replaced: say`The new alert has another id.` },
  logfire_slo: { kind: 'SLO', destroyed: say`The history of its error budget is lost, and its three alerts go with it.` },
  logfire_dashboard: {
    kind: 'dashboard',
    destroyed: say`The dashboard is deleted, and links to it break.`,
    replaced: say`Links to the dashboard break.`,
  },
  logfire_channel: { kind: 'channel', destroyed: say`Alerts and SLOs that use it no longer notify it.`, replaced: say`Nobody is notified through it until the new one is created.` },
  logfire_schedule: { kind: 'schedule', destroyed: say`Alerts and SLOs that used it notify at any time from then on.` },
};

/** The credentials, which are revoked when they are destroyed. */
const CREDENTIALS: ReadonlySet<string> = new Set([
  'logfire_write_token', 'logfire_read_token', 'logfire_api_key', 'logfire_gateway_api_key', 'logfire_frontend_application_token',
]);

/** Whether the changes of a type are shown one by one. */
export function isKnown(type: string): boolean {
  return Object.hasOwn(KINDS, type);
}

export function isCredential(type: string): boolean {
  return CREDENTIALS.has(type);
}

export function kindOf(type: string): string {
  return KINDS[type].kind;
}

/** What is lost with a resource. */
export function lossOf(type: string, action: 'destroy' | 'replace', before: { readonly [name: string]: unknown }): Sentence {
  const { destroyed, replaced = destroyed } = KINDS[type];
  if (type === 'logfire_frontend_application_token' && before.revoke_on_destroy === false) {
    return say`The token is not revoked, because revoke_on_destroy is off.`;
  }
  return action === 'replace' ? replaced : destroyed;
}

const REASONS: Readonly<Record<string, Sentence>> = {
  replace_because_tainted: say`An earlier apply left it incomplete (tainted).`,
  replace_by_request: say`The plan was asked to replace it.`,
  replace_by_triggers: say`What triggers its replacement changes.`,
  delete_because_no_resource_config: say`No longer in the program.`,
  delete_because_wrong_repetition: say`Its count or for_each is gone or new.`,
  delete_because_count_index: say`Its count no longer reaches it.`,
  delete_because_each_key: say`Its for_each no longer has it.`,
  delete_because_no_module: say`Its module is no longer in the program.`,
  delete_because_no_move_target: say`Moved to an address that is not in the program.`,
};

/** Why Terraform replaces or destroys a resource. */
export function reasonOf(reason: string | undefined): Sentence | undefined {
  return reason === undefined || !Object.hasOwn(REASONS, reason) ? undefined : REASONS[reason];
}
