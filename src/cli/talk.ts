/** Questions to an author and their answers, line by line, in a terminal or from a pipe. */

import { messagesFrom } from '../channels/console/messages.ts';
import type { Look } from '../channels/console/render.ts';
import type { Prepared } from '../core/prepare.ts';
import { lookOf } from './look.ts';
import { type Streams, write } from './streams.ts';

/** One talk with an author. What is asked goes to stderr, so that stdout holds what was made. */
export interface Talk {
  readonly look: Look;
  readonly say: (text: string) => Promise<void>;
  /** What is typed next, without blanks around; null: the input has ended. */
  readonly next: () => Promise<string | null>;
  /** Lets the terminal go. */
  readonly end: () => Promise<void>;
}

/** Begins a talk. The input is read when the first answer is wanted. */
export function talkOn(streams: Streams, prepared: Prepared): Talk {
  const isTerminal = streams.stdin.isTTY === true && streams.stderr.isTTY === true;
  const messages = messagesFrom({ input: streams.stdin, terminal: isTerminal ? streams.stderr : null });
  return {
    look: lookOf(streams.stderr, streams.env, prepared),
    say: (text) => write(streams.stderr, `${text}\n`),
    next: async () => {
      const { done, value } = await messages.next();
      return done === true ? null : value.trim();
    },
    end: async () => {
      await messages.return(undefined);
    },
  };
}

/** Words that mean the same on every question. */
export const isBack = (typed: string): boolean => /^\/?back$/iu.test(typed);
export const isLeaving = (typed: string): boolean => /^\/(quit|exit|q)$/iu.test(typed);
