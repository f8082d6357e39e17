/** Level of a record, from the least to the most severe. */
export enum RecordLevel {
  /** Details of a function call. Number 1. */
  TRACE = 'trace',
  /** Details for debugging. Number 5. */
  DEBUG = 'debug',
  /** The usual level of a span. Number 9. */
  INFO = 'info',
  /** Something unexpected, such as a response with status 404 of a server. Number 13. */
  WARN = 'warn',
  /** A failure, such as a response with status 500 of a server. Number 17. */
  ERROR = 'error',
  /** A failure that ends a program. Number 21. */
  FATAL = 'fatal',
}

/** The number that the column `level` has. Logfire also compares it with the name, but only Logfire, and only in some places. */
export const LEVEL_NUMBERS: Readonly<Record<RecordLevel, number>> = {
  [RecordLevel.TRACE]: 1,
  [RecordLevel.DEBUG]: 5,
  [RecordLevel.INFO]: 9,
  [RecordLevel.WARN]: 13,
  [RecordLevel.ERROR]: 17,
  [RecordLevel.FATAL]: 21,
};
