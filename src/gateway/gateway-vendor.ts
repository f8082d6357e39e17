import { IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { fail, warn } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** An API of Amazon Bedrock. */
export enum BedrockApi {
  /** Bedrock's own runtime. */
  RUNTIME = 'runtime',
  /** Bedrock's OpenAI-compatible endpoints. */
  MANTLE = 'mantle',
}

/** Options of Amazon Bedrock. */
export interface BedrockOptions {
  /** API of Bedrock to call. A change updates the gateway provider in place. */
  readonly api: BedrockApi;

  /**
   * AWS region, such as `eu-west-1`: 3 to 63 characters, lower-case letters and digits in two or more words with hyphens
   * between them. A change updates the gateway provider in place.
   */
  readonly region: string;
}

const BEDROCK = 'bedrock';
/** Provider: pattern and length of `bedrock_region`. */
const REGION = /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** A vendor whose models the gateway calls. */
export class GatewayVendor {
  /** Anthropic. */
  public static readonly ANTHROPIC = new GatewayVendor('anthropic');
  /** Doubleword. */
  public static readonly DOUBLEWORD = new GatewayVendor('doubleword');
  /** Groq. */
  public static readonly GROQ = new GatewayVendor('groq');
  /** Hugging Face. */
  public static readonly HUGGINGFACE = new GatewayVendor('huggingface');
  /** Mistral. */
  public static readonly MISTRAL = new GatewayVendor('mistral');
  /** OpenAI. */
  public static readonly OPENAI = new GatewayVendor('openai');

  /**
   * Amazon Bedrock.
   *
   * @param options API and region; Bedrock requires both, and no other vendor accepts them
   */
  public static bedrock(options: BedrockOptions): GatewayVendor {
    checkCall('GatewayVendor.bedrock', arguments);
    return new GatewayVendor(BEDROCK, options);
  }

  /**
   * Any vendor, including one that this library does not know yet, which gives a warning.
   *
   * @param value the vendor as Logfire writes it, such as `openai`; a blank one and `bedrock` fail where the vendor is used
   */
  public static of(value: string): GatewayVendor {
    checkCall('GatewayVendor.of', arguments);
    return new GatewayVendor(value);
  }

  private constructor(
    /** The vendor as Logfire writes it, such as `openai`. */
    public readonly value: string,
    /** Options of Amazon Bedrock. Undefined for other vendors. */
    public readonly bedrockOptions?: BedrockOptions,
  ) {}

  /** @internal */
  public _check(scope: IConstruct): void {
    const { value, bedrockOptions } = this;
    if (isUnresolved(value)) {
      return;
    }
    if (value.trim() === '') {
      fail(scope, 'not-blank', `vendor must not be blank, got ${JSON.stringify(value)}; use one of the constants of GatewayVendor`);
    }
    if (value === BEDROCK) {
      checkBedrock(scope, bedrockOptions);
    } else if (!Object.values(GatewayVendor).some((vendor) => vendor.value === value)) {
      warn(scope, 'gateway-vendor', `vendor is not known to this library, got ${JSON.stringify(value)}; check its spelling: the provider rejects vendors that it does not know`);
    }
  }
}

function checkBedrock(scope: IConstruct, options: BedrockOptions | undefined): void {
  if (options === undefined) {
    fail(scope, 'bedrock-region', 'vendor must have an API and a region for Bedrock, got neither; use GatewayVendor.bedrock, with an API such as BedrockApi.RUNTIME and a region');
  }
  if (!isUnresolved(options.region) && !REGION.test(options.region)) {
    fail(scope, 'bedrock-region', `vendor.region must be an AWS region such as eu-west-1, got ${JSON.stringify(options.region)}; `
      + 'use lower-case letters, digits and hyphens');
  }
}
