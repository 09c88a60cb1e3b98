/** A start that failed. */

/**
 * Says why the bot could not start, for its operator: one line `VARIABLE=VALUE: what is wrong, where. What to do.`;
 * more lines where there is more than one fault.
 */
export class StartFailed extends Error {
  override readonly name: string = 'StartFailed';
}
