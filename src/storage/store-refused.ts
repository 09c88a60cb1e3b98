/** A store that this program must not touch. */

/** The file is there and is no store of this program; the message goes on after its name, and says what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
