/** In what mood each word of a sentence stands: said, asked, wondered, wished for or only supposed. */

import {
  AUXILIARIES,
  CONDITIONAL,
  DETERMINERS,
  OPENINGS,
  PRONOUNS,
  SUPPOSING,
  UNSURE,
  WONDERING,
} from './english.ts';
import { INSTRUCTIONS, INVERTED, LATER, PEOPLE, SAYING } from './english-times.ts';
import type { Word } from './words.ts';

/**
 * `said`: stated. `wondered`: part of a question that takes it for granted (`why does my till …`).
 * `asked`: in doubt (`is it the key?`). `wished`: what somebody wants to do. `supposed`: in an if, a plan, a manual.
 * `shown`: between quotes, the words of a machine.
 */
export type Mood = 'said' | 'wondered' | 'asked' | 'wished' | 'supposed' | 'shown';

/** A word and the number of its segment. */
export interface SegmentedWord {
  readonly word: Word;
  readonly segment: number;
}

const opens = (words: readonly string[]): readonly string[] => {
  let first = 0;
  while (first < words.length - 1 && OPENINGS.has(words[first] ?? '')) first++;
  return words.slice(first);
};

/** Verbs with which something is requested of somebody: `could you help`; `have you tried` asks. */
const REQUEST = /^(?:can|could|would|will|do|should|shall)$/;

/** `is it`, `do I`, `should the`: a question of yes or no. A request (`could you help`) is none. */
function asksYesNo(words: readonly string[], marked: boolean): boolean {
  const [first = '', second = ''] = opens(words);
  const requests = second === 'you' && REQUEST.test(first);
  if (!AUXILIARIES.has(first) || requests || second === 'someone' || second === 'anyone') return false;
  if (PRONOUNS.has(second) || second === 'this' || second === 'that') return true;
  return marked && (DETERMINERS.has(second) || words.length > 2);
}

/** `…, the S key?` after `which key do I need`: a guess at the answer. */
const isGuess = (words: readonly string[], marked: boolean, inherited: Mood): boolean =>
  marked &&
  (inherited === 'wondered' || inherited === 'asked') &&
  !words.some((word) => AUXILIARIES.has(word) || PRONOUNS.has(word));

/** `were the seal broken, we would see it`. */
const isInverted = (words: readonly string[], conditional: boolean): boolean => {
  const [first = '', second = ''] = opens(words);
  return conditional && INVERTED.has(first) && (DETERMINERS.has(second) || PRONOUNS.has(second));
};

function moodOf(words: readonly string[], marked: boolean, conditional: boolean, inherited: Mood): Mood {
  const first = opens(words)[0] ?? '';
  if (!marked && isInverted(words, conditional)) return 'supposed';
  if (asksYesNo(words, marked)) return 'asked';
  if (inherited === 'asked' && (words[0] === 'or' || words[0] === 'and')) return 'asked';
  if (words.some((word) => LATER.has(word))) return 'supposed';
  if (WONDERING.has(first) && (marked || first === 'how') && first !== 'when') return 'wondered';
  return isGuess(words, marked, inherited) ? 'asked' : 'said';
}

const PLANNING: ReadonlySet<string> = new Set(
  'will shall would gonna going about planning plan intend thinking'.split(' '),
);
/** `I would say`: a judgement and no plan. */
const JUDGING: ReadonlySet<string> = new Set('say guess think bet like have'.split(' '));
const WISHED: ReadonlySet<string> = new Set('want wants wanted need needs needed like have has'.split(' '));
const SUBJECTS: ReadonlySet<string> = new Set(['it', 'they', 'nothing', 'nobody']);

/** `I will`, `we are thinking of`, `she is about to`: meant to be done, and not done. */
function isPlanned(texts: readonly string[], at: number, from: number): boolean {
  const text = texts[at] ?? '';
  if (text.endsWith("'ll")) return PEOPLE.has(text.slice(0, -3));
  if (!PLANNING.has(text)) return false;
  const next = texts[at + 1] ?? '';
  const before = texts.slice(Math.max(from, at - 3), at);
  if (!before.some((word) => PEOPLE.has(word))) return false;
  if (text === 'will' || text === 'shall' || text === 'gonna') return next !== 'not';
  if (text === 'would') return next !== 'not' && !JUDGING.has(next);
  return text === 'thinking' ? next === 'of' || next === 'about' : next === 'to';
}

