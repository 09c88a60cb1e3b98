/** An order that is mixed, and always the same. */

/** The numbers 0 to `count` - 1 in an order that follows from `seed`. */
export function permutation(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  mix(order, seed);
  return order;
}

/** Mixes numbers in place, in a way that follows from `seed` (Fisher and Yates, drawn by mulberry32). */
export function mix(order: Int32Array, seed: number): void {
  let state = seed >>> 0;
  for (let at = order.length - 1; at > 0; at--) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
