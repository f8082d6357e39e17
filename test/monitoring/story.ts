import { ONSET, Telemetry } from './telemetry';

/** Something that goes wrong, which an alert must tell. */
export interface Incident {
  /** What goes wrong, as a sentence. */
  readonly says: string;
  readonly telemetry: Telemetry;
  /** How many minutes after the onset the first run matches. The runs before the onset do not match. */
  readonly firesAfter: number;
}

/** The stories of an alert. */
export interface AlertStories {
  readonly incident: Incident;
  /** An ordinary day, with what goes wrong on such a day. No run of that day matches. */
  readonly quiet: Telemetry;
  /** Whether the alert fires where there is no telemetry at all. */
  readonly firesOnEmpty?: boolean;
  /** Three events, two of which failed, in the last minutes, and nothing before. */
  readonly three: Telemetry;
  /** Whether the alert fires for those. */
  readonly firesOnThree?: boolean;
}

/** The stories of the alerts of a subject, by the ids of its construct and its alerts, such as `Hosts/CpuCritical`. */
export type StoriesByAlert = { readonly [alert: string]: AlertStories };

/** When the runs of the three events are: they happen in the minutes before. */
export const THREE_AT = ONSET;
