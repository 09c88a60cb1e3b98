/** Codes and numbers that answer a question: `C04`, `28841105`, `"code":1004`. */

import type { CodeRule, Id, KnowledgeBase } from '../knowledge/model.ts';
import type { PlacedWord } from './clauses.ts';
import type { Grammar } from './grammar.ts';
import { matchesOf } from './matches.ts';
import { readWords, type Vocabulary } from './words.ts';

/** A rule made ready. */
export interface CodeMatcher {
  readonly question: Id;
  readonly pattern: RegExp;
  readonly answer: Id | null;
  /** Each the stems of one word or phrase; one must stand in the message. Empty: none is needed. */
  readonly near: readonly (readonly string[])[];
}

/** What reading codes needs. */
interface CodeReader {
  readonly codes: readonly CodeMatcher[];
  /** `question\nanswer` of every answer. */
  readonly codeAnswers: ReadonlySet<string>;
  readonly grammar: Grammar;
}

export interface FoundCode {
  readonly question: Id;
  readonly answer: Id;
  readonly start: number;
  readonly end: number;
}

/** Most codes that are read in one message, a bound on time. */
const MOST_CODES = 200;
const PART_AFTER = /^(?:[.,:/-]\d|[ -]\d{2,})/;

/** Makes rules ready. A pattern is matched without regard to case. */
export function compileCodes(kb: KnowledgeBase, vocabulary: Vocabulary): CodeMatcher[] {
  return kb.lexicon.codes.map((rule: CodeRule) => ({
    question: rule.question,
    pattern: new RegExp(rule.pattern, 'giu'.replace('u', needsUnicode(rule.pattern) ? 'u' : '')),
    answer: rule.answer,
    near: rule.near
      .map((text) => readWords(vocabulary, text).map((word) => word.stem))
      .filter((stems) => stems.length > 0),
  }));
}

const needsUnicode = (pattern: string): boolean => /\\[pP]\{/.test(pattern);

/** True for a bare number that is a quantity, a date or a part of a longer number. */
function isQuantity({ notCode }: Grammar, text: string, start: number, end: number): boolean {
  if (!/^\d+$/.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 12);
  return notCode.behind.test(after) || notCode.before.test(before) || PART_AFTER.test(after);
}

/** Codes in a text, of which the words are given, that are answers. `part` says which places of the text count. */
export function readCodes(
  reader: CodeReader,
  text: string,
  words: readonly PlacedWord[],
  counts: (offset: number) => boolean,
): FoundCode[] {
  const { codes, codeAnswers, grammar } = reader;
  const stems = new Set(words.map((word) => word.stem));
  const found: FoundCode[] = [];
  for (const { question, pattern, answer, near } of codes) {
    if (near.length > 0 && !near.some((needed) => needed.every((stem) => stems.has(stem)))) continue;
    for (const match of matchesOf(pattern, text)) {
      if (found.length >= MOST_CODES) return found;
      const code = match[1] ?? match[0];
      const start = match.index + Math.max(0, match[0].indexOf(code));
      const end = start + code.length;
      const meant = answer ?? code.toLowerCase().replace(/[\s-]+/g, '');
      if (
        code === '' ||
        !codeAnswers.has(`${question}\n${meant}`) ||
        !counts(start) ||
        isQuantity(grammar, text, start, end)
      )
        continue;
      found.push({ question, answer: meant, start, end });
    }
  }
  return found;
}
