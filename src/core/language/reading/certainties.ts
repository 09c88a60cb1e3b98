/**
 * How sure a reading must be before something is done with it, by what a mistake costs. Probabilities in 0..1, of heads
 * that were calibrated on texts they had not seen; fitted on the development set of `bench:reading`.
 */

import { TURN_ACTS, type TurnAct } from '../../knowledge/model.ts';
import type { Waiting } from './act-lessons.ts';

/** How sure a reply must be. */
export const CERTAINTIES = {
  /** Takes a reply for an answer. A wrong one misleads the search until somebody corrects it; asking back costs 5 s. */
  answer: 0.6,
  /** The same where one clause of several answers: the others may say otherwise. */
  answerInPart: 0.75,
  /** Asks back whether an answer is meant. Below this the guess is wrong more often than right, and annoys. */
  halfHeard: 0.18,
  /**
   * Shows a fact of a report, and does not ask after it. What is not stated and shown makes people doubt what is; asking
   * costs 10 s.
   */
  stated: 0.45,
  /**
   * Keeps a statement of a first message as a guess, which moves the belief by as much; above 0 and below `stated`. At .1
   * people of `bench:words` are asked .04 questions and shown .006 wrong remedies more than at .15. Of what the development
   * set is asked next, below .15 one guess of ten is right.
   */
  halfStated: 0.15,
  /** The same beside the answer to a question: a few words say less of anything else. */
  statedBeside: 0.7,
  /** Believes that a text reports or answers anything at all. */
  tells: 0.5,
  /**
   * Takes what is no answer to the question that waits, or tells no outcome, for the answer of another question; see
   * `ToldElsewhere`.
   */
  toldElsewhere: 0.51,
  /**
   * The same where an answer to the one that waits is half heard, or "not sure". Of replies of three sets said while
   * another question waits .52, .43 and .39 are heard at .5, .6 and .75; of replies to the one that waits .887, .893 and
   * .897.
   */
  ratherElsewhere: 0.6,
  /** Believes that one part of a reply tells anything, of which the other answers the question that waits. */
  tellsBeside: 0.4,
  /**
   * The same of one part of a reply of which the other answers the question that waits. Of 517 pairs of replies of two sets
   * that are said in one breath both are heard of .24 where none is split, .47 at .6 and .64 at .51; of the same replies
   * said alone .006 and .054 are split wrongly.
   */
  toldBeside: 0.6,
  /**
   * Takes what one part answers for what is meant, though the whole is heard as another answer. Of the replies of seven
   * sets .0143 are taken for another answer where any part is, and .0128 where none is.
   */
  ratherInPart: 0.9,
  /** Keeps it as a guess. */
  guessedBeside: 0.5,
  /** Keeps it as a guess, which is asked back where its question comes up. */
  guessedElsewhere: 0.4,
  /** Believes who somebody is: a role opens and closes steps, and is claimed by whoever tells it. */
  role: 0.75,
  /** The same under a remedy, which says that whoever is to be fetched may tell so: that they do is likelier there. */
  roleAsked: 0.6,
  /** Believes that somebody has none of a thing: as much is closed by it as by "no such thing". */
  missing: 0.6,
  /**
   * Takes a statement for asked, supposed or told of something else, however sure it is. Nobody is told that they said
   * what they only asked; at .7 one of eighty statements of messages is lost, and half of what is asked is not believed.
   */
  notSo: 0.7,
  /** Takes a reply for "not sure": the question is dropped for good, though another will do. */
  'not-sure': 0.45,
  /** Takes a reply for "we have no such thing": it speaks strongly against the kinds of device that have one. */
  'no-such-thing': 0.6,
  /** Explains the question once more: costs a moment. */
  'asks-back': 0.4,
  /**
   * Of a cure and of none the share of the less likely, 0..0.5, from which it is asked which: what helped and is taken
   * for none brings the next remedy, or a person. Of what is asked at .35 every second was heard right.
   */
  outcomeAsked: 0.35,
  /** Takes what follows a cure for another problem, which is taken up once the first is closed. */
  secondProblem: 0.5,
  /** Believes that somebody only takes note of a question (`okay`), though it sounds like yes. */
  takesNote: 0.85,
  /** Believes when a second problem is to be taken up: in doubt the case that is begun goes on, and nothing is lost. */
  secondCase: 0.5,
  /** Takes an offer: a new case is begun, or a half-heard answer kept. */
  yesNo: 0.5,
  /**
   * Answers a side question by an article; one that does not fit is worse than "I do not know". At .4 .03 more of those that
   * have one are answered rightly, and .04 more of those that have none wrongly.
   */
  article: 0.5,
  /** Answers an aside in its sentence. */
  aside: 0.5,
} as const;

