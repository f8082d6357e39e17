/** Order of the categories of a chart, by their values. */
export enum ChartSort {
  /** The smallest value first. */
  ASCENDING = 'asc',
  /** The largest value first. */
  DESCENDING = 'desc',
}

/** What a chart shows for each category. */
export enum ChartValues {
  /** The value itself. */
  VALUE = 'value',
  /** The share of the sum of all values. */
  PERCENTAGE = 'percentage',
}
