/**
 * How sure a reading must be before something is done with it, by what a mistake costs. Probabilities in 0..1, of heads
 * that were calibrated on texts they had not seen; fitted on the development set of `bench:reading`.
 */
export const CERTAINTIES = {
  /** Takes a reply for an answer. A wrong one misleads the search until somebody corrects it; asking back costs 5 s. */
  answer: 0.6,
  /** Asks back whether an answer is meant. Below this the guess is wrong more often than right, and annoys. */
  halfHeard: 0.08,
  /** Takes a reply for "not sure": the question is dropped for good, though another will do. */
  'not-sure': 0.45,
  /** Takes a reply for "we have no such thing": it speaks strongly against the kinds of device that have one. */
  'no-such-thing': 0.6,
  /** Explains the question once more: costs a moment. */
  'asks-back': 0.4,
  /** Takes a reply for something else than an answer; the choices are shown. */
  other: 0.6,
  /** Refuses by the words alone: whoever is refused wrongly is accused. */
  refused: 0.9,
  /** The same where a harmless look-alike of `acts.yaml` stands in the text. */
  refusedBesideHarmless: 0.99,
  /** Refuses where a phrase of a rule stands in the text, too. */
  refusedByPhrase: 0.012,
  /** Fetches a human: costs two people's time. */
  human: 0.75,
  /** Closes a case that a remedy was shown in, and one in which none was. */
  fixed: 0.65,
  fixedBeforeRemedy: 0.85,
  /** Goes on with the next remedy; what was wrong is asked after once more. */
  'still-there': 0.45,
  cannot: 0.5,
  /** Says that something is out of scope: somebody with a problem is sent away. */
  'out-of-scope': 0.7,
  /** Starts over or goes back on a guess: what was told is lost. */
  takesBack: 0.85,
  /** Takes what is said into a question for a report of its own: it is searched for, and may lead to a remedy. */
  reportsMeanwhile: 0.8,
  /** Takes a turn for what it most probably does where nothing else is heard in it. */
  otherwise: 0.5,
} as const;
