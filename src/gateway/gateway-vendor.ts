import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { checkEnum } from '../core/checks';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** Through which of its APIs Amazon Bedrock is called. */
export enum BedrockApi {
  /** Bedrock's own runtime. */
  RUNTIME = 'runtime',
  /** Bedrock's endpoints that speak the protocol of OpenAI. */
  MANTLE = 'mantle',
}

/** How Amazon Bedrock is called. */
export interface BedrockOptions {
  /** Through which of its APIs. A change is made in place. */
  readonly api: BedrockApi;

  /**
   * Region of AWS, such as `eu-west-1`: 3 to 63 characters, lower-case letters and digits in two or more words with hyphens
   * between them. A change is made in place.
   */
  readonly region: string;
}

const BEDROCK = 'bedrock';
/** Provider: pattern and length of `bedrock_region`. */
const REGION = /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** Whose models the gateway calls. */
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
   * @param options API and region; the provider wants both with Bedrock, and neither with other vendors
   */
  public static bedrock(options: BedrockOptions): GatewayVendor {
    return new GatewayVendor(BEDROCK, options);
  }

  /**
   * Any vendor, also one that this library does not know yet, which is warned about.
   *
   * @param value the vendor as Logfire writes it, such as `openai`; a blank one and `bedrock` are refused where the vendor is used
   */
  public static of(value: string): GatewayVendor {
    return new GatewayVendor(value);
  }

  private constructor(
    /** The vendor as Logfire writes it, such as `openai`. */
    public readonly value: string,
    /** How Amazon Bedrock is called; undefined for other vendors. */
    public readonly bedrockOptions?: BedrockOptions,
  ) {}

  /** @internal */
  public _check(scope: IConstruct): void {
    const { value, bedrockOptions } = this;
    if (isUnresolved(value)) {
      return;
    }
    if (value.trim() === '') {
      fail(scope, `vendor must not be blank, got ${JSON.stringify(value)}; use one of the constants of GatewayVendor`);
    }
    if (value === BEDROCK) {
      checkBedrock(scope, bedrockOptions);
    } else if (!Object.values(GatewayVendor).some((vendor) => vendor.value === value)) {
      Annotations.of(scope).addWarning(`the vendor ${JSON.stringify(value)} is not known to this library; check its spelling: releases of the provider that do not know it refuse it`);
    }
  }
}

function checkBedrock(scope: IConstruct, options: BedrockOptions | undefined): void {
  if (options === undefined) {
    fail(scope, 'vendor bedrock must have an API and a region; use GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region: … })');
  }
  checkEnum(scope, 'api of GatewayVendor.bedrock', options.api, BedrockApi);
  if (!isUnresolved(options.region) && !REGION.test(options.region)) {
    fail(scope, `the region of GatewayVendor.bedrock must be a region of AWS such as eu-west-1, got ${JSON.stringify(options.region)}; `
      + 'use lower-case letters, digits and hyphens');
  }
}
