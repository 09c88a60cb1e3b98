/** Questions with all their answers and base rates. */

import type { AuthoredKinds } from '../authored.ts';
import type { Answer, Family, Id, Question, Role, Step } from '../model.ts';
import { seconds } from './numbers.ts';
import { usuallyOf } from './usually.ts';

type WrittenQuestion = AuthoredKinds['question'];

/** What answers can be made of. */
export interface Known {
  readonly families: readonly Family[];
  readonly roles: readonly Role[];
  readonly steps: readonly Step[];
}

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
    usually: usuallyOf(
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
