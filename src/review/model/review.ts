import type { Week } from './week';
import type { DrawnDashboard } from '../../dashboards/drawn-dashboard';

/**
 * What a review shows of an app, as data: strings, numbers, lists and objects.
 *
 * All strings are without secrets. A value that is known only at apply is its Terraform expression.
 */
export interface Review {
  /** Path of the stack that the review is of. Empty for a whole app. */
  readonly path: string;
  readonly stacks: readonly string[];
  readonly projects: readonly ProjectItem[];
  readonly dashboards: readonly DashboardItem[];
  readonly alerts: readonly AlertItem[];
  readonly slos: readonly SloItem[];
  readonly channels: readonly ChannelItem[];
  readonly schedules: readonly ScheduleItem[];
  readonly credentials: readonly CredentialItem[];
  /** Organizations, gateway providers and frontend applications. */
  readonly others: readonly OtherItem[];
  readonly findings: readonly ReviewFinding[];
  readonly suppressions: readonly ReviewSuppression[];
  readonly policies: readonly ReviewPolicy[];
}

/** A reference: to something on the page, or else what is known of it, such as an id or a Terraform expression. */
export interface Link {
  readonly text: string;
  readonly anchor?: string;
}

/** A property in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One resource. */
export interface Item {
  /** Unique on the page, made from the path. */
  readonly anchor: string;
  /** The construct path. */
  readonly path: string;
  /** The address in Terraform. */
  readonly address: string;
  readonly stack: string;
  readonly name: string;
  /** The project that it belongs to. Undefined for what belongs to an organization. */
  readonly project?: Link;
  readonly facts: readonly Fact[];
}

export interface ProjectItem extends Item {
  /** What belongs to it, by kind, in the order of the page. */
  readonly members: readonly ProjectMembers[];
}

export interface ProjectMembers {
  readonly kind: string;
  readonly links: readonly Link[];
}

export interface DashboardItem extends Item {
  /** Undefined if the whole definition is known only at apply. */
  readonly drawn?: DrawnDashboard;
  /** By section and panel. */
  readonly panelAnchors: readonly (readonly string[])[];
}

/** A channel that is notified, and when. */
export interface ReviewDelivery {
  readonly channel: Link;
  /** Undefined for any time. */
  readonly schedule?: Link;
  /** The hours of the schedule. Undefined for any time, and for a schedule that this app does not create. */
  readonly week?: Week;
}

export interface AlertItem extends Item {
  readonly isActive: boolean;
  readonly query: string;
  readonly description: string;
  readonly deliveries: readonly ReviewDelivery[];
  /** Hours of a week in which somebody is notified. Undefined if that is not known, or depends on the season. */
  readonly hoursCovered?: number;
}

export interface ReviewTier {
  readonly name: string;
  readonly urgency: string;
  readonly burnRate: number;
  /** In seconds. */
  readonly longWindow: number;
  readonly shortWindow: number;
  readonly routing: 'deliveries' | 'nobody' | 'unmanaged';
  readonly deliveries: readonly ReviewDelivery[];
  /** What it can still catch. Undefined if the target is known only at apply. */
  readonly reach?: TierReach;
}

export interface TierReach {
  /** Percentage of bad events from which it fires. Above 100, it never does. */
  readonly badPercent: number;
  /** Seconds until it fires if all events are bad. Undefined if it never does. */
  readonly secondsToFire?: number;
  /** Seconds in which that rate uses up the error budget. Undefined if the rolling window is known only at apply. */
  readonly secondsToSpend?: number;
}

export interface SloItem extends Item {
  readonly target: string;
  readonly rollingWindow: string;
  readonly description: string;
  readonly totalQuery: string;
  readonly badQuery: string;
  readonly tiers: readonly ReviewTier[];
}

export interface ChannelItem extends Item {
  readonly isActive: boolean;
  /** The alerts and SLOs that notify it. */
  readonly users: readonly Link[];
}

export interface ScheduleItem extends Item {
  readonly week: Week;
  readonly users: readonly Link[];
}

export interface CredentialItem extends Item {
  readonly kind: string;
  readonly scopes: readonly string[];
  readonly expiry: string;
  /** Why it never expires. */
  readonly reason?: string;
  readonly neverExpires: boolean;
  readonly rotation: string;
  readonly sinks: readonly { readonly sink: string; readonly path: string }[];
}

export interface OtherItem extends Item {
  readonly kind: string;
}

export interface ReviewFinding {
  readonly path: string;
  /** Of the closest item. */
  readonly anchor?: string;
  /** Id of a lint rule, or empty. */
  readonly rule: string;
  readonly message: string;
}

export interface ReviewSuppression {
  readonly path: string;
  readonly anchor?: string;
  readonly rule: string;
  /** Of a policy. The lint rules in `ignoredLintRules` have none. */
  readonly reason?: string;
  /** The findings that it accepts. */
  readonly accepted: readonly ReviewFinding[];
}

export interface ReviewPolicy {
  readonly rule: string;
  /** Where it applies. Empty for a whole app. */
  readonly path: string;
}
