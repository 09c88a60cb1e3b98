/** Where a message's clauses begin and end, and in what mood they stand: said, asked, wondered or only supposed. */

import { DETERMINERS, LIGHT_PARTICLES, PRONOUNS, SUBORDINATORS } from './english.ts';
import { type Line, layOut, type Part } from './layout.ts';
import { type Mood, moodsOf } from './moods.ts';
import { readWords, type Vocabulary, type Word } from './words.ts';

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
/** After a comma: goes on with what stands before it: `tried the spare, same thing`. */
const GOES_ON = /^(?:same|too|either|ditto|likewise)$/;
const SEGMENT_END = /[,()[\]{}]|\.{2,}/;

/** `6.2`, `0,5`. */
const isDecimal = (text: string, end: number, start: number): boolean =>
  start === end + 1 && /^\d[.,]\d$/.test(text.slice(end - 1, start + 1));

function breakBetween(text: string, before: Word, word: Word, lineStart: number): Break {
  const gap = text.slice(before.end, word.start);
  if (gap === ' ' || isDecimal(text, before.end, word.start)) return 'none';
  if (SENTENCE_END.test(gap)) return 'sentence';
  if (gap.includes('\n')) {
    const wrapped =
      /^[^\S\n]*\n[^\S\n]*$/.test(gap) &&
      before.end - lineStart >= WRAPPED_FROM &&
      /^\p{Ll}/u.test(text.slice(word.start, word.start + 2));
    if (!wrapped) return 'sentence';
  }
  return SEGMENT_END.test(gap) && !GOES_ON.test(word.text) ? 'segment' : 'none';
}

/** A `no` that answers, with the comma or without: `no I meant I was weighing` denies no weight. */
const ANSWERING_NO: ReadonlySet<string> = new Set(['no', 'nope', 'nah']);
const SAYERS: ReadonlySet<string> = new Set(['i', 'we', 'you', 'he', 'she', 'they', "i'm", "we're"]);

interface Draft {
  readonly word: Word;
  readonly part: Part;
  readonly segment: number;
  readonly sentence: number;
  readonly scope: number;
  readonly quoted: Quote['mood'] | null;
}

function drafts(text: string, words: readonly Word[], lines: readonly Line[]): Draft[] {
  const out: Draft[] = [];
  let line = 0;
  let segment = 0;
  let sentence = 0;
  let scope = 0;
  const quotedAs = quoting(text);
  for (const [at, word] of words.entries()) {
    while (line + 1 < lines.length && word.start > (lines[line]?.end ?? 0)) line++;
    const here = lines[line];
    const part = here?.part ?? 'own';
    const before = out.at(-1);
    const quoted = quotedAs(word);
    if (before !== undefined) {
      const lineStart =
        lines[before.word.end <= (here?.start ?? 0) ? Math.max(0, line - 1) : line]?.start ?? 0;
      const found = before.part === part ? breakBetween(text, before.word, word, lineStart) : 'sentence';
      const next = words[at + 1]?.text ?? '';
      if (found === 'sentence') sentence++;
      const answers = ANSWERING_NO.has(before.word.text) && SAYERS.has(word.text);
      const ends =
        found !== 'none' ||
        // What is said and what a label rules make no phrase together.
        ((quoted === 'supposed') !== (before.quoted === 'supposed') &&
          text.slice(before.word.end, word.start).includes('"')) ||
        word.text === 'but' ||
        word.text === 'however' ||
        (answers && out.at(-2)?.sentence !== before.sentence);
      const opens = DETERMINERS.has(next) || PRONOUNS.has(next);
      const goesOn = word.text === 'and' && opens;
      // `beeps and then refuses` is one thing.
      const follows = word.text === 'then' && before.word.text === 'and' && !opens;
      if (ends) segment++;
      if (ends || goesOn || (SUBORDINATORS.has(word.text) && !follows)) scope++;
    }
    out.push({ word, part, segment, sentence, scope, quoted });
  }
  return out;
}

/** Between double quotes: what a screen or a body of JSON says, or a person. */
const QUOTED = /"[^"\n]{2,300}"/g;
/** Before a quote: a person says it, who tells nothing of this case by that. */
const BY_PERSON = /\b(?:asks|asked|wrote|writes|told|replied|suggested)\b[^"\n.]{0,20}$/i;

/** Around a quote: it stands on something that is printed, and not on a screen. */
const PRINT =
  'labels?|stickers?|notices?|signs?|plates?|posters?|tags?|leaflets?|booklets?|manuals?|instructions?|guides?';
const ON_PRINT_BEFORE = new RegExp(`\\b(?:${PRINT})\\b[^"\\n.]{0,40}$`, 'i');
const ON_PRINT_AFTER = new RegExp(
  `^"?[\\s,]*(?:(?:is|it|its|it's|stands|was|says|reads|what|that|written|printed|so)\\s+){0,4}(?:(?:on|in)\\s+)?(?:the|a|our|my|its|that)\\s+(?:\\w+\\s+)?(?:${PRINT})\\b`,
  'i',
);
/** In print: what follows is a rule for all devices, `if removed`. What a rule equates is one from its beginning. */
const RULING = /\b(?:if|when|once|unless|before|must|never|do not|don't)\b/i;
const EQUATING = /[=→⇒]|->/;

interface Quote {
  readonly start: number;
  readonly end: number;
  readonly mood: 'shown' | 'supposed';
}

/** What a quote is: the words of a person tell nothing of the case, nor do the rules that a label prints. */
function quotesOf(text: string, start: number, quoted: string): readonly Quote[] {
  const end = start + quoted.length;
  const before = text.slice(Math.max(0, start - 80), start);
  if (BY_PERSON.test(before)) return [{ start, end, mood: 'supposed' }];
  const isPrint = ON_PRINT_BEFORE.test(before) || ON_PRINT_AFTER.test(text.slice(end, end + 80));
  const ruling = isPrint ? (EQUATING.test(quoted) ? 0 : quoted.search(RULING)) : -1;
  if (ruling < 0) return [{ start, end, mood: 'shown' }];
  return [
    { start, end: start + ruling, mood: 'shown' },
    { start: start + ruling, end, mood: 'supposed' },
  ];
}

/** The mood of a word between quotes, null outside; words are asked about in their order. */
function quoting(text: string): (word: Word) => 'shown' | 'supposed' | null {
  const spans = [...text.matchAll(QUOTED)].flatMap((match) => quotesOf(text, match.index, match[0]));
  let at = 0;
  return (word) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= word.start) at++;
    const span = spans[at];
    return span !== undefined && word.start >= span.start && word.end <= span.end ? span.mood : null;
  };
}

/** What is only supposed stays so between quotes: `the manual says "…"`. */
const quotedMood = (quoted: 'shown' | 'supposed' | null, mood: Mood): Mood =>
  quoted === null || mood === 'supposed' ? mood : quoted;

/** Reads a text into words that know where they stand. */
export function readMessage(vocabulary: Vocabulary, text: string): PlacedWord[] {
  const rough = drafts(text, readWords(vocabulary, text), layOut(text));
  const placed: PlacedWord[] = [];
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
        mood: quotedMood(draft.quoted, moods[at - from] ?? 'said'),
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
