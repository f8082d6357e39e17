/**
 * Creates a binding without the call stacks that CDKTF records in it.
 *
 * CDKTF records one for each nested attribute, and shows it only if the attribute cannot be resolved. That costs more than everything else
 * that a construct does, the more so the deeper the call. See docs/decisions/creation-stacks.md.
 */
export function withoutCreationStacks<T>(create: () => T): T {
  const { captureStackTrace } = Error;
  // `Reflect` does nothing where the program has frozen what is built in.
  Reflect.set(Error, 'captureStackTrace', () => undefined);
  try {
    return create();
  } finally {
    Reflect.set(Error, 'captureStackTrace', captureStackTrace);
  }
}
