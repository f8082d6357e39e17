/** A service region of PagerDuty. */
export enum PagerDutyRegion {
  /** United States. */
  US = 'us',
  /** European Union. */
  EU = 'eu',
}
