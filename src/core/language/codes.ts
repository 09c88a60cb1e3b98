/** Codes and numbers that answer a question: `C04`, `28841105`, `"code":1004`. */

import type { CodeRule, Id, KnowledgeBase } from '../knowledge/model.ts';
import type { AnswersById } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { CERTAIN, type FoundFact, foundAt } from './found.ts';
import type { Grammar } from './grammar.ts';
import type { Part } from './layout.ts';
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
  readonly byId: AnswersById;
  readonly grammar: Grammar;
}

/** Most codes that are read in one message, a bound on time. */
const MOST_CODES = 200;
const PART_AFTER = /^(?:[.,:/-]\d|[ -]\d{2,})/;

/** Makes rules ready. A pattern is matched without regard to case. */
export function compileCodes(kb: KnowledgeBase, vocabulary: Vocabulary): CodeMatcher[] {
  return kb.lexicon.codes.map((rule: CodeRule) => ({
    question: rule.question,
    pattern: new RegExp(rule.pattern, needsUnicode(rule.pattern) ? 'giu' : 'gi'),
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

/** Codes that are answers, in one part of a text, of which all words are given. */
export function readCodes(
  { codes, byId, grammar }: CodeReader,
  text: string,
  all: readonly PlacedWord[],
  part: Part,
): readonly FoundFact[] {
  const stems = new Set(all.flatMap((word) => (word.part === part ? [word.stem] : [])));
  const partAt = (offset: number): Part => all.find(({ end }) => end > offset)?.part ?? part;
  const found: FoundFact[] = [];
  for (const { question, pattern, answer, near } of codes) {
    if (near.length > 0 && !near.some((needed) => needed.every((stem) => stems.has(stem)))) continue;
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MOST_CODES) return found;
      const code = match[1] ?? match[0];
      const start = match.index + match[0].indexOf(code);
      const end = start + code.length;
      const own = byId.get(question)?.get(answer ?? code.toLowerCase().replace(/[\s-]+/g, ''));
      if (code === '' || own === undefined || partAt(start) !== part) continue;
      if (!isQuantity(grammar, text, start, end)) found.push(foundAt(own, { start, end }, CERTAIN));
    }
  }
  return found;
}
