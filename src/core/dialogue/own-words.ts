/** What somebody said of a case, in their own words and each text once: in the report, beside an answer or a remedy. */

import type { Case, Fact, ReportedText, TriedRemedy } from '../conversation.ts';
import { turnsTelling } from './case.ts';
import { shortened } from './fact-words.ts';

/** Most characters of one text that are quoted, 200 to 2,000: a ticket of forty lines is read elsewhere. */
const QUOTED = 1_000;

/** Fewest words with which a text of the case, a remark or what asks for a person tells something: `a human please` does not. */
const FEWEST_WORDS = { text: 3, remark: 4, asks: 5 } as const;

/** The words of a case by where a colleague looks for them. */
export interface OwnWords {
  /** All that is quoted nowhere else, in the order in which it was said; empty: nothing was said in words. */
  readonly report: string;
  /** What was said with an answer; null: it was picked, or said in a word. */
  readonly ofAnswer: (fact: Fact) => string | null;
  /** What was said of how a remedy went; null: it was picked, or was not told. */
  readonly ofRemedy: (tried: TriedRemedy) => string | null;
}

/** Whether an answer was picked or replied, so that it is told with its question; the others stand in the report. */
export const isAnswer = ({ texts }: Case, { known, turn }: Fact): boolean =>
  known === 'chosen' || !texts.some((text) => text.turn === turn && text.isReply !== true);

/** Sorts the words of a case; `asksAt` is the turn that asked for a person, null where none did. */
export function ownWords(ours: Case, asksAt: number | null): OwnWords {
  const replied = new Set(ours.facts.filter((fact) => isAnswer(ours, fact)).map(({ turn }) => turn));
  const outcomes = new Set(ours.tried.flatMap(turnsOf));
  const quoted = new Map(ours.texts.map(({ turn, text }) => [turn, oneLine(text)]));
  const isElsewhere = ({ turn, isReply }: ReportedText): boolean =>
    outcomes.has(turn) || (isReply === true && replied.has(turn));
  return {
    report: sentences(reported(ours, asksAt).filter((text) => !isElsewhere(text))),
    ofAnswer: ({ turn, quote }) => {
      const words = replied.has(turn) ? (quoted.get(turn) ?? '') : '';
      return words !== '' && (quote !== null || wordCount(words) >= FEWEST_WORDS.text) ? words : null;
    },
    ofRemedy: (entry) => {
      const turns = new Set(turnsOf(entry));
      const words = sentences(ours.texts.filter(({ turn }) => turns.has(turn)));
      return words === '' ? null : words;
    },
  };
}

/** The turns that told something of a remedy; what is left after it stands in the report. */
const turnsOf = (entry: TriedRemedy): readonly number[] =>
  turnsTelling(entry).filter((turn) => entry.outcome !== 'partly' || turn !== entry.toldTurn);

/** All of one case in its own words, for whoever only wants to know what it is about. */
export const allWords = (ours: Case): string => sentences(reported(ours, null));

/** What tells something, in the order in which it was said. */
function reported({ texts, remarks = [] }: Case, asksAt: number | null): readonly ReportedText[] {
  const tells = (text: ReportedText, least: number): boolean => wordCount(text.text) >= least;
  const told = texts.filter(
    (text) =>
      text.isNumber !== true && tells(text, text.turn === asksAt ? FEWEST_WORDS.asks : FEWEST_WORDS.text),
  );
  const all = [...told, ...remarks.filter((text) => tells(text, FEWEST_WORDS.remark))];
  return all.length === 0 ? texts.slice(0, 1) : all.sort((one, other) => one.turn - other.turn);
}

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** A line of a form: `Since: Tuesday 08:30`. */
const FIELD = /^[^:.!?]{1,40}:\s/u;
const ENDS = /[.!?…;:][\p{Pf}\p{Pe}"']*$/u;

/** Texts one after the other, each of them a sentence. */
function sentences(texts: readonly ReportedText[]): string {
  const all = [...new Set(texts.map(({ text }) => oneLine(text)))];
  return all.map((text, at) => (at === all.length - 1 || ENDS.test(text) ? text : `${text}.`)).join(' ');
}

/** A text in one line; the lines of a form stay apart. */
function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const kept = lines.filter((line) => line !== '');
  const joined = kept.map((line, at) => {
    const next = kept[at + 1];
    const isForm = next !== undefined && (FIELD.test(line) || FIELD.test(next));
    return isForm && !ENDS.test(line) ? `${line};` : line;
  });
  return shortened(joined.join(' '), QUOTED);
}
