/** A breaking change that is meant. */
export interface IgnoredChange {
  /** As jsii-diff prints it between brackets. */
  readonly key: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * The breaking changes of `.compatignore`: one key in a line, with the reason in a comment right above it.
 *
 * @throws when one has no reason
 */
export function ignoredChanges(text: string): IgnoredChange[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.flatMap((key, index) => {
    if (key === '' || key.startsWith('#')) {
      return [];
    }
    if (!/^#\s*\S/.test(lines[index - 1] ?? '')) {
      throw new Error(`.compatignore:${index + 1}: ${key} has no reason; say in a comment (#) right above it why users have to bear the change`);
    }
    return [{ key, line: index + 1 }];
  });
}
