import * as logfire from 'cdktf-logfire';
import { isObject } from './configuration';
import { expressionOf, literalOf, Piece, piecesOf, quotedTemplate } from './template';
import { callStatic, Expression, get, Json, list, literal, member, variable } from '../program/model';

/** Why a construct cannot say the same as a resource. */
export class Unsayable extends Error {}

/** Something that another resource can refer to. */
export interface Target {
  /** Name of the variable that holds it. */
  readonly variable: string;
  /** Whether it is a construct of the library, and not a binding. */
  readonly isConstruct: boolean;
}

/** What values are translated with. */
export interface Scope {
  /** The construct or binding of an address that is not repeated by `count` or `for_each`. */
  target(address: string): Target | undefined;
  /** A Terraform variable that holds a string. */
  stringVariable(name: string): string | undefined;
  /** A Terraform variable that can be passed as a secret. */
  secretVariable(name: string): string | undefined;
  /** Whether Terraform hides the value of an expression. */
  isSensitive(expression: string): boolean;
  /** An object that this configuration does not create, by the expression of its id. */
  existing(kind: ExistingKind, id: Json): Expression;
}

export type ExistingKind = 'project' | 'channel' | 'schedule';

export const LIBRARY = 'cdktf-logfire';

/** The attribute of a construct that has the id of its resource. */
const ID_PROPERTY: { readonly [type: string]: string } = {
  logfire_alert: 'alertId',
  logfire_channel: 'channelId',
  logfire_dashboard: 'dashboardId',
  logfire_frontend_application: 'applicationId',
  logfire_gateway_provider: 'gatewayProviderId',
  logfire_organization: 'organizationId',
  logfire_project: 'projectId',
  logfire_schedule: 'scheduleId',
  logfire_slo: 'sloId',
  logfire_write_token: 'tokenId',
  logfire_read_token: 'tokenId',
  logfire_api_key: 'tokenId',
  logfire_gateway_api_key: 'tokenId',
  logfire_frontend_application_token: 'tokenId',
};

const REFERENCE = /^((?:data\.)?(logfire_\w+)\.[\w-]+)\.(\w+)$/;

/** Translates values of Terraform into those of the library's props. */
export class Values {
  constructor(private readonly scope: Scope) {}

