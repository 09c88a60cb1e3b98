/** A knowledge base of which some phrases are held out, to see how what people say otherwise is understood. */

import type { Id, KnowledgeBase, Speech } from '../../src/core/knowledge/model.ts';
import { distinct, seeded } from './drawing.ts';

/** Every so many phrases one is held out. */
const ONE_IN = 5;
/** Answers of fewer phrases keep them all. */
const FEWEST = 3;

/** A base without the held-out phrases, and these with what they mean. */
export interface HeldOut {
  readonly base: KnowledgeBase;
  readonly answers: readonly { readonly question: Id; readonly answer: Id; readonly text: string }[];
  readonly speech: readonly { readonly speech: Speech; readonly text: string }[];
  /** Draws numbers in 0..1 by the same seed. */
  readonly random: () => number;
}

/** Holds out a fifth of the phrases of each answer of the questions that are asked, and of each act of speech; whole phrases, drawn by the seed. */
export function holdOut(kb: KnowledgeBase, seed: number): HeldOut {
  const random = seeded(seed);
  const taken = (texts: readonly string[]): ReadonlySet<string> =>
    new Set(
      distinct({ random, words: [] }, texts, texts.length < FEWEST ? 0 : Math.round(texts.length / ONE_IN)),
    );
  const answers: HeldOut['answers'][number][] = [];
  const questions = kb.questions.map((question) => ({
    ...question,
    answers: question.answers.map((answer) => {
      const out = taken(question.ask === null ? [] : answer.phrases);
      for (const text of out) answers.push({ question: question.id, answer: answer.id, text });
      return { ...answer, phrases: answer.phrases.filter((text) => !out.has(text)) };
    }),
  }));
  const spoken: HeldOut['speech'][number][] = [];
  const without = (speech: Speech): string[] => {
    const out = taken(kb.acts.speech[speech]);
    for (const text of out) spoken.push({ speech, text });
    return kb.acts.speech[speech].filter((text) => !out.has(text));
  };
  const speech = {
    greeting: without('greeting'),
    thanks: without('thanks'),
    why: without('why'),
    back: without('back'),
    restart: without('restart'),
    human: without('human'),
    fixed: without('fixed'),
    'still-there': without('still-there'),
    cannot: without('cannot'),
    'not-sure': without('not-sure'),
    yes: without('yes'),
    no: without('no'),
    correct: without('correct'),
    'out-of-scope': without('out-of-scope'),
  };
  return { base: { ...kb, questions, acts: { ...kb.acts, speech } }, answers, speech: spoken, random };
}
