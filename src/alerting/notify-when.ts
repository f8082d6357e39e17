/** Which runs of an alert's query notify. A run matches when the query gives rows. */
export enum NotifyWhen {
  /** Every run that matches: again and again while it lasts. */
  HAS_MATCHES = 'has_matches',
  /** The first run that matches, and the first that no longer does: one message when it begins, one when it is over. */
  HAS_MATCHES_CHANGED = 'has_matches_changed',
  /** Every run whose rows are others than those of the run before. */
  MATCHES_CHANGED = 'matches_changed',
  /** The first run that matches, and nothing when it is over. */
  STARTS_HAVING_MATCHES = 'starts_having_matches',
}
