const SECONDS: readonly (readonly [unit: RegExp, seconds: number])[] = [
  [/^(?:ms|milliseconds?)$/, 0.001],
  [/^(?:s|secs?|seconds?)$/, 1],
  [/^(?:m|mins?|minutes?)$/, 60],
  [/^(?:h|hrs?|hours?)$/, 3600],
  [/^(?:d|days?)$/, 86_400],
  [/^(?:w|weeks?)$/, 604_800],
  [/^(?:mons?|months?)$/, 2_592_000],
  [/^(?:y|years?)$/, 31_536_000],
];

/** The length of an interval such as `1 hour 30 minutes`. Undefined if it has another form. */
export function intervalSeconds(text: string): number | undefined {
  const parts = text.trim().toLowerCase().match(/\d+(?:\.\d+)?|[a-z]+|\S/g) ?? [];
  if (parts.length === 0 || parts.length % 2 !== 0) {
    return undefined;
  }
  let seconds = 0;
  for (let index = 0; index < parts.length; index += 2) {
    const unit = SECONDS.find(([pattern]) => pattern.test(parts[index + 1]))?.[1];
    if (unit === undefined || !/^\d/.test(parts[index])) {
      return undefined;
    }
    seconds += Number(parts[index]) * unit;
  }
  return seconds;
}
