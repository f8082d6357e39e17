import type { JsonObject } from './configuration';
import { blocksOf, isObject } from './configuration';
import { literalOf } from './template';
import { items, LIBRARY, memberNamed, unsayable, Values } from './values';
import { callStatic, Expression, Json, list, literal, member, struct } from '../program/model';

/** A construct of the library and its props. */
export interface ConstructCall {
  /** Name of the class. */
  readonly type: string;
  readonly props: Readonly<Record<string, Expression | undefined>>;
  /** Parts of the lifecycle that a prop says. */
  readonly lifecycle?: readonly string[];
}

/** A resource without nulls, its blocks as objects. */
interface Input {
  readonly body: JsonObject;
  readonly lifecycle: JsonObject;
  /** Text of a dashboard document that is written down. */
  readonly definition?: string | undefined;
}

type Rule = (values: Values, input: Input) => ConstructCall;

const LIMITS = ['daily', 'weekly', 'monthly', 'total'];

/** What says the same as a resource, by its type. */
export const CONSTRUCTS: { readonly [type: string]: Rule } = {
  'logfire_project': (v, { body, lifecycle }) => ({
    type: 'LogfireProject',
    props: {
      projectName: v.text(body.name),
      description: v.text(body.description),
      visibility: v.choice('ProjectVisibility', body.visibility),
      deletionProtection: lifecycle.prevent_destroy === true ? undefined : literal(false),
    },
    lifecycle: ['prevent_destroy'],
  }),
  'logfire_organization': (v, { body }) => ({
    type: 'LogfireOrganization',
    props: {
      organizationName: v.text(body.name),
      displayName: v.text(body.display_name),
      billingEmail: v.text(body.billing_email),
      githubHandle: v.text(body.github_handle),
      location: v.text(body.location),
      avatar: v.text(body.avatar),
      description: v.text(body.description),
      deletionProtection: v.boolean(body.deletion_protection),
    },
  }),
  'logfire_write_token': (v, { body }) => ({
    type: 'LogfireWriteToken', props: { project: v.object('project', body.project_id), expiry: v.expiry(body.expires_at) }, lifecycle: ['create_before_destroy'],
  }),
  'logfire_read_token': (v, { body }) => ({
    type: 'LogfireReadToken', props: { project: v.object('project', body.project_id), expiry: v.expiry(body.expires_at) }, lifecycle: ['create_before_destroy'],
  }),
  'logfire_api_key': (v, { body }) => ({
    type: 'LogfireApiKey',
    props: {
      ...keyProps(v, body),
      scopes: list(items(body.scopes).map((scope) => v.constant('ApiScope', scope))),
      gateway: isObject(body.gateway) ? struct(`${LIBRARY}.GatewayLimits`, limits(v, body.gateway)) : absent(body.gateway, 'gateway is an expression'),
    },
    lifecycle: ['create_before_destroy'],
  }),
  'logfire_gateway_api_key': (v, { body }) => ({
    type: 'LogfireGatewayApiKey', props: { ...keyProps(v, body), ...limits(v, body) }, lifecycle: ['create_before_destroy'],
  }),
  'logfire_gateway_provider': (v, { body }) => ({
    type: 'LogfireGatewayProvider',
    props: {
      gatewayProviderSlug: v.text(body.slug),
      vendor: body.vendor === 'bedrock'
        ? callStatic(`${LIBRARY}.GatewayVendor`, 'bedrock', struct(`${LIBRARY}.BedrockOptions`, {
          api: v.choice('BedrockApi', body.bedrock_api), region: v.text(body.bedrock_region),
        }))
        : v.constant('GatewayVendor', body.vendor),
      apiKey: v.secret(body.api_key),
      requirePricing: v.boolean(body.require_pricing),
    },
  }),
  'logfire_channel': channel,
  'logfire_schedule': (v, { body }) => ({
    type: 'LogfireSchedule',
    props: {
      scheduleName: v.text(body.label),
      timezone: body.timezone === 'UTC' ? member(`${LIBRARY}.Timezone`, 'UTC') : callStatic(`${LIBRARY}.Timezone`, 'of', v.text(body.timezone)!),
      windows: list(items(body.windows).map((window) => scheduleWindow(v, window))),
    },
  }),
  'logfire_alert': (v, { body }) => ({
    type: 'LogfireAlert',
    props: {
      project: v.object('project', body.project_id),
      alertName: v.text(body.name),
      query: v.text(body.query),
      frequency: v.duration(body.frequency),
      timeWindow: v.duration(body.time_window),
      notifyWhen: v.choice('NotifyWhen', body.notify_when),
      notify: v.deliveries(body.channel_assignments),
      environments: v.texts(body.environments),
      description: v.text(body.description),
      active: v.boolean(body.active),
    },
  }),
  'logfire_slo': slo,
  'logfire_dashboard': (v, { body, definition }) => ({
    type: 'LogfireDashboard',
    props: {
      project: v.object('project', body.project_id),
      dashboardName: v.text(body.name),
      dashboardSlug: v.text(body.slug),
      definition: callStatic(`${LIBRARY}.DashboardDefinition`, 'fromJson', literal(definition ?? unsayable('the definition has expressions'))),
    },
  }),
  'logfire_frontend_application': (v, { body, lifecycle }) => {
    const createsFirst = lifecycle.create_before_destroy === true && body.adopt_existing_service_name === true;
    return {
      type: 'LogfireFrontendApplication',
      props: {
        project: v.object('project', body.project_id),
        applicationName: v.text(body.name),
        serviceNamespace: v.text(body.service_namespace),
        environment: v.text(body.environment),
        replacement: createsFirst ? member(`${LIBRARY}.FrontendReplacement`, 'CREATE_FIRST') : undefined,
        adoptExistingServiceName: createsFirst ? undefined : v.boolean(body.adopt_existing_service_name),
      },
      lifecycle: createsFirst ? ['create_before_destroy'] : [],
    };
  },
  'logfire_frontend_application_token': (v, { body }) => ({
    type: 'LogfireFrontendToken',
    props: {
      application: v.construct('logfire_frontend_application', body.application_id) ?? unsayable('its application is not created here'),
      adoptTokenId: v.text(body.adopt_token_id),
      revokeOnDestroy: v.boolean(body.revoke_on_destroy),
    },
  }),
  'data.logfire_pagerduty_service': (v, { body }) => ({
    type: 'LogfirePagerDutyService',
    props: {
      accountSubdomain: v.text(body.account_subdomain),
      pagerDutyServiceId: v.text(body.pagerduty_service_id),
      region: v.choice('PagerDutyRegion', body.region),
    },
  }),
};

