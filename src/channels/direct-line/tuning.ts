/** How patiently and how widely clients of Direct Line are served. */

import { STREAM_TUNING, type StreamTuning } from './stream.ts';

export interface DirectLineTuning extends StreamTuning {
  /**
   * Milliseconds after which streams are told that an answer is being thought of. Range 0..60,000, default 400: a
   * shorter one flickers before each answer, a longer one leaves people alone with an empty page.
   */
  readonly typingAfterMs: number;
  /**
   * Most lines in one answer to `GET …/activities`; the next ones stand behind its watermark. Range 1..10,000,
   * default 500: with 1 a client asks for each line, 10,000 cards are some 50 MB.
   */
  readonly linesPerAnswer: number;
  /**
   * Most lines in one frame of a stream. Range 1..1,000, default 25, at most some 100 KB: the next frame is sent once
   * the last one was taken, and a client on a slow line has nothing of a frame before it has all of it.
   */
  readonly linesPerFrame: number;
}

/** What is used where nothing else is said. */
export const DIRECT_LINE_TUNING: DirectLineTuning = {
  ...STREAM_TUNING,
  typingAfterMs: 400,
  linesPerAnswer: 500,
  linesPerFrame: 25,
};
