import { AlertTuning } from './subject-alert';
import type { LogfireSubjectMonitoring } from './subject-monitoring';
import { AlertSeverity, NotifyWhen } from '../alerting/alert';
import { Duration } from '../core/duration';
import { fail, warn } from '../core/errors';
import { isUnresolved } from '../core/unresolved';
import { AlertQuery } from '../queries/alert-query';

/** What the alerts of one kind have in common, whatever their severity. */
export interface AlertKind<T extends AlertTuning> {
  /** Id of the alerts without the severity, such as `ErrorRate`. */
  readonly id: string;
  /** The prop with the thresholds, for errors. */
  readonly prop: string;
  /** What is wrong when an alert fires, such as `error rate`. */
  readonly title: string;
  /** What it means when an alert fires, and what to look at first. */
  readonly description: string;
  readonly timeWindow: Duration;
  readonly frequency: Duration;
  readonly notifyWhen?: NotifyWhen;
  /** Whether the alerts are noisy, and so do not run unless the threshold says so. */
  readonly diagnostic?: boolean;
  /** Whether 100 percent is all that there is: a threshold of 1 or less is then a fraction by mistake. */
  readonly ofCapacity?: boolean;
  /** The query of a threshold, which is legal. */
  readonly query: (threshold: T) => AlertQuery;
}

/** The thresholds of a kind of alert by severity. */
export interface BySeverity<T extends AlertTuning> {
  readonly critical?: T;
  readonly warning?: T;
}

/** Whether there is a threshold for any severity. */
export function hasThresholds({ critical, warning }: BySeverity<AlertTuning> = {}): boolean {
  return critical !== undefined || warning !== undefined;
}

/** Adds an alert for each severity that has a threshold. */
export function addAlerts<T extends AlertTuning>(subject: LogfireSubjectMonitoring, kind: AlertKind<T>, thresholds: BySeverity<T>): void {
  checkOrder(subject, kind.prop, thresholds);
  for (const severity of [AlertSeverity.CRITICAL, AlertSeverity.WARNING] as const) {
    const threshold = thresholds[severity];
    if (threshold !== undefined) {
      checkThreshold(subject, kind, `${kind.prop}.${severity}`, threshold);
      subject.addAlert(`${kind.id}${severity[0].toUpperCase()}${severity.slice(1)}`, {
        title: `${kind.title} (${severity})`,
        query: kind.query(threshold),
        severity,
        description: kind.description,
        timeWindow: threshold.timeWindow ?? kind.timeWindow,
        frequency: threshold.frequency ?? kind.frequency,
        notifyWhen: threshold.notifyWhen ?? kind.notifyWhen,
        active: threshold.active ?? !kind.diagnostic,
        runbook: threshold.runbook,
      });
    }
  }
}

interface NumberRule {
  readonly isLegal: (value: number) => boolean;
  readonly must: string;
  readonly advice: string | ((value: number) => string);
}

const COUNT: NumberRule = { isLegal: (value) => Number.isInteger(value) && value >= 1, must: 'be a whole number of 1 or more', advice: 'pass a number such as 3' };
const PERCENT: NumberRule = { isLegal: (value) => value >= 0 && value < 100, must: 'be from 0 to below 100', advice: 'pass a percentage such as 5' };
const AMOUNT: NumberRule = { isLegal: (value) => Number.isFinite(value) && value >= 0, must: 'be a number of 0 or more', advice: 'pass a number such as 10' };

const CAPACITY: NumberRule = {
  isLegal: (value) => value > 1 && value < 100,
  must: 'be above 1 and below 100, in percent',
  advice: (value) => (value > 0 && value <= 1 ? `did you mean ${+(value * 100).toPrecision(6)}?` : 'pass a percentage such as 90'),
};

/** The numbers in thresholds, by the names of their props. */
const NUMBERS: { readonly [name: string]: NumberRule } = {
  abovePercent: PERCENT,
  belowPercent: { isLegal: (value) => value > 0 && value <= 100, must: 'be above 0 and at most 100', advice: 'pass a percentage such as 50' },
  above: AMOUNT,
  aboveSeconds: { isLegal: (value) => Number.isFinite(value) && value > 0, must: 'be above 0', advice: 'pass a number of seconds such as 0.5' },
  aboveUsd: AMOUNT,
  aboveTokens: { isLegal: (value) => Number.isSafeInteger(value) && value >= 0, must: 'be a whole number of 0 or more', advice: 'pass a number such as 1000000' },
  below: { isLegal: Number.isFinite, must: 'be a finite number', advice: 'pass a score such as 0.7' },
  minimumCount: COUNT,
  minimumFailures: COUNT,
  minimumMinutes: COUNT,
  percentile: {
    isLegal: (value) => value >= 1 && value <= 100,
    must: 'be from 1 to 100',
    advice: (value) => (value > 0 && value < 1 ? `did you mean ${+(value * 100).toPrecision(6)}?` : 'pass a percentile such as 95'),
  },
};

/** Rejects numbers by the names that the program has for them: a query only knows its own. */
function checkThreshold<T extends AlertTuning>(subject: LogfireSubjectMonitoring, kind: AlertKind<T>, prop: string, threshold: T): void {
  for (const [name, value] of Object.entries(threshold)) {
    const rule = name === 'abovePercent' && kind.ofCapacity ? CAPACITY : NUMBERS[name];
    if (rule !== undefined && value !== undefined && !isUnresolved(value) && !rule.isLegal(value)) {
      fail(subject, 'alert-threshold', `${prop}.${name} must ${rule.must}, got ${value}; ${typeof rule.advice === 'string' ? rule.advice : rule.advice(value)}`);
    }
  }
  const { olderThan } = threshold as { readonly olderThan?: Duration };
  const window = threshold.timeWindow ?? kind.timeWindow;
  if (olderThan !== undefined && !olderThan.isUnresolved() && !window.isUnresolved() && olderThan.toSeconds() >= window.toSeconds()) {
    fail(subject, 'alert-threshold', `${prop}.olderThan must be shorter than the timeWindow of ${window.toString()}, got ${olderThan.toString()}; shorten it, or pass a longer timeWindow`);
  }
}

/** Which way a number makes an alert fire later: the higher, the lower. */
const LATER: { readonly [name: string]: 'higher' | 'lower' } = {
  abovePercent: 'higher', above: 'higher', aboveSeconds: 'higher', aboveUsd: 'higher', aboveTokens: 'higher', below: 'lower', belowPercent: 'lower',
};

/** Warns about a warning that comes after the critical alert, where nothing else about the two differs. */
function checkOrder<T extends AlertTuning>(subject: LogfireSubjectMonitoring, prop: string, { critical, warning }: BySeverity<T>): void {
  if (critical === undefined || warning === undefined) {
    return;
  }
  const [high, low] = [critical, warning] as unknown as readonly { readonly [name: string]: unknown }[];
  const differing = [...new Set([...Object.keys(high), ...Object.keys(low)])].filter((name) => high[name] !== low[name]);
  const [name] = differing;
  if (differing.length !== 1 || LATER[name] === undefined || typeof high[name] !== 'number' || typeof low[name] !== 'number' || [high[name], low[name]].some(isUnresolved)) {
    return;
  }
  if (LATER[name] === 'higher' ? low[name] > high[name] : low[name] < high[name]) {
    warn(subject, 'alert-threshold', `${prop}.warning.${name} is ${LATER[name]} than ${prop}.critical.${name}, got ${low[name]} and ${high[name]}: the critical alert fires first; swap them`);
  }
}