/** An act that is chosen by its certainty; what is refused has one of its own. */
export type CertainAct = Exclude<TurnAct, 'bypass' | 'unsafe'> | 'answer';

type CertaintyWhile = Readonly<Record<Waiting, number>>;

/** The same while whatever waits. */
const anyTime = (certainty: number): CertaintyWhile => ({
  question: certainty,
  remedy: certainty,
  nothing: certainty,
});

/** How sure an act must be, while this or that waits. */
export const ACT_CERTAINTIES: Readonly<Record<CertainAct, CertaintyWhile>> = {
  /** Closes the case; where no remedy was shown yet somebody may tell of another machine. */
  fixed: { question: 0.8, remedy: 0.45, nothing: 0.8 },
  /** Goes on with the next remedy; what was wrong is asked after once more. */
  'still-there': { question: 0.4, remedy: 0.35, nothing: 0.6 },
  partly: { question: 0.4, remedy: 0.3, nothing: 0.6 },
  cannot: { question: 0.5, remedy: 0.35, nothing: 0.6 },
  /** Fetches a human: costs two people's time. */
  human: { question: 0.5, remedy: 0.5, nothing: 0.4 },
  /** Starts over or goes back: what was told is lost. */
  restart: anyTime(0.6),
  back: anyTime(0.6),
  correct: { question: 0.35, remedy: 0.35, nothing: 0.6 },
  /** Says that something is out of scope: somebody with a problem is sent away. */
  'out-of-scope': { question: 0.3, remedy: 0.35, nothing: 0.4 },
  /** Costs a sentence, and what waits comes again; at first it costs the report that it may be. */
  'not-yet': { question: 0.2, remedy: 0.2, nothing: 0.5 },
  'new-problem': { question: 0.3, remedy: 0.3, nothing: 0.5 },
  'side-question': { question: 0.2, remedy: 0.2, nothing: 0.4 },
  why: { question: 0.25, remedy: 0.25, nothing: 0.4 },
  'comes-back-later': { question: 0.3, remedy: 0.3, nothing: 0.5 },
  frustration: { question: 0.2, remedy: 0.2, nothing: 0.5 },
  thanks: { question: 0.25, remedy: 0.25, nothing: 0.4 },
  smalltalk: { question: 0.25, remedy: 0.25, nothing: 0.35 },
  closing: anyTime(0.5),
  /** A report while something waits is searched for, and may lead to a remedy. */
  report: { question: 0.6, remedy: 0.5, nothing: 0.1 },
  answer: anyTime(0.3),
  other: { question: 0.2, remedy: 0.2, nothing: 0.4 },
};

/**
 * How sure it must be that what is asked for is not allowed. Whoever is refused wrongly is accused, and nothing in the base
 * could answer a bypass anyway. At first, of the wishes of six sets that look harmful .039 are refused at .7 and .018 at .8,
 * of reports .018 and .010, and of what is not allowed .078 and .106 is not. While a question waits .004 of 2,650 replies
 * more are refused at .52 than at .65.
 */
export const REFUSED: CertaintyWhile = { question: 0.65, remedy: 0.6, nothing: 0.75 };

/**
 * What people wish in the midst of facts, and from which certainty it goes before them: `tried both plugs, same red line,
 * can somebody ring me`. Of 259 such wishes for a person .68 are heard where the likeliest act is done, .83 at .35 and .86 at
 * .25; at .25 what only presses (`it has to run tonight`) is taken for one as well.
 */
export const HEARD_FIRST: readonly { readonly act: CertainAct; readonly from: CertaintyWhile }[] = [
  { act: 'human', from: { question: 0.35, remedy: 0.35, nothing: 1 } },
  { act: 'correct', from: { question: 0.3, remedy: 0.3, nothing: 1 } },
];

/** All of them. */
export const CERTAIN_ACTS: readonly CertainAct[] = [
  ...TURN_ACTS.filter((act) => act !== 'bypass' && act !== 'unsafe'),
  'answer',
];