/** `I was going to restart it when …`: what was being done is told, that it was done is not. */
const wasPlanned = (texts: readonly string[], at: number): boolean =>
  texts.slice(Math.max(0, at - 2), at).some((word) => word === 'was' || word === 'were');

/** `I want to void it`. */
const isWished = (texts: readonly string[], at: number): boolean =>
  texts[at + 1] === 'to' &&
  WISHED.has(texts[at] ?? '') &&
  (texts[at] !== 'like' || /^(?:would|'d)$|'d$/.test(texts[at - 1] ?? ''));

const PAST = /ed$|^(?:was|were|did|had|got|went|came|took|broke|began)$/;

/** `before I wipe it`: not done yet. */
const isStillToDo = (texts: readonly string[], at: number): boolean =>
  texts[at] === 'before' && PEOPLE.has(texts[at + 1] ?? '') && !PAST.test(texts[at + 2] ?? 'was');

/** `should be on`, `might be the key`. */
const isNorm = (texts: readonly string[], at: number): boolean =>
  (texts[at + 1] === 'be' && /^(?:might|could|may|should)$/.test(texts[at] ?? '')) ||
  (texts[at] === 'supposed' && texts[at + 1] === 'to');

/** `the manual says`, `according to the manual`: what follows is said of all devices and not of this one. */
function isInstructed(texts: readonly string[], at: number): boolean {
  const text = texts[at] ?? '';
  const before = (): readonly string[] => texts.slice(Math.max(0, at - 3), at);
  if (INSTRUCTIONS.has(text)) return before().includes('according');
  return SAYING.has(text) && before().some((word) => INSTRUCTIONS.has(word));
}

/** `what happens when …`, with a question mark or without. */
const wondersWhat = (texts: readonly string[]): boolean => {
  const [first, second = ''] = opens(texts);
  return first === 'what' && /^(?:happens|happen|would|will|if)$/.test(second);
};

/** `if I hold it on the reader it beeps`: after an if, a subject that follows a noun begins what happens then. */
const isMainClause = (sentence: readonly SegmentedWord[], from: number, at: number): boolean =>
  at - from > 3 && SUBJECTS.has(sentence[at]?.word.text ?? '') && sentence[at - 1]?.word.kind === 'content';

/** The mood of each word of one sentence, `marked` where a question mark ends it. */
export function moodsOf(sentence: readonly SegmentedWord[], marked: boolean): Mood[] {
  const texts = sentence.map(({ word }) => word.text);
  const conditional = marked || texts.some((text) => CONDITIONAL.has(text));
  const wonders = wondersWhat(texts);
  const moods: Mood[] = [];
  let inherited: Mood = 'said';
  let unsure = false;
  let instructed = false;
  for (let from = 0; from < sentence.length; ) {
    const segment = sentence[from]?.segment;
    let to = from;
    while (to < sentence.length && sentence[to]?.segment === segment) to++;
    const own = moodOf(texts.slice(from, to), marked, conditional, inherited);
    let mood = own;
    for (let at = from; at < to; at++) {
      const text = texts[at] ?? '';
      unsure ||=
        UNSURE.has(text) && sentence.slice(Math.max(0, at - 3), at).some(({ word }) => word.kind === 'not');
      instructed ||= isInstructed(texts, at);
      if (instructed || (wonders && text === 'when')) mood = 'supposed';
      else if (SUPPOSING.has(text))
        mood =
          text === 'if' && !conditional && !wonders && !unsure && own === 'said' ? 'wondered' : 'supposed';
      else if (mood === 'wondered' && (text === 'then' || isMainClause(sentence, from, at))) mood = own;
      else if (isNorm(texts, at) || isStillToDo(texts, at)) mood = 'supposed';
      else if (mood === 'said' && isPlanned(texts, at, from))
        mood = wasPlanned(texts, at) ? 'wished' : 'supposed';
      else if (mood === 'said' && isWished(texts, at)) mood = 'wished';
      moods.push(mood);
    }
    inherited = own;
    from = to;
  }
  return moods;
}
