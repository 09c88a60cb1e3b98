/** What many conversations in words come to, in a few numbers. */

import type { Id } from '../../core/knowledge/model.ts';
import type { Talk, TalkCounts, TalkEnd } from './talk.ts';

/** Figures of a group of conversations: shares 0..1, else means over them, to three places; counts are means of a conversation. */
export interface WordsFigures extends TalkCounts {
  readonly people: number;
  readonly solved: number;
  readonly handedOver: number;
  readonly givenUp: number;
  readonly closedBefore: number;
}

/** Figures of all conversations and of those about each kind of device. */
export interface WordsReport extends WordsFigures {
  readonly byFamily: Readonly<Record<Id, WordsFigures>>;
}

/** Sums up conversations, of which there is at least one. */
export function wordsReport(talks: readonly Talk[]): WordsReport {
  const families = [...new Set(talks.map(({ sufferer }) => sufferer.family.id))].sort();
  return {
    ...figuresOf(talks),
    byFamily: Object.fromEntries(
      families.map((family) => [
        family,
        figuresOf(talks.filter((each) => each.sufferer.family.id === family)),
      ]),
    ),
  };
}

function figuresOf(talks: readonly Talk[]): WordsFigures {
  const mean = (of: (each: Talk) => number): number =>
    rounded(talks.reduce((sum, each) => sum + of(each), 0) / talks.length);
  const share = (end: TalkEnd): number => mean((each) => (each.end === end ? 1 : 0));
  return {
    people: talks.length,
    solved: share('solved'),
    handedOver: share('handed over'),
    givenUp: share('given up'),
    closedBefore: share('closed before'),
    questions: mean(({ questions }) => questions),
    wrongRemedies: mean(({ wrongRemedies }) => wrongRemedies),
    askedTwice: mean(({ askedTwice }) => askedTwice),
    askedAlthoughSaid: mean(({ askedAlthoughSaid }) => askedAlthoughSaid),
    rightlyAskedBack: mean(({ rightlyAskedBack }) => rightlyAskedBack),
    wronglyAskedBack: mean(({ wronglyAskedBack }) => wronglyAskedBack),
    refusals: mean(({ refusals }) => refusals),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e3) / 1e3;
}
