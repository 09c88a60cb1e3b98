/** What a message does where no example of the knowledge base is like it: a classifier of all examples together. */

import { classify } from '../classifier/classify.ts';
import type { Example, Model } from '../classifier/model.ts';
import { train } from '../classifier/train.ts';
import type { Case, Heard } from '../conversation.ts';
import { type KnowledgeBase, SPEECH, type Speech } from '../knowledge/model.ts';
import { type Forms, isClaimed } from './claims.ts';
import type { PlacedWord } from './clauses.ts';

/** What telling acts of speech needs. */
export interface LikelyReader {
  readonly talk: Model;
  readonly acts: { readonly fixedForms: Forms };
}

/** The class of what tells of the case; no act of speech is called so. */
const TOLD = 'told';
/** Before the id of an aside in the name of its class. */
const ASIDE = 'aside:';
/** Texts that tell of the case; about as many as there are of speech, so that neither is the rule. */
const MOST_TOLD = 300;
/** Texts that the probabilities are learnt from; enough for them to hold, and few enough for a quick start. */
const HELD_OUT = 75;
/** How probable an act must be. Lower: more is understood, and more taken for what it is not. 0.5 to 0.99. */
const SURE = 0.8;
/** Longer messages tell of something; nobody says thanks in so many UTF-16 code units. */
const LONGEST = 120;

/** Learns acts of speech from the knowledge base's examples, and what tells of a case from its answers and problems. */
export function learnTalk(kb: KnowledgeBase): Model {
  const speech = Object.entries(kb.acts.speech).flatMap(([label, texts]) =>
    texts.map((text): Example => ({ text, label })),
  );
  const asides = kb.acts.asides.flatMap(({ id, phrases }) =>
    phrases.map((text): Example => ({ text, label: `${ASIDE}${id}` })),
  );
  const told = [
    ...kb.problems.flatMap(({ saidAs }) => saidAs),
    ...kb.questions.flatMap(({ answers }) => answers.flatMap(({ phrases }) => phrases)),
  ];
  const every = Math.max(1, Math.ceil(told.length / MOST_TOLD));
  const some = told.filter((_, at) => at % every === 0).map((text): Example => ({ text, label: TOLD }));
  return train([...speech, ...asides, ...some], { heldOut: HELD_OUT });
}

/** The act of speech that a message most probably is, null where none is probable enough. */
export function likelySpeech(model: Model, text: string): Speech | null {
  return speechOf(likelyClass(model, text));
}

function likelyClass(model: Model, text: string): string | null {
  if (text.length > LONGEST) return null;
  const { ranked, none } = classify(model, text);
  const best = ranked[0];
  return best === undefined || best.probability * (1 - none) < SURE ? null : best.label;
}

const speechOf = (label: string | null): Speech | null => SPEECH.find((speech) => speech === label) ?? null;

/** True where the words may tell what became of a remedy: it waits to be told, and nobody asks, wishes or remembers. */
function tellsOutcome(fixedForms: Forms, ours: Case | null, words: readonly PlacedWord[]): boolean {
  return ours?.pending?.kind === 'remedy' && isClaimed(fixedForms, words, 0, words.length);
}

/** Takes a message that was unclear for what it most probably is, as far as that makes sense where the case stands. */
export function withLikelyAct(
  { talk, acts }: LikelyReader,
  ours: Case | null,
  words: readonly PlacedWord[],
  heard: Heard,
): Heard {
  const label = likelyClass(talk, heard.text);
  if (label?.startsWith(ASIDE) === true)
    return { ...heard, act: 'greeting', aside: label.slice(ASIDE.length) };
  const speech = speechOf(label);
  switch (speech) {
    case 'why':
    case 'thanks':
    case 'greeting':
    case 'out-of-scope':
      return { ...heard, act: speech };
    case 'fixed':
    case 'still-there':
    case 'cannot':
      return tellsOutcome(acts.fixedForms, ours, words)
        ? { ...heard, act: 'outcome', outcome: speech, substance: true }
        : heard;
    case 'not-sure':
      return ours?.pending?.kind === 'question'
        ? { ...heard, act: 'answer', notSure: true, substance: true }
        : heard;
    // A guess must not hand a case over, drop it or take something of it back.
    case 'human':
    case 'back':
    case 'restart':
      return heard;
    // A bare yes or no is heard word by word or not at all, and a correction must say what of.
    case 'yes':
    case 'no':
    case 'correct':
    case null:
      return heard;
  }
}