function absent(value: Json | undefined, reason: string): undefined {
  return value === undefined ? undefined : unsayable(reason);
}

function keyProps(v: Values, body: JsonObject) {
  return {
    keyName: v.text(body.name),
    description: v.text(body.description),
    project: v.object('project', body.project_id),
    expiry: v.expiry(body.expires_at),
  };
}

function limits(v: Values, body: JsonObject) {
  return {
    ...Object.fromEntries(LIMITS.map((period) => [`${period}LimitUsd`, v.number(body[`spending_limit_${period}`])])),
    cacheEnabled: v.boolean(body.cache_enabled),
  };
}

function channel(v: Values, { body }: Input): ConstructCall {
  const [config] = blocksOf(body.config);
  const common = { channelName: v.text(body.name), active: v.boolean(body.active) };
  const url = () => v.secret(config.url, { mustStaySensitive: true });
  switch (config?.type) {
    case 'webhook': {
      const isSlack = memberNamed('SlackMessageFormat', config.format) !== undefined;
      return {
        type: isSlack ? 'LogfireSlackWebhookChannel' : 'LogfireWebhookChannel',
        props: { ...common, url: url(), format: v.choice(isSlack ? 'SlackMessageFormat' : 'WebhookFormat', config.format) },
      };
    }
    case 'opsgenie':
      return { type: 'LogfireOpsgenieChannel', props: { ...common, authKey: v.secret(config.auth_key) } };
    case 'pagerduty':
      return { type: 'LogfirePagerDutyChannel', props: { ...common, routingKey: v.secret(config.routing_key), region: v.choice('PagerDutyRegion', config.region) } };
    case 'pagerduty-integration':
      return {
        type: 'LogfirePagerDutyServiceChannel',
        props: {
          ...common,
          service: v.construct('logfire_pagerduty_service', config.service_id, 'service_id') ?? unsayable('its service does not come from a data source of this configuration'),
        },
      };
    case 'slack-integration':
      return {
        type: 'LogfireSlackChannel',
        props: {
          ...common,
          installId: v.text(config.install_id),
          slackChannelId: v.text(config.channel_id),
          includeAgentPrompt: v.boolean(config.include_agent_prompt),
        },
      };
    default:
      return unsayable('the type of the channel is an expression');
  }
}

