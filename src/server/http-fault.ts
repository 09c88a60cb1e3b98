/** What goes wrong at the door, in the one form in which it is told: `{ "error": { "code", "message" } }`. */

/** An error for the caller; its message says what to do and nothing of the inside. */
export class HttpFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HttpFault';
  }
}

/**
 * What the log may hold of an error: its kind, and the code of the system or the store, by which an operator tells a
 * full disk from a fault of the program. Its message may quote what people wrote.
 */
export function loggedError(error: unknown): { readonly error: string; readonly code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? error.code : undefined;
  return {
    error: error.name,
    ...(typeof code === 'string' && /^[A-Z_\d]{1,60}$/.test(code) ? { code } : {}),
  };
}

/** The body of an error. */
export function faultBody(
  code: string,
  message: string,
): { readonly error: { readonly code: string; readonly message: string } } {
  return { error: { code, message } };
}
