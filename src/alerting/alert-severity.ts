/** How urgent an alert is, for the people who read its notification: Logfire itself has no such thing. */
export enum AlertSeverity {
  /** Good to know. */
  INFO = 'info',
  /** To be looked at in working hours. */
  WARNING = 'warning',
  /** To be looked at now. */
  CRITICAL = 'critical',
}
