/** How much memory is in use. */

const MB = 1024 * 1024;

/** Megabytes in use once what nobody needs is gone; typed arrays count. Run with --expose-gc. */
export function usedMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MB;
}
