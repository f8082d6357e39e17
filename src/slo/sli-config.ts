/** What of an SLO the indicator decides, as the binding takes it. */
export interface SliConfig {
  readonly source: string;
  readonly metricAggregation: string;
  readonly totalQuery: string;
  readonly badQuery?: string;
  readonly threshold?: string;
  readonly comparison?: string;
}
