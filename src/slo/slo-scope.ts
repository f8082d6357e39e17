import { IConstruct } from 'constructs';
import { checkNotBlank } from '../core/checks';

/** Whose telemetry an SLO is about. */
export class SloScope {
  /** A service, by its name as it stands in the telemetry (`service.name`). */
  public static service(serviceName: string): SloScope {
    return new SloScope('service', serviceName);
  }

  /** A provider of language models, by its slug, such as `openai`. */
  public static llmProvider(slug: string): SloScope {
    return new SloScope('provider', slug);
  }

  private constructor(
    /** What the value names: `service` or `provider`. */
    public readonly kind: string,
    /** Name of the service, or slug of the provider. */
    public readonly value: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): { readonly scopeKind: string; readonly scopeValue: string } {
    checkNotBlank(scope, prop, this.value, this.kind === 'service' ? 'pass the name that the service reports' : 'pass a slug such as "openai"');
    return { scopeKind: this.kind, scopeValue: this.value };
  }
}
