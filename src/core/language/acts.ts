/** What a message does: reports, answers, tells an outcome, asks for a human, or for something that is refused. */

import type { Outcome } from '../conversation.ts';
import type { Acts, Id } from '../knowledge/model.ts';
import { type Forms, formsOf, isClaimed } from './claims.ts';
import type { PlacedWord } from './clauses.ts';
import { denialOf } from './denial.ts';
import { WONDERING } from './english.ts';
import { findPhrases, type Match, type Places } from './find.ts';
import { compilePhrases, type Manner, type PhraseIndex } from './phrases.ts';
import { asksWhoMay, isRequested } from './requests.ts';
import { type HeardSpeech, hearSpeech, LIKE_ENOUGH, likest } from './speech.ts';
import { prepareSpeech, type SpeechKind, type SpeechReader } from './speech-examples.ts';
import { bare, readWords, type Vocabulary } from './words.ts';

export interface ActReader {
  readonly speech: SpeechReader;
  /** Owner: place in `refusalRules`. */
  readonly refusals: PhraseIndex;
  readonly harmless: PhraseIndex;
  readonly refusalRules: readonly { readonly id: Id; readonly act: 'bypass' | 'unsafe' }[];
  /** Owner: place in `OUTCOMES`, or `HUMAN`. */
  readonly outcomes: PhraseIndex;
  /** Of the words that say that it works. */
  readonly fixedForms: Forms;
  /** Of the words that command the bot: `restart`, `go back`. */
  readonly commandForms: Forms;
  readonly human: PhraseIndex;
  /** Of the words that ask for a human. */
  readonly humanForms: Forms;
  /** First stems of corrections: `sorry I meant`. */
  readonly corrections: readonly (readonly string[])[];
}

/** A request that is refused, with the places of its words. */
export interface Refused {
  readonly id: Id;
  readonly act: 'bypass' | 'unsafe';
  readonly at: readonly number[];
}

const OUTCOMES = ['fixed', 'still-there', 'cannot'] as const satisfies readonly Outcome[];
/** How well an outcome's words must stand together when they are only part of a sentence. */
export const EMBEDDED = 0.85;
/** Content words that may stand beside an outcome of one word: `I turned the key and it works`. */
const BESIDE_ONE_WORD = 3;

const WHOLE: ReadonlySet<SpeechKind> = new Set([
  'aside',
  'greeting',
  'thanks',
  'why',
  'back',
  'restart',
  'human',
  'not-sure',
  'yes',
  'no',
  'out-of-scope',
]);
/** Outcomes, and what is none although it holds the words of one: `you keep asking the same thing`, `I couldn't say`. */
const OUTCOME_OR_NOT: ReadonlySet<SpeechKind> = new Set([...OUTCOMES, 'aside', 'not-sure']);
const OUTCOME_SPEECH: ReadonlySet<SpeechKind> = new Set(OUTCOMES);

export function prepareActs(vocabulary: Vocabulary, acts: Acts): ActReader {
  const rules = acts.refusals.map(({ id, act }) => ({ id, act }));
  const owned = (texts: readonly (readonly string[])[], manner: Manner) =>
    texts.flatMap((list, owner) => list.map((text) => ({ owner, text, manner })));
  return {
    speech: prepareSpeech(vocabulary, acts),
    refusals: compilePhrases(
      vocabulary,
      owned(
        acts.refusals.map((rule) => rule.phrases),
        'strict',
      ),
    ),
    harmless: compilePhrases(
      vocabulary,
      owned(
        acts.refusals.map((rule) => rule.unless),
        'strict',
      ),
    ),
    refusalRules: rules,
    outcomes: compilePhrases(
      vocabulary,
      owned(
        OUTCOMES.map((outcome) => acts.speech[outcome]),
        'loose',
      ),
    ),
    fixedForms: formsOf(
      acts.speech.fixed
        .flatMap((text) => readWords(vocabulary, text))
        .filter((word) => word.kind === 'content'),
    ),
    commandForms: formsOf(
      [...acts.speech.restart, ...acts.speech.back].flatMap((text) => readWords(vocabulary, text)),
    ),
    human: compilePhrases(vocabulary, owned([acts.speech.human], 'loose')),
    humanForms: formsOf(acts.speech.human.flatMap((text) => readWords(vocabulary, text))),
    corrections: acts.speech.correct.map((text) => readWords(vocabulary, text).map((word) => word.stem)),
  };
}

/** The request in the words that is refused: a phrase of a rule that nobody denies and no look-alike explains. */
export function refusedIn(reader: ActReader, words: readonly PlacedWord[], places: Places): Refused | null {
  const found = findPhrases(reader.refusals, words, places).filter(
    (match) =>
      denialOf(words, match)?.kind !== 'denied' &&
      isRequested(words, match) &&
      !(reader.refusalRules[match.phrase.owner]?.act === 'unsafe' && asksWhoMay(words, match)),
  );
  if (found.length === 0) return null;
  const harmless = findPhrases(reader.harmless, words, places);
  const explains = (match: Match): boolean =>
    harmless.some(
      (other) =>
        other.phrase.owner === match.phrase.owner &&
        other.at.some((place) => match.at.includes(place)) &&
        other.score >= match.score * 0.9,
    );
  const kept = found
    .filter((match) => !explains(match))
    .sort((one, other) => other.score - one.score || one.phrase.owner - other.phrase.owner);
  const best = kept[0];
  const rule = best === undefined ? undefined : reader.refusalRules[best.phrase.owner];
  return best === undefined || rule === undefined ? null : { ...rule, at: best.at };
}

