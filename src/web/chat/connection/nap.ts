/** A pause that can be ended before its time. */

export interface Nap {
  /** Resolves after so many milliseconds, or once woken; `Infinity` waits for that alone. One sleeper at a time. */
  sleep(ms: number): Promise<void>;
  wake(): void;
}

export function createNap(after: (ms: number, callback: () => void) => () => void): Nap {
  let wake = (): void => undefined;
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const stop = ms === Number.POSITIVE_INFINITY ? () => undefined : after(ms, resolve);
        wake = () => {
          stop();
          resolve();
        };
      }),
    wake: () => wake(),
  };
}
