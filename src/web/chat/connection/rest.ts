/** Where a loop waits: for a pause to end, or for something to do. */

/** One loop waits at it, at most. */
export interface Rest {
  /** Begins a pause of so many milliseconds; null: until it is cut. `firm`: it cannot be cut. */
  begin(ms: number | null, firm?: boolean): void;
  isOn(): boolean;
  cut(): void;
  /** There may be something to do; a pause goes on. */
  wake(): void;
  /** Resolves once woken, or at the end of the pause. Whoever waits looks again at why. */
  next(): Promise<void>;
}

const nothing = (): void => undefined;

/** Counts by a timer and not by the clock: a device whose clock is set back would wait for hours. */
export function createRest(after: (ms: number, callback: () => void) => () => void): Rest {
  let stop: (() => void) | null = null;
  let isFirm = false;
  let wake = nothing;

  function end(): void {
    if (stop !== null) stop();
    stop = null;
    wake();
  }

  return {
    begin(ms, firm = false) {
      if (stop !== null) stop();
      isFirm = firm;
      stop = ms === null ? nothing : after(ms, end);
    },
    isOn: () => stop !== null,
    cut() {
      if (stop !== null && !isFirm) end();
    },
    wake: () => wake(),
    next: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}