/** True where a harmless look-alike of something that is refused stands in the words. */
export const isHarmless = (reader: ActReader, words: readonly PlacedWord[], places: Places): boolean =>
  findPhrases(reader.harmless, words, places).length > 0;

/** Acts of speech that the message, its sentences or clauses are as a whole, outcomes left aside. */
export function speechIn(reader: ActReader, words: readonly PlacedWord[]): HeardSpeech[] {
  return hearSpeech(reader.speech, words, WHOLE).filter(
    ({ speech, from }) => (speech !== 'yes' && speech !== 'no') || !isQuestion(words[from]),
  );
}

/** `what are you exactly` is no `exactly`. */
const isQuestion = (first: PlacedWord | undefined): boolean =>
  first !== undefined && (first.mood === 'asked' || WONDERING.has(bare(first.text)));

/** How like the whole message is to an example that is out of scope, 0..1. */
export function outOfScope(reader: ActReader, words: readonly PlacedWord[]): HeardSpeech | null {
  return likest(reader.speech, words, 0, words.length, new Set<SpeechKind>(['out-of-scope']));
}

const flipped = (outcome: Outcome): Outcome => (outcome === 'fixed' ? 'still-there' : outcome);

/** An outcome in the midst of a sentence. */
function embedded(
  reader: ActReader,
  words: readonly PlacedWord[],
  places: Places,
): { outcome: Outcome; at: number; score: number }[] {
  return findPhrases(reader.outcomes, words, places).flatMap((match) => {
    const outcome = OUTCOMES[match.phrase.owner];
    const first = words[match.at[0] ?? 0];
    if (
      outcome === undefined ||
      match.quality < EMBEDDED ||
      first === undefined ||
      first.mood === 'asked' ||
      first.mood === 'supposed'
    )
      return [];
    const clause = words.filter((word) => word.segment === first.segment);
    const beside = clause.filter((word) => word.kind === 'content').length - match.at.length;
    if (match.phrase.stems.length === 1 && beside > BESIDE_ONE_WORD) return [];
    const denied = denialOf(words, match) !== null;
    const from = match.at[0] ?? 0;
    if (
      outcome === 'fixed' &&
      !denied &&
      !isClaimed(reader.fixedForms, words, from, (match.at.at(-1) ?? from) + 1)
    )
      return [];
    return [{ outcome: denied ? flipped(outcome) : outcome, at: match.at.at(-1) ?? 0, score: match.score }];
  });
}

const THANKS: ReadonlySet<SpeechKind> = new Set(['thanks']);
/** True where the whole message tells that something did not help: `no luck` is no answer to a question. */
export function isOutcomeAlone(reader: ActReader, words: readonly PlacedWord[]): boolean {
  const told = likest(reader.speech, words, 0, words.length, OUTCOME_OR_NOT);
  return told?.speech === 'still-there' && told.score >= LIKE_ENOUGH && words[0]?.mood !== 'asked';
}

/** Longest thanks before what is told, in words. Range 1..6: `thank you very much that did it` has four. */
const LONGEST_THANKS = 4;
/** Longest message of thanks and what is told, in words. Range 4..20: longer ones tell of something else. */
const LONGEST_THANKFUL = 10;

/** `cheers that did it`: what is told behind a thanks that no comma sets apart. */
function behindThanks(reader: ActReader, words: readonly PlacedWord[]): HeardSpeech | null {
  if (words.length > LONGEST_THANKFUL) return null;
  for (let from = 1; from <= Math.min(LONGEST_THANKS, words.length - 1); from++) {
    const thanks = likest(reader.speech, words, 0, from, THANKS);
    if (thanks === null || thanks.score < LIKE_ENOUGH) continue;
    const told = likest(reader.speech, words, from, words.length, OUTCOME_SPEECH);
    if (told !== null && told.score >= LIKE_ENOUGH) return told;
  }
  return null;
}

/** What the message says of the remedy tried, and the place of its last word; the last word counts. `loosely`: also in the midst of a sentence. */
export function outcomeIn(
  reader: ActReader,
  words: readonly PlacedWord[],
  places: Places,
  loosely: boolean,
): { readonly outcome: Outcome; readonly at: number } | null {
  const whole = likest(reader.speech, words, 0, words.length, OUTCOME_OR_NOT);
  const thanked = behindThanks(reader, words);
  if (thanked === null && whole !== null && whole.score >= LIKE_ENOUGH && !OUTCOME_SPEECH.has(whole.speech))
    return null;
  const units = [
    ...(thanked === null ? [] : [thanked]),
    ...hearSpeech(reader.speech, words, OUTCOME_SPEECH),
  ].filter((unit) => words[unit.from]?.mood !== 'asked');
  const heard = units.flatMap((unit) => {
    const outcome = OUTCOMES.find((each) => each === unit.speech);
    if (outcome === 'fixed' && !isClaimed(reader.fixedForms, words, unit.from, unit.to)) return [];
    return outcome === undefined ? [] : [{ outcome, at: unit.to - 1, score: 10 }];
  });
  const all = loosely ? [...heard, ...embedded(reader, words, places)] : heard;
  const last = all.sort(
    (one, other) =>
      (words[other.at]?.segment ?? 0) - (words[one.at]?.segment ?? 0) || other.score - one.score,
  )[0];
  return last ?? null;
}
