/** Whether an answer is on its way: from sending a message until the bot's next line behind it, or for a while. */

import type { BotLine, PersonLine } from './snapshot.ts';

/** Tells whether somebody waits for the bot. */
export interface Answering {
  isUnderway(): boolean;
  /** This message is sent now. */
  begin(id: string): void;
  /** It was not taken. */
  end(): void;
  /** These lines came from the server. */
  heard(lines: readonly (BotLine | PersonLine)[]): void;
}

/** `after` calls back after so many milliseconds and gives what stops it; `overdue` is called once nothing came. */
export function createAnswering(
  after: (ms: number, callback: () => void) => () => void,
  answeringMs: number,
  overdue: () => void,
): Answering {
  let awaited: string | null = null;
  let stop = (): void => undefined;
  /** True once the server told of the message: what the bot says from then on answers it. */
  let told = false;

  function end(): void {
    stop();
    awaited = null;
  }

  return {
    isUnderway: () => awaited !== null,
    begin(id) {
      end();
      told = false;
      awaited = id;
      stop = after(answeringMs, () => {
        end();
        overdue();
      });
    },
    end,
    heard(lines) {
      for (const line of lines) {
        if (line.from === 'person') told ||= line.id === awaited;
        else if (told) end();
      }
    },
  };
}
