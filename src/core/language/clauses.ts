/** Where a message's clauses begin and end, and in what mood they stand: said, asked, wondered or only supposed. */

import {
  AUXILIARIES,
  CONDITIONAL,
  DETERMINERS,
  LIGHT_PARTICLES,
  OPENINGS,
  PRONOUNS,
  SUBORDINATORS,
  SUPPOSING,
  UNSURE,
  WONDERING,
} from './english.ts';
import { type Line, layOut, type Part } from './layout.ts';
import { readWords, type Vocabulary, type Word } from './words.ts';

/**
 * `said`: stated. `wondered`: part of a question that takes it for granted (`why does my till …`).
 * `asked`: in doubt (`is it the key?`). `supposed`: in an if. `shown`: between quotes, the words of a machine.
 */
export type Mood = 'said' | 'wondered' | 'asked' | 'supposed' | 'shown';

/** A word and where it stands. */
export interface PlacedWord extends Word {
  readonly part: Part;
  /** No phrase reaches over the end of its segment: a comma, a full stop, `but`. */
  readonly segment: number;
  readonly sentence: number;
  /** No negation reaches over the end of its scope: a segment, or `when`, `because`, `and the …`. */
  readonly scope: number;
  readonly mood: Mood;
  /** `on` and `in` that stand before a noun: `on the screen`. */
  readonly prepositional: boolean;
}

type Break = 'none' | 'segment' | 'sentence';

