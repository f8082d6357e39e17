import { checkDashboard, storedDashboard } from './dashboard-document';
import { ApiError } from './diagnostics';
import type { LogfireObject } from './logfire';
import { durationSeconds } from './meaning';
import { trimTexts } from './server-form';
import { SLO } from './slo';
import { isObject, isSet, Unknown, type ObjectValue, type Value } from './values';

/** What a kind of object sees of the server. */
export interface World {
  /** Organization of the object; while it is made or changed only. */
  readonly organization?: string;
  readonly release?: string;
  uuid(): string;
  /** A new secret. */
  issue(version: 'v1' | 'v2'): string;
  now(): string;
  objects(type: string): LogfireObject[];
  insert(type: string, organization: string, values: LogfireObject): LogfireObject;
  dropWhere(type: string, matches: (values: LogfireObject) => boolean): void;
  reportsTelemetry(projectId: string, service: string): boolean;
}

/** What the server does with one kind of object beyond what behaviour.json says as data. */
export interface Kind {
  /** Takes over an object that is there instead of making one. */
  adopt?(sent: ObjectValue, world: World): LogfireObject | undefined;
  /** Checks and rewrites what was sent; `current` is there in an update. */
  receive?(sent: ObjectValue, world: World, current?: LogfireObject): void;
  /** Fills in what the server makes at the creation. */
  bear?(values: LogfireObject, world: World): void;
  /** Fills in what the server makes at an update. */
  change?(values: ObjectValue, world: World, current: LogfireObject): void;
  /** Throws when the object must not go. */
  refuseDeletion?(object: LogfireObject, world: World): void;
  /** Takes along what goes with it. */
  bury?(object: LogfireObject, world: World): void;
}

const PERSON = 'Stand-in';

const TOKEN: Kind = {
  bear(values, world) {
    const token = world.issue('v1');
    Object.assign(values, {
      token,
      token_prefix: token.slice(0, 15),
      created_at: world.now(),
      created_by_name: PERSON,
      project_name: projectName(world, values.project_id),
    });
  },
};

const API_KEY: Kind = {
  receive(sent) {
    if (Array.isArray(sent.scopes)) sent.scopes = (sent.scopes as string[]).sort();
  },
  bear(values, world) {
    Object.assign(values, {
      token: world.issue('v2'),
      created_at: world.now(),
      created_by_name: PERSON,
      project_name: projectName(world, values.project_id),
      all_projects: values.project_id === null,
      active: true,
    });
  },
};

