/** Phrases of one answer that are heard as another. */

import { newConversation } from '../core/conversation.ts';
import type { Id, KnowledgeBase, Question } from '../core/knowledge/model.ts';
import type { Finding } from '../core/knowledge/parse.ts';
import { tellingStems } from '../core/language/phrases.ts';
import { understand } from '../core/language/understand.ts';
import type { Prepared } from '../core/prepare.ts';
import type { Paths } from './paths.ts';

/** A phrase as the reader compares it. */
interface Said {
  readonly answer: Id;
  readonly where: readonly (string | number)[];
  readonly text: string;
  /** Its words, by their stems. */
  readonly stems: ReadonlySet<string>;
  readonly telling: readonly string[];
}

/**
 * Complains of phrases that the reader takes for another answer of the same question: two answers that exclude each
 * other say the same there, once endings, small words and words that mean the same are taken away.
 */
export function ambiguousPhrases(kb: KnowledgeBase, prepared: Prepared, paths: Paths): Finding[] {
  return kb.questions
    .filter(({ choose, answersAre }) => choose === 'one' && answersAre === 'listed')
    .flatMap((question) => {
      const sought = soughtOf(prepared, question);
      return phrasesOf(prepared, question).flatMap((phrase) => {
        const others = sought.filter((other) => mayBeHeardIn(other, phrase));
        if (others.length === 0) return [];
        // What two answers have in common alike is heard as neither.
        const heard = heardAs(prepared, question, phrase.text) ?? twinIn(others, phrase);
        if (heard === null || heard === phrase.answer) return [];
        return [
          {
            code: 'AMBIGUOUS_PHRASE' as const,
            path: paths.question(question.id),
            where: phrase.where,
            point: 'value' as const,
            message: `"${phrase.text}" should mean "${phrase.answer}", but is heard as "${heard}" of the same question`,
            suggestion: 'put a word into it that only this answer has, or take it out of both',
          },
        ];
      });
    });
}

function phrasesOf({ language }: Prepared, question: Question): readonly Said[] {
  return question.answers.flatMap(({ id, phrases }, answer) =>
    phrases.map((text, index) => ({
      answer: id,
      where: ['answers', answer, 'phrases', index],
      text,
      stems: new Set(tellingStems(language.vocabulary, text, true)),
      telling: tellingStems(language.vocabulary, text, false),
    })),
  );
}

/** What the reader looks for in messages: the stems of a phrase without its small words. */
interface Sought {
  readonly answer: Id;
  readonly stems: readonly string[];
}

function soughtOf({ language }: Prepared, question: Question): readonly Sought[] {
  return question.answers.flatMap(({ id, phrases }) =>
    phrases.map((text) => ({ answer: id, stems: tellingStems(language.vocabulary, text, false) })),
  );
}

/** The answer that has a phrase of the same telling words. */
function twinIn(others: readonly Sought[], phrase: Said): Id | null {
  const telling = (stems: readonly string[]): string => [...stems].sort().join(' ');
  const own = telling(phrase.telling);
  return others.find(({ stems }) => telling(stems) === own)?.answer ?? null;
}

/** Only where all that is sought for another answer stands in a phrase is it worth listening. */
function mayBeHeardIn(other: Sought, phrase: Said): boolean {
  return other.answer !== phrase.answer && other.stems.every((stem) => phrase.stems.has(stem));
}

/** Which answer of a question is heard first, where somebody says just this. */
function heardAs({ language }: Prepared, question: Question, text: string): Id | null {
  const said = { kind: 'said', id: 'phrase', at: 0, text, messageId: null, attachments: 0 } as const;
  const { facts } = understand(language, newConversation('en', null), said);
  return facts.find((fact) => fact.question === question.id && !fact.denied)?.answer ?? null;
}
