import { App, TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { LogfireProvider } from '../../src';
import { FinalState, finalAlias, overridesOf } from '../../src/core/final-state';
import { StoreProvider } from '../sinks/store-provider';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

class Bucket extends TerraformResource {
  constructor(scope: TerraformStack, id: string, private readonly attributes: object = {}) {
    super(scope, id, { terraformResourceType: 'aws_s3_bucket' });
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { ...this.attributes };
  }
}

class Secret extends TerraformDataSource {
  constructor(scope: TerraformStack, id: string) {
    super(scope, id, { terraformResourceType: 'aws_secret' });
  }
}

let stack: TerraformStack;

beforeEach(() => {
  stack = newStack();
});

describe('what Terraform reads of a resource', () => {
  /** What an override of the stack makes of a resource: the same as CDKTF writes. */
  test.each<readonly [name: string, path: string, value: unknown]>([
    ['nothing else', 'output.x.value', 1],
    ['another string', '.bucket', 'other'],
    ['another boolean', '.force', false],
    ['one more attribute', '.acl', 'private'],
    ['a removed attribute', '.bucket', undefined],
    ['null for an attribute', '.bucket', null],
    ['a list that is joined', '.list', ['c']],
    ['a list for a string', '.bucket', ['c']],
    ['an object that is merged', '.tags', { b: 'y' }],
    ['a part of an object', '.tags.a', 'z'],
    ['an object for a string', '.bucket', { a: 1 }],
    ['a reference', '.tags.a', '${aws_x.y.z}'],
  ])('has %s, as it is written', (_, path, value) => {
    const bucket = new Bucket(stack, 'B', { bucket: 'shop', force: true, list: ['a', 'b'], tags: { a: 'x' } });
    bucket.addOverride('own', 'set');
    stack.addOverride(path.startsWith('.') ? `resource.aws_s3_bucket.B${path}` : path, value);
    const { '//': _metadata, ...written } = synth(stack).resource.aws_s3_bucket.B;
    const final = new FinalState(stack).attributesOf(bucket);
    expect({ ...final, '//': undefined }).toEqual({ ...written, '//': undefined });
    expect(final!.own).toBe('set');
  });

  test('is nothing where an override of the stack removes it, or a move takes it away', () => {
    const [removed, moved, kept] = ['R', 'M', 'K'].map((id) => new Bucket(stack, id, { bucket: 'x' }));
    stack.addOverride('resource.aws_s3_bucket.R', undefined);
    moved.moveToId('aws_s3_bucket.other');
    const final = new FinalState(stack);
    expect([removed, moved, kept].map((bucket) => final.attributesOf(bucket)?.bucket)).toEqual([undefined, undefined, 'x']);
    expect(final.attributesOf(moved)).toBeUndefined();
  });

  test('is nothing where an override of the stack removes all of its type or kind', () => {
    const bucket = new Bucket(stack, 'B', { bucket: 'x' });
    stack.addOverride('resource.aws_s3_bucket', undefined);
    expect(new FinalState(stack).attributesOf(bucket)).toBeUndefined();
    stack.addOverride('resource', undefined);
    expect(new FinalState(stack).attributesOf(bucket)).toBeUndefined();
  });

  test('is found for a data source, too, with references as Terraform writes them', () => {
    const secret = new Secret(stack, 'S');
    secret.addOverride('name', new TerraformVariable(stack, 'v', {}).stringValue);
    stack.addOverride('data.aws_secret.S.version', new TerraformVariable(stack, 'w', {}).value);
    expect(new FinalState(stack).attributesOf(secret)).toMatchObject({ name: '${var.v}', version: '${var.w}' });
  });
});

test('an attribute is overridden by its element, or by anything of its kind on the stack', () => {
  const [bucket, other, secret] = [new Bucket(stack, 'B'), new Bucket(stack, 'O'), new Secret(stack, 'S')];
  bucket.addOverride('count', 0);
  expect([bucket, other].map((each) => new FinalState(stack).isOverridden(each, 'count'))).toEqual([true, false]);
  expect(new FinalState(stack).isOverridden(bucket, 'name')).toBe(false);
  stack.addOverride('data', {});
  const final = new FinalState(stack);
  expect([final.isOverridden(other, 'count'), final.isOverridden(secret, 'count'), final.hasOverride('data'), final.hasOverride('resource')]).toEqual([false, true, true, false]);
});

describe('the configuration of a provider', () => {
  test('has its overrides and those of the stack', () => {
    const provider = new LogfireProvider(stack, 'Eu', { alias: 'eu', baseUrl: 'https://logfire.example.com' });
    provider.addOverride('api_key', 'not-a-real-key');
    expect(new FinalState(stack).configurationOf(provider)).toMatchObject({ alias: 'eu', base_url: 'https://logfire.example.com', api_key: 'not-a-real-key' });
  });

  test('may come from an override of the stack alone', () => {
    const added = () => new FinalState(stack).addedConfigurations('aws');
    expect(added()).toEqual([]);
    stack.addOverride('provider.logfire', [{}]);
    expect(added()).toEqual([]);
    stack.addOverride('provider.aws', { region: new TerraformVariable(stack, 'v', {}).stringValue });
    expect(added()).toEqual([{ region: '${var.v}' }]);
    stack.addOverride('provider.aws', [{}, { alias: 'eu' }]);
    expect(added()).toEqual([{}, { alias: 'eu' }]);
  });

  test('has its alias from the program or from an override', () => {
    const [none, own, overridden] = [new StoreProvider(stack, 'a'), new StoreProvider(stack, 'b', 'eu'), new StoreProvider(stack, 'c')];
    overridden.addOverride('alias', 'us');
    expect([none, own, overridden].map((provider: TerraformProvider) => finalAlias(provider))).toEqual([undefined, 'eu', 'us']);
  });
});

test('a construct without overrides has none', () => {
  expect(overridesOf(stack.node.root as App)).toEqual({});
});