/** Further behaviour, by resource type. */
export const KINDS: Readonly<Record<string, Kind | undefined>> = {
  logfire_project: {
    bear(values, world) {
      values.organization = world.organization!;
    },
  },
  logfire_organization: {
    receive(sent) {
      trimTexts(sent);
    },
    bear(values, world) {
      const now = world.now();
      Object.assign(values, { has_admin_panel: false, gateway_enabled: false, ai_enabled: false, created_at: now, updated_at: now });
    },
    change(values, world, current) {
      for (const [name, value] of Object.entries(values)) values[name] = value ?? current[name];
      values.updated_at = world.now();
    },
  },
  logfire_write_token: TOKEN,
  logfire_read_token: TOKEN,
  logfire_api_key: API_KEY,
  logfire_gateway_api_key: API_KEY,
  logfire_gateway_provider: {
    bear(values, world) {
      values.created_at = world.now();
    },
  },
  logfire_channel: {
    receive(sent, _, current) {
      const config = sent.config as ObjectValue;
      trimTexts(config);
      if (config.include_agent_prompt instanceof Unknown) {
        const before = current && (current.config as ObjectValue).include_agent_prompt;
        config.include_agent_prompt = config.type === 'slack-integration' ? before ?? true : null;
      }
      if (!current && config.type === 'pagerduty') config.region ??= 'us';
    },
  },
  logfire_alert: {
    receive(sent) {
      const monthly = durationSeconds(sent.time_window as string)! >= 30 * 86400;
      if (monthly && durationSeconds(sent.frequency as string)! < 86400) throw new ApiError(422, 'time_window: 30d needs a frequency of 24h');
    },
  },
  logfire_schedule: {
    receive(sent) {
      if (!isTimezone(sent.timezone as string)) throw new ApiError(422, `timezone: ${JSON.stringify(sent.timezone)} is no name of the IANA data base`);
    },
    bury(schedule, world) {
      const forget = (assignments: Value) => {
        for (const assignment of Array.isArray(assignments) ? assignments.filter(isObject) : []) {
          if (assignment.schedule_id === schedule.id) assignment.schedule_id = null;
        }
      };
      world.objects('logfire_alert').forEach((alert) => forget(alert.channel_assignments));
      for (const slo of world.objects('logfire_slo')) {
        Object.values(slo.alerts as ObjectValue).filter(isObject).forEach((tier) => forget(tier.channel_assignments));
      }
    },
  },
  logfire_dashboard: {
    receive(sent, world) {
      checkDashboard(sent.definition as string);
      const metadata = { name: sent.name as string, project: projectName(world, sent.project_id)!, updatedAt: world.now() };
      sent.definition = storedDashboard(sent.definition as string, metadata);
    },
  },
  logfire_slo: SLO,
  logfire_frontend_application: {
    receive(sent, world, current) {
      if (current) return;
      const [project, name] = [sent.project_id as string, sent.name as string];
      const twin = world.objects('logfire_frontend_application').find((other) =>
        other.project_id === project && other.name === name && other.environment === sent.environment);
      if (twin) throw new ApiError(409, `a frontend application "${name}" of this environment already exists`);
      if (world.reportsTelemetry(project, name) && sent.adopt_existing_service_name !== true) {
        throw new ApiError(409, `telemetry already arrives under the service name "${name}"; set adopt_existing_service_name`);
      }
    },
    bear(values, world) {
      values.created_at = world.now();
      newFrontendToken(world, values.project_id, values.id);
    },
    bury(application, world) {
      world.dropWhere('logfire_frontend_application_token', (token) => token.application_id === application.id);
    },
  },
  logfire_frontend_application_token: {
    adopt(sent, world) {
      const application = world.objects('logfire_frontend_application').find((candidate) =>
        candidate.id === sent.application_id && candidate.project_id === sent.project_id);
      if (!application) throw new ApiError(404, `there is no frontend application ${String(sent.application_id)}`);
      if (!isSet(sent.adopt_token_id)) return newFrontendToken(world, sent.project_id, application.id);
      const token = activeTokens(world.objects('logfire_frontend_application_token'), application.id).find(({ id }) => id === sent.adopt_token_id);
      if (!token) throw new ApiError(404, `${sent.adopt_token_id as string} is no active token of the application`);
      return token;
    },
    refuseDeletion(token, world) {
      const active = activeTokens(world.objects('logfire_frontend_application_token'), token.application_id);
      if (active.length === 1 && active[0].id === token.id) {
        throw new ApiError(409, 'this is the last active token of the application; set revoke_on_destroy to false and apply, then destroy');
      }
    },
  },
};

/** Tokens of a frontend application that have not been revoked. */
export function activeTokens(tokens: readonly LogfireObject[], applicationId: Value): LogfireObject[] {
  return tokens.filter((token) => token.application_id === applicationId && token.status === 'active' && token.token !== null);
}

function newFrontendToken(world: World, projectId: Value, applicationId: string): LogfireObject {
  return world.insert('logfire_frontend_application_token', world.organization!, {
    id: world.uuid(),
    project_id: projectId,
    application_id: applicationId,
    token: world.issue('v1'),
    status: 'active',
    created_at: world.now(),
    last_used_at: null,
  });
}

function projectName(world: World, id: Value): string | null {
  return (world.objects('logfire_project').find((project) => project.id === id)?.name as string | undefined) ?? null;
}

function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
