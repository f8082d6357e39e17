import { IConstruct } from 'constructs';
import { checkNotBlank } from '../core/checks';
import { fail } from '../core/errors';
import { shown } from '../core/redaction';
import { isUnresolved } from '../core/unresolved';

const REGION_AND_ACCOUNT = '[a-z0-9-]+:\\d{12}';
const PARTITION = 'arn:aws(?:-[a-z]+)*';
const KMS_ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
const KMS_ID = '(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})';
const KMS_KEY = new RegExp(`^(?:${KMS_ALIAS}|${KMS_ID}|${PARTITION}:kms:${REGION_AND_ACCOUNT}:(?:${KMS_ALIAS}|key/${KMS_ID}))$`, 'i');
const SECRET_ARN = `${PARTITION}:secretsmanager:${REGION_AND_ACCOUNT}:secret:[A-Za-z0-9/_+=.@-]{1,519}`;
const PARAMETER_ARN = `${PARTITION}:ssm:${REGION_AND_ACCOUNT}:parameter/[A-Za-z0-9._/-]+`;
const SECRET = new RegExp(`^(?:${SECRET_ARN}|(?!arn:)[A-Za-z0-9/_+=.@-]{1,512})$`);
/** ECS adds a key of the JSON, a stage and a version to the ARN of a secret. */
const CONTAINER_SECRET = new RegExp(`^(?:${SECRET_ARN}(?::[^:]*:[^:]*:[^:]*)?|${PARAMETER_ARN})$`);
const LEVELS = 15;

/** Rejects what cannot be a key in AWS KMS, such as an alias without `alias/`. */
export function checkKmsKey(scope: IConstruct, prop: string, key: string | undefined): void {
  if (key === undefined) {
    return;
  }
  checkNotBlank(scope, prop, key, 'leave it out to use the key of the account');
  if (!isUnresolved(key) && !KMS_KEY.test(key)) {
    fail(scope, 'kms-key', `${prop} must be the ID or ARN of a KMS key, or an alias such as alias/shop, got ${shown(key)}; leave it out to use the key of the account`);
  }
}

/** Rejects what cannot be a secret in AWS Secrets Manager, such as the ARN of something else. */
export function checkExistingSecret(scope: IConstruct, prop: string, secret: string): void {
  checkNotBlank(scope, prop, secret, 'pass the ARN or the name of the secret');
  if (!isUnresolved(secret) && !SECRET.test(secret)) {
    fail(scope, 'aws-secret', `${prop} must be the name of a secret in Secrets Manager or its ARN, arn:aws:secretsmanager:…:secret:…, got ${shown(secret)}; copy the ARN of the secret`);
  }
}

/** Rejects a name that AWS Systems Manager does not accept for a parameter. */
export function checkParameterName(scope: IConstruct, prop: string, name: string): void {
  if (isUnresolved(name)) {
    return;
  }
  const wrong = (rule: string) => fail(scope, 'store-name', `${prop} must ${rule}, got ${shown(name)}; rename it`);
  const hasLevels = name.includes('/');
  if (!/^[A-Za-z0-9._/-]{1,1011}$/.test(name) || (hasLevels && !name.startsWith('/'))) {
    wrong('be up to 1011 ASCII letters, digits and ._/-, with a leading / when it has levels');
  } else if (/^\/?(?:aws|ssm)/i.test(name)) {
    wrong('not begin with aws or ssm, which AWS reserves');
  } else if (name.endsWith('/') || name.includes('//')) {
    wrong('have a name at each level, without // and without a trailing /');
  } else if (name.split('/').length - 1 > LEVELS) {
    wrong(`have at most ${LEVELS} levels`);
  }
}

/** Rejects what ECS cannot read a secret from: it takes the ARN of a secret or a parameter. */
export function checkContainerSecret(scope: IConstruct, prop: string, arn: string): void {
  if (!isUnresolved(arn) && !CONTAINER_SECRET.test(arn)) {
    fail(scope, 'aws-secret', `${prop} must be the ARN of a secret in Secrets Manager or of a parameter in Systems Manager, got ${shown(arn)}; `
      + 'pass arn:aws:secretsmanager:…:secret:… or arn:aws:ssm:…:parameter/…');
  }
}
