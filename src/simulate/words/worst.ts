/** The conversations in words that helped least. */

import type { Prepared } from '../../core/prepare.ts';
import type { Talk, TalkEnd } from './talk.ts';
import { type WentWrong, wentWrong } from './went-wrong.ts';

/** A conversation that went wrong. */
export interface WrongTalk {
  readonly talk: Talk;
  readonly wrong: WentWrong;
}

/** Conversations that were played. */
export interface PlayedWords {
  readonly talks: readonly Talk[];
  /** Those of them that went wrong, the worst first. */
  readonly wrong: readonly WrongTalk[];
}

/** From the worst on: who believes that nothing is wrong any more is worse off than who knows that nobody helped. */
const ENDS: readonly TalkEnd[] = ['closed before', 'given up', 'handed over', 'solved'];

/**
 * All that went wrong, the worst first: by their end, then by wrong remedies, questions in vain and questions. One that
 * was solved without a wrong remedy or a question in vain did not.
 */
export function wrongTalks(kb: Prepared, talks: readonly Talk[]): readonly WrongTalk[] {
  return talks
    .filter((each) => each.end !== 'solved' || each.wrongRemedies + inVain(each) > 0)
    .sort(
      (a, b) =>
        ENDS.indexOf(a.end) - ENDS.indexOf(b.end) ||
        b.wrongRemedies - a.wrongRemedies ||
        inVain(b) - inVain(a) ||
        b.questions - a.questions,
    )
    .flatMap((talk) => {
      const wrong = wentWrong(kb, talk);
      return wrong === null ? [] : [{ talk, wrong }];
    });
}

const inVain = ({ askedTwice, askedAlthoughSaid }: Talk): number => askedTwice + askedAlthoughSaid;
