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

/** The body of an error. */
export function faultBody(
  code: string,
  message: string,
): { readonly error: { readonly code: string; readonly message: string } } {
  return { error: { code, message } };
}
