/** What can be wrong with how a command was called or with what it was given. */

/** The command was called wrongly; exit code 2. `message` says what is wrong and, where it can, what was meant. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** What the command was given has faults; exit code 1. `message` is for the person who called it. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