function scheduleWindow(v: Values, window: Json): Expression {
  if (!isObject(window)) {
    return unsayable('a window is an expression');
  }
  const days = list(items(window.days).map((day) => v.choice('Weekday', day)!));
  return callStatic(`${LIBRARY}.ScheduleWindow`, 'between', days, v.text(window.start_time)!, v.text(window.end_time)!);
}

function slo(v: Values, { body, lifecycle }: Input): ConstructCall {
  return {
    type: 'LogfireSlo',
    props: {
      project: v.object('project', body.project_id),
      sloName: v.text(body.name),
      description: v.text(body.description),
      sloScope: callStatic(`${LIBRARY}.SloScope`, body.scope_kind === 'provider' ? 'llmProvider' : 'service', v.text(body.scope_value)!),
      sli: sli(v, body),
      targetPercent: v.number(body.target_percent),
      rollingWindow: v.duration(body.rolling_window),
      environments: v.texts(body.environments),
      routing: routing(v, body.alerts),
      deletionProtection: lifecycle.prevent_destroy === true ? literal(true) : undefined,
    },
    lifecycle: ['prevent_destroy'],
  };
}

const METRIC_SLIS: { readonly [aggregation: string]: string } = {
  additive: 'metricRatio', gauge_fraction: 'gaugeFraction', counter_rate: 'counterRate', histogram_threshold: 'histogram',
};

function sli(v: Values, body: JsonObject): Expression {
  const aggregation = body.metric_aggregation ?? 'additive';
  const factory = (body.source ?? 'records') === 'records' ? 'ratio' : METRIC_SLIS[String(aggregation)] ?? unsayable('metric_aggregation is an expression');
  const totalQuery = v.text(body.total_query);
  if (factory !== 'histogram') {
    return callStatic(`${LIBRARY}.Sli`, factory, struct(`${LIBRARY}.SliQueries`, { totalQuery, badQuery: v.text(body.bad_query) }));
  }
  const good = callStatic(`${LIBRARY}.SliGoodValues`, literalOf(String(body.comparison)) === 'greater_than' ? 'above' : 'below', v.number(body.threshold)!);
  return callStatic(`${LIBRARY}.Sli`, factory, struct(`${LIBRARY}.SliHistogramOptions`, { totalQuery, good }));
}

function routing(v: Values, alerts: Json | undefined): Expression {
  if (alerts === undefined) {
    return callStatic(`${LIBRARY}.SloRouting`, 'unmanaged');
  }
  if (!isObject(alerts)) {
    return unsayable('alerts is an expression');
  }
  const deliveries = (name: string) => {
    const value = alerts[name];
    return isObject(value) ? v.deliveries(value.channel_assignments) : absent(value, 'a tier is an expression');
  };
  const [fast, medium, slow] = ['fast', 'medium', 'slow'].map(deliveries);
  if (fast && slow && JSON.stringify(fast) === JSON.stringify(medium)) {
    return callStatic(`${LIBRARY}.SloRouting`, 'bySeverity', struct(`${LIBRARY}.SloSeverityDeliveries`, { page: fast, ticket: slow }));
  }
  return callStatic(`${LIBRARY}.SloRouting`, 'byTier', struct(`${LIBRARY}.SloTierRoutings`, { fast: tier(fast), medium: tier(medium), slow: tier(slow) }));
}

function tier(deliveries: Expression | undefined): Expression | undefined {
  if (deliveries?.is !== 'list') {
    return undefined;
  }
  return deliveries.items.length === 0
    ? callStatic(`${LIBRARY}.SloTierRouting`, 'nobody')
    : callStatic(`${LIBRARY}.SloTierRouting`, 'to', deliveries);
}
