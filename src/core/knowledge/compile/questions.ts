/** Questions with all their answers and base rates. */

import type { AuthoredKinds } from '../authored.ts';
import type { Answer, AnswerLikelihoods, Family, Id, Question, Role, Step } from '../model.ts';
import { likelihoods, seconds } from './numbers.ts';

type WrittenQuestion = AuthoredKinds['question'];

/** What answers can be made of. */
export interface Known {
  readonly families: readonly Family[];
  readonly roles: readonly Role[];
  readonly steps: readonly Step[];
}

/**
 * P(answer) below which no base rate of a `choose: one` question falls before it is scaled: an answer that nobody
 * expects must still be possible. At 0 one unexpected answer would rule out a whole family; near 1 / answers the
 * base rates would say nothing.
 */
export const LEAST_USUALLY = 0.005;

/**
 * P(answer) for an answer of a `choose: many` question of which nothing is said: each is its own yes or no, and
 * most things that can be the case are not. At 0 nothing that is seen could be by chance; at 0.5 seeing it would
 * say little.
 */
export const USUALLY_OF_MANY = 0.1;

/** Probability that an answer is a slip where the author says nothing: a wrong button, a misread lamp. 0..0.5. */
export const NOISE = 0.02;

/** Never fails: everything has been checked. */
export function compileQuestion(written: WrittenQuestion, known: Known): Question {
  const answers = answersOf(written, known);
  return {
    id: written.id,
    about: written.about,
    families: written.families === 'all' ? known.families.map(({ id }) => id) : written.families,
    choose: written.choose,
    ask: written.ask ?? null,
    why: written.why ?? null,
    costSeconds: written.takes === undefined ? 0 : seconds(written.takes),
    who: written.who ?? known.roles[0]?.id ?? '',
    answers,
    answersAre: typeof written.answers === 'string' ? written.answers : 'listed',
    usually: usually(
      written,
      answers.map(({ id }) => id),
    ),
    noise: written.noise ?? NOISE,
  };
}

function answersOf(written: WrittenQuestion, known: Known): readonly Answer[] {
  const made = (id: Id, label: string, phrases: readonly string[]): Answer => ({
    id,
    label,
    phrases,
    says: null,
    offered: true,
  });
  switch (written.answers) {
    case 'families':
      return known.families.map(({ id, label, aliases, models }) => made(id, label, [...aliases, ...models]));
    case 'roles':
      return known.roles.map(({ id, label, phrases }) => made(id, label, phrases));
    case 'steps':
      return known.steps.map(({ id, title, saidDone }) => made(id, title, saidDone));
    default:
      return written.answers.map(({ id, label, phrases, says, offered }) => ({
        id,
        label,
        phrases: phrases ?? [],
        says: says ?? null,
        offered: offered ?? true,
      }));
  }
}

/**
 * `one`: what is listed keeps its share, the others share the rest evenly, none falls below `LEAST_USUALLY`, and
 * all sum to 1. `many`: what is listed, `USUALLY_OF_MANY` elsewhere.
 */
function usually(written: WrittenQuestion, ids: readonly Id[]): AnswerLikelihoods {
  const listed = new Map(Object.entries(likelihoods(written.usually ?? {})));
  if (written.choose === 'many')
    return Object.fromEntries(ids.map((id) => [id, listed.get(id) ?? USUALLY_OF_MANY]));
  const stated = [...listed.values()].reduce((sum, each) => sum + each, 0);
  const unlisted = ids.filter((id) => !listed.has(id)).length;
  const rest = Math.max(0, 1 - stated) / Math.max(1, unlisted);
  const raised = ids.map((id): [Id, number] => [id, Math.max(LEAST_USUALLY, listed.get(id) ?? rest)]);
  const sum = raised.reduce((all, [, each]) => all + each, 0);
  return Object.fromEntries(raised.map(([id, each]) => [id, each / sum]));
}
