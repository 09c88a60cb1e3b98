/** Marks of stems, by which most phrases are seen not to be in a message before any of their words is looked up. */

/** One of 32 bits for a stem (FNV-1a); stems share them, so that a mark only tells what is not there. */
export function markOf(stem: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  return 1 << (hash >>> 27);
}