  /** A string. All strings of the library are literal, so expressions become references or `TerraformExpression`. */
  public text(value: Json | undefined): Expression | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== 'string') {
      return typeof value === 'object' ? unsayable('a string is an object or a list') : literal(String(value));
    }
    const pieces = piecesOf(value);
    if (pieces === undefined) {
      return unsayable('a string has a template directive');
    }
    if (pieces.length === 1) {
      const [only] = pieces;
      return 'text' in only ? literal(only.text) : this.reference(only.expression) ?? raw(only.expression);
    }
    return this.concatenation(pieces) ?? raw(quotedTemplate(pieces));
  }

  /** A string as Terraform writes it, for a binding or an output: a reference to a construct, or the text with its `${…}`. */
  public template(value: string): Expression {
    const expression = expressionOf(value);
    return (expression === undefined ? undefined : this.reference(expression)) ?? literal(value);
  }

  public texts(value: Json | undefined): Expression | undefined {
    return value === undefined ? undefined : list(items(value).map((item) => this.text(item)!));
  }

  public boolean(value: Json | undefined): Expression | undefined {
    if (value === undefined) {
      return undefined;
    }
    return value === true || value === false ? literal(value)
      : value === 'true' || value === 'false' ? literal(value === 'true')
        : unsayable('a boolean is an expression');
  }

  public number(value: Json | undefined): Expression | undefined {
    if (value === undefined) {
      return undefined;
    }
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? literal(number) : unsayable('a number is an expression');
  }

  /** A member of an enum of the library, by its value in Terraform. */
  public choice(enumName: string, value: Json | undefined): Expression | undefined {
    if (value === undefined) {
      return undefined;
    }
    const name = memberNamed(enumName, typeof value === 'string' ? literalOf(value) : value);
    return name === undefined ? unsayable(`a value is no member of ${enumName}`) : member(`${LIBRARY}.${enumName}`, name);
  }

  /** A duration such as `90m` or `7d`. */
  public duration(value: Json | undefined): Expression | undefined {
    if (value === undefined) {
      return undefined;
    }
    const seconds = typeof value === 'string' ? secondsOf(literalOf(value) ?? '') : undefined;
    if (seconds === undefined || !Number.isInteger(seconds)) {
      return unsayable('a duration is an expression, or not whole seconds');
    }
    const [unit, size] = ([['days', 86_400], ['hours', 3600], ['minutes', 60], ['seconds', 1]] as const).find(([, length]) => seconds % length === 0)!;
    return callStatic(`${LIBRARY}.Duration`, unit, literal(seconds / size));
  }

  /** @param mustStaySensitive fails if Terraform shows the value now: a plan would update the resource to hide it */
  public secret(value: Json | undefined, { mustStaySensitive = false } = {}): Expression | undefined {
    if (value === undefined) {
      return undefined;
    }
    const pieces = typeof value === 'string' ? piecesOf(value) : undefined;
    const expressions = (pieces ?? []).flatMap((piece) => ('expression' in piece ? [piece.expression] : []));
    if (mustStaySensitive && !expressions.some((expression) => this.scope.isSensitive(expression))) {
      return unsayable('Terraform does not hide its URL now, and would update the resource to do so; pass the URL through a sensitive variable');
    }
    const expression = typeof value === 'string' ? expressionOf(value) : undefined;
    const name = /^var\.([\w-]+)$/.exec(expression ?? '')?.[1];
    const secret = name === undefined ? undefined : this.scope.secretVariable(name);
    if (secret !== undefined) {
      return callStatic(`${LIBRARY}.SecretValue`, 'fromVariable', variable(secret));
    }
    return callStatic(`${LIBRARY}.SecretValue`, expressions.length > 0 ? 'fromAttribute' : 'unsafePlainText', this.text(value)!);
  }

  public expiry(value: Json | undefined): Expression {
    return value === undefined
      ? callStatic(`${LIBRARY}.TokenExpiry`, 'never', literal('the converted configuration has no expires_at'))
      : callStatic(`${LIBRARY}.TokenExpiry`, 'at', this.text(value)!);
  }

  /** A project, channel or schedule by the expression of its id. */
  public object(kind: ExistingKind, id: Json | undefined): Expression | undefined {
    if (id === undefined) {
      return undefined;
    }
    return this.construct(`logfire_${kind}`, id) ?? this.scope.existing(kind, id);
  }

  /** The construct of which an expression takes an attribute. */
  public construct(type: string, id: Json | undefined, attribute = 'id'): Expression | undefined {
    const [, address, referred, name] = REFERENCE.exec((typeof id === 'string' ? expressionOf(id) : undefined) ?? '') ?? [];
    const target = address === undefined ? undefined : this.scope.target(address);
    return target?.isConstruct && referred === type && name === attribute ? variable(target.variable) : undefined;
  }

  /** `channel_assignments` of an alert or a tier. */
  public deliveries(value: Json | undefined): Expression | undefined {
    return value === undefined ? undefined : list(items(value).map((item) => {
      if (!isObject(item) || Object.keys(item).some((key) => key !== 'channel_id' && key !== 'schedule_id')) {
        return unsayable('a channel assignment is an expression');
      }
      const delivery = callStatic(`${LIBRARY}.Delivery`, 'to', this.object('channel', item.channel_id)!);
      const schedule = this.object('schedule', item.schedule_id ?? undefined);
      return schedule === undefined ? delivery : { is: 'call', on: delivery, method: 'during', args: [schedule] };
    }));
  }

  /** A constant of an enum-like class by its value, or what its `of` returns. */
  public constant(className: string, value: Json): Expression {
    const name = typeof value === 'string' ? constantNamed(className, literalOf(value)) : undefined;
    return name === undefined ? callStatic(`${LIBRARY}.${className}`, 'of', this.text(value)!) : member(`${LIBRARY}.${className}`, name);
  }

  private concatenation(pieces: readonly Piece[]): Expression | undefined {
    const parts = pieces.map((piece) => ('text' in piece ? literal(piece.text) : this.reference(piece.expression)));
    // A `$` before a reference would escape it in an expression, and reads badly anywhere else.
    const isPlain = pieces.every((piece) => !('text' in piece) || !piece.text.endsWith('$'));
    return isPlain && parts.every((part) => part !== undefined) ? { is: 'joined', parts: parts as Expression[] } : undefined;
  }

  private reference(expression: string): Expression | undefined {
    const variableName = /^var\.([\w-]+)$/.exec(expression)?.[1];
    const held = variableName === undefined ? undefined : this.scope.stringVariable(variableName);
    if (held !== undefined) {
      return get(variable(held), 'stringValue');
    }
    const [, address, type, attribute] = REFERENCE.exec(expression) ?? [];
    const target = address === undefined ? undefined : this.scope.target(address);
    if (target === undefined || attribute !== 'id') {
      return undefined;
    }
    return get(variable(target.variable), target.isConstruct ? ID_PROPERTY[type] : 'id');
  }
}

export function unsayable(reason: string): never {
  throw new Unsayable(reason);
}

/** A list that is written down, and not an expression. */
export function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value as readonly Json[] : unsayable('a list is an expression');
}

export function memberNamed(enumName: string, value: unknown): string | undefined {
  return Object.entries((logfire as any)[enumName] as Record<string, unknown>).find(([name, known]) => known === value && /^[A-Z]/.test(name))?.[0];
}

export function constantNamed(className: string, value: unknown): string | undefined {
  return Object.entries((logfire as any)[className] as Record<string, unknown>)
    .find(([, constant]) => (constant as { readonly value?: unknown } | undefined)?.value === value && value !== undefined)?.[0];
}

const SECONDS: { readonly [unit: string]: number } = { ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400 };

/** A duration of Go, or whole days. Undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^(\d+d|(\d+(\.\d*)?(ms|s|m|h))+)$/.test(trimmed)) {
    return undefined;
  }
  const total = [...trimmed.matchAll(/(\d+(?:\.\d*)?)(ms|s|m|h|d)/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit], 0);
  return Math.round(total * 1e6) / 1e6;
}

function raw(expression: string): Expression {
  return callStatic(`${LIBRARY}.TerraformExpression`, 'raw', literal(expression));
}

