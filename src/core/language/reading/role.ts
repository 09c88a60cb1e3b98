/** Who somebody is: the role that a text tells of whoever writes it. */

import type { TrainOptions } from '../../classifier/model.ts';
import type { Id, KnowledgeBase } from '../../knowledge/model.ts';
import { CERTAINTIES } from './certainties.ts';
import { type Heads, readWith } from './heads.ts';
import { answerPhrasesOf, type Lesson, labelled, replyKindOf, roleQuestionOf, spread } from './lesson.ts';
import type { Stated } from './statements.ts';
import { clausesOf, wordsIn } from './units.ts';

/** The head that tells who somebody is. */
export const ROLE_HEAD = 'role';

/** The label of texts that tell nothing of it; no id has a space. */
const NOBODY = 'not told';
/** Texts of each kind that tell nothing of it which the head is shown. 500 to 4,000. */
const SHOWN = 2_000;
const ROLE_OPTIONS: TrainOptions = { heldOut: 300, noneShare: 0.02, mostWeights: 160_000 };

/** What people say of who they are, and what they say of all else. */
export function roleLessons(kb: KnowledgeBase): readonly Lesson[] {
  const question = roleQuestionOf(kb);
  if (question === null) return [];
  const { replies, turns, problems } = kb.examples;
  const told = replies
    .filter((reply) => reply.question === question)
    .map(({ says, answer }) => labelled(replyKindOf(answer) === null ? answer : NOBODY)(says));
  const others = replies.filter((reply) => reply.question !== question);
  const nothing = [others, turns, problems].flatMap((texts: readonly { readonly says: string }[]) =>
    spread(texts, SHOWN).map(({ says }) => labelled(NOBODY)(says)),
  );
  const phrases = answerPhrasesOf(kb).get(question) ?? [];
  if (phrases.length + told.length === 0 || nothing.length === 0) return [];
  return [{ head: ROLE_HEAD, examples: [...phrases, ...told, ...nothing], options: ROLE_OPTIONS }];
}

/** Fewest words of a clause that tells who somebody is: a title in brackets is that of whoever stands before it. */
const FEWEST_WORDS = 2;

/**
 * The role that a text tells: all of it, or else the clause of several words that tells one most probably; null: none.
 * `isAsked`: a remedy was shown, which says that whoever is to be fetched may be the person.
 */
export function readRole(heads: Heads, question: Id | null, text: string, isAsked: boolean): Stated | null {
  if (question === null) return null;
  const least = isAsked ? CERTAINTIES.roleAsked : CERTAINTIES.role;
  const clauses = clausesOf(text).filter((clause) => wordsIn(clause).length >= FEWEST_WORDS);
  const [best] = [
    ...toldIn(heads, [text], least),
    ...toldIn(heads, clauses, least).sort((one, other) => other.probability - one.probability),
  ];
  if (best === undefined) return null;
  const start = text.indexOf(best.part);
  return {
    question,
    answer: best.label,
    probability: best.probability,
    start,
    end: start + best.part.length,
  };
}

/** The parts that tell a role at least so surely, with the likeliest. */
const toldIn = (heads: Heads, parts: readonly string[], least: number) =>
  parts
    .flatMap((part) =>
      (readWith(heads, ROLE_HEAD, part) ?? []).slice(0, 1).map((read) => ({ ...read, part })),
    )
    .filter(({ label, probability }) => label !== NOBODY && probability >= least);
