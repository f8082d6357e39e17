import { TerraformStack } from 'cdktf';
import { SynthMistake } from './mistake';
import {
  Delivery, Duration, LogfireAlert, LogfireApiKey, LogfireChannel, LogfireGatewayApiKey, LogfireProject, LogfireProjectWithToken,
  LogfireSchedule, LogfireWriteToken, SecretValue, Timezone, TokenExpiry, TokenRotation, Weekday,
} from '../../src';

const UUID = '00000000-0000-4000-8000-000000000001';
const shop = (stack: TerraformStack) => LogfireProject.fromProjectId(stack, 'Shop', UUID);
/** A program in a language that has no compiler, or without one. */
const untyped = (props: object): any => props;
const alert = (props: object) => (stack: TerraformStack) => new LogfireAlert(stack, 'Alert', untyped({ project: shop(stack), query: 'SELECT 1', ...props }));
const token = (options: unknown) => (stack: TerraformStack) => new LogfireProject(stack, 'Till').addWriteToken('Token', options as any);

/** What a compiler stops, from JavaScript or Python, which have none. */
export const CALLERS: readonly SynthMistake[] = [
  { name: 'a prop that is spelled wrong', error: 'did you mean dailyLimitUsd?', build: (stack) => new LogfireGatewayApiKey(stack, 'Key', untyped({ project: shop(stack), dailyLimit: 5 })) },
  { name: 'a prop of another construct', error: 'is not a prop of', build: (stack) => new LogfireProject(stack, 'Till', untyped({ expiry: TokenExpiry.never('test') })) },
  { name: 'no query', error: 'query must be a string, got nothing', build: alert({ query: undefined }) },
  { name: 'null for a query', error: 'query must be a string, got null', build: alert({ query: null }) },
  { name: 'a number for a name', error: 'alertName must be a string, got 5', build: alert({ alertName: 5 }) },
  { name: 'one delivery for a list', error: 'notify must be a list, got a Delivery', build: (stack) => alert({ notify: Delivery.to(LogfireChannel.fromChannelId(stack, 'C', UUID)) })(stack) },
  { name: 'a channel for a delivery', error: 'notify[0] must be a Delivery, got a', build: (stack) => alert({ notify: [LogfireChannel.fromChannelId(stack, 'C', UUID)] })(stack) },
  { name: 'a window of time as a number', error: 'timeWindow must be a Duration, got 300', build: alert({ timeWindow: 300 }) },
  { name: 'the word yes for true', error: 'active must be true or false, got "yes"', build: alert({ active: 'yes' }) },
  { name: 'a list with a hole', error: 'environments[1] must be a string, got nothing', build: alert({ environments: ['production', undefined] }) },
  { name: 'a construct for the props', error: 'must be an object with', build: (stack) => new LogfireAlert(stack, 'Alert', shop(stack) as any) },
  { name: 'no props', error: 'must be an object with', build: (stack) => new LogfireWriteToken(stack, 'Token', undefined as any) },
  { name: 'a class for its object', error: 'got the class', build: token({ expiry: TokenExpiry }) },
  { name: 'a lifetime for an expiration', error: 'expiry must be a TokenExpiry, got a Duration', build: token({ expiry: Duration.days(30) }) },
  { name: 'an expiration for a rotation', error: 'rotation must be a TokenRotation, got a TokenExpiry', build: token({ rotation: TokenExpiry.after(Duration.days(30)) }) },
  { name: 'a promise of a project', error: 'got a promise, for which you must await', build: (stack) => new LogfireWriteToken(stack, 'Token', untyped({ project: Promise.resolve(shop(stack)) })) },
  { name: 'the name of a scope for a scope', error: 'scopes[0] must be an ApiScope', build: (stack) => new LogfireApiKey(stack, 'Key', untyped({ scopes: ['organization:read'] })) },
  { name: 'a window as an object', error: 'windows[0] must be a ScheduleWindow', build: (stack) => new LogfireSchedule(stack, 'S', untyped({ timezone: Timezone.UTC, windows: [{ start: '08:00', end: '10:00' }] })) },
  { name: 'a time zone as a text', error: 'timezone must be a Timezone', build: (stack) => new LogfireSchedule(stack, 'S', untyped({ timezone: 'Europe/Berlin', windows: [] })) },
  { name: 'an argument too many', error: 'must have at most', build: () => (TokenRotation.manual as any)(1, Weekday.MONDAY) },
  { name: 'a provider by its name', error: 'provider must be a TerraformProvider', build: (stack) => new LogfireProjectWithToken(stack, 'Till', untyped({ provider: 'logfire' })) },
  { name: 'a variable that is none', error: 'variable must be', build: () => SecretValue.fromVariable('LOGFIRE_API_KEY' as any) },
  { name: 'text for a construct', error: 'scope must be a construct', build: () => new LogfireProject('app' as any, 'Till') },
];