/** A line this long was probably wrapped by a mail program and goes on in the next. Range 30 to 80. */
const WRAPPED_FROM = 40;
const SENTENCE_END = /[!?;…•|]|\.(?=\s|["')\]]|$)|\s[-–—*=]+\s/;
const SEGMENT_END = /[,()[\]{}]|\.{2,}/;

function breakBetween(text: string, before: Word, word: Word, lineStart: number): Break {
  const gap = text.slice(before.end, word.start);
  if (gap === ' ') return 'none';
  if (SENTENCE_END.test(gap)) return 'sentence';
  if (gap.includes('\n')) {
    const wrapped =
      /^[^\S\n]*\n[^\S\n]*$/.test(gap) &&
      before.end - lineStart >= WRAPPED_FROM &&
      /^\p{Ll}/u.test(text.slice(word.start, word.start + 2));
    if (!wrapped) return 'sentence';
  }
  return SEGMENT_END.test(gap) ? 'segment' : 'none';
}

interface Draft {
  readonly word: Word;
  readonly part: Part;
  readonly segment: number;
  readonly sentence: number;
  readonly scope: number;
}

function drafts(text: string, words: readonly Word[], lines: readonly Line[]): Draft[] {
  const out: Draft[] = [];
  let line = 0;
  let segment = 0;
  let sentence = 0;
  let scope = 0;
  for (const [at, word] of words.entries()) {
    while (line + 1 < lines.length && word.start > (lines[line]?.end ?? 0)) line++;
    const here = lines[line];
    const part = here?.part ?? 'own';
    const before = out.at(-1);
    if (before !== undefined) {
      const lineStart =
        lines[before.word.end <= (here?.start ?? 0) ? Math.max(0, line - 1) : line]?.start ?? 0;
      const found = before.part === part ? breakBetween(text, before.word, word, lineStart) : 'sentence';
      const next = words[at + 1]?.text ?? '';
      if (found === 'sentence') sentence++;
      const ends = found !== 'none' || word.text === 'but' || word.text === 'however';
      const goesOn = word.text === 'and' && (DETERMINERS.has(next) || PRONOUNS.has(next));
      if (ends) segment++;
      if (ends || goesOn || SUBORDINATORS.has(word.text)) scope++;
    }
    out.push({ word, part, segment, sentence, scope });
  }
  return out;
}

const opens = (words: readonly string[]): readonly string[] => {
  let first = 0;
  while (first < words.length - 1 && OPENINGS.has(words[first] ?? '')) first++;
  return words.slice(first);
};

/** `is it`, `do I`, `should the`: a question of yes or no. A request (`could you help`) is none. */
function asksYesNo(words: readonly string[], marked: boolean): boolean {
  const [first = '', second = ''] = opens(words);
  if (!AUXILIARIES.has(first) || second === 'you' || second === 'someone' || second === 'anyone')
    return false;
  if (PRONOUNS.has(second) || second === 'this' || second === 'that') return true;
  return marked && (DETERMINERS.has(second) || words.length > 2);
}

function moodOf(words: readonly string[], marked: boolean, inherited: Mood): Mood {
  const first = opens(words)[0] ?? '';
  if (asksYesNo(words, marked)) return 'asked';
  if (inherited === 'asked' && (words[0] === 'or' || words[0] === 'and')) return 'asked';
  if (WONDERING.has(first) && (marked || first === 'how') && first !== 'when') return 'wondered';
  return 'said';
}

/** The mood of each word of one sentence. */
function moodsOf(sentence: readonly Draft[], marked: boolean): Mood[] {
  const texts = sentence.map((draft) => draft.word.text);
  const conditional = marked || texts.some((text) => CONDITIONAL.has(text));
  const moods: Mood[] = [];
  let inherited: Mood = 'said';
  let unsure = false;
  for (let from = 0; from < sentence.length; ) {
    const segment = sentence[from]?.segment;
    let to = from;
    while (to < sentence.length && sentence[to]?.segment === segment) to++;
    const own = moodOf(texts.slice(from, to), marked, inherited);
    let mood = own;
    for (let at = from; at < to; at++) {
      const text = texts[at] ?? '';
      unsure ||=
        UNSURE.has(text) &&
        sentence.slice(Math.max(0, at - 3), at).some((draft) => draft.word.kind === 'not');
      if (SUPPOSING.has(text))
        mood = text === 'if' && !conditional && !unsure && own === 'said' ? 'wondered' : 'supposed';
      else if (mood === 'wondered' && text === 'then') mood = own;
      else if (/^(might|could|may)$/.test(text) && texts[at + 1] === 'be') mood = 'supposed';
      moods.push(mood);
    }
    inherited = own;
    from = to;
  }
  return moods;
}

/** Between double quotes: what a screen or a body of JSON says. */
const SHOWN = /"[^"\n]{2,300}"/g;

/** Whether a machine said a word; words are asked about in their order. */
function showing(text: string): (word: Word) => boolean {
  const spans = [...text.matchAll(SHOWN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let at = 0;
  return (word) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= word.start) at++;
    const span = spans[at];
    return span !== undefined && word.start >= span.start && word.end <= span.end;
  };
}

/** Reads a text into words that know where they stand. */
export function readMessage(vocabulary: Vocabulary, text: string): PlacedWord[] {
  const rough = drafts(text, readWords(vocabulary, text), layOut(text));
  const placed: PlacedWord[] = [];
  const isShown = showing(text);
  for (let from = 0; from < rough.length; ) {
    const sentence = rough[from]?.sentence;
    let to = from;
    while (to < rough.length && rough[to]?.sentence === sentence) to++;
    const end = rough[to - 1]?.word.end ?? 0;
    const marked = /^[^\p{L}\p{N}]*\?/u.test(text.slice(end, end + 8));
    const moods = moodsOf(rough.slice(from, to), marked);
    for (let at = from; at < to; at++) {
      const draft = rough[at];
      if (draft === undefined) continue;
      const next = rough[at + 1];
      placed.push({
        text: draft.word.text,
        stem: draft.word.stem,
        rawStem: draft.word.rawStem,
        start: draft.word.start,
        end: draft.word.end,
        kind: draft.word.kind,
        inability: draft.word.inability,
        part: draft.part,
        segment: draft.segment,
        sentence: draft.sentence,
        scope: draft.scope,
        mood: isShown(draft.word) ? 'shown' : (moods[at - from] ?? 'said'),
        prepositional:
          LIGHT_PARTICLES.has(draft.word.text) &&
          next?.segment === draft.segment &&
          DETERMINERS.has(next.word.text),
      });
    }
    from = to;
  }
  return placed;
}
