/** Questions with all their answers and base rates. */

import type { AuthoredKinds } from '../authored.ts';
import {
  type Answer,
  type Family,
  type Id,
  NOT_HERE,
  type Question,
  type Role,
  type Step,
} from '../model.ts';
import { seconds } from './numbers.ts';
import { usuallyOf } from './usually.ts';

type WrittenQuestion = AuthoredKinds['question'];

/** What answers can be made of. */
export interface Known {
  readonly families: readonly Family[];
  readonly roles: readonly Role[];
  readonly steps: readonly Step[];
  /** What the choice says by which people tell that their device has no such thing. */
  readonly notHere: string;
}

/** Probability that an answer is a slip where the author says nothing: a wrong button, a misread lamp. 0..0.5. */
export const NOISE = 0.02;

/**
 * P("my device has no such thing" | the question applies to the family), 0..1: somebody overlooks it, or has an odd
 * model. At 0 one such answer would rule out a family for good; above 0.1 it would hardly speak against one.
 */
const OVERLOOKED = 0.02;

/** Never fails: everything has been checked. */
export function compileQuestion(written: WrittenQuestion, known: Known): Question {
  const listed = answersOf(written, known);
  const usually = usuallyOf(
    written,
    listed.map(({ id }) => id),
  );
  const families = written.families === 'all' ? known.families.map(({ id }) => id) : written.families;
  const elsewhere = written.ask !== undefined && families.length < known.families.length;
  return {
    id: written.id,
    about: written.about,
    families,
    choose: written.choose,
    ask: written.ask ?? null,
    why: written.why ?? null,
    costSeconds: written.takes === undefined ? 0 : seconds(written.takes),
    who: written.who ?? known.roles[0]?.id ?? '',
    answers: elsewhere ? [...listed, notHere(known)] : listed,
    answersAre: typeof written.answers === 'string' ? written.answers : 'listed',
    usually: elsewhere ? { ...usually, [NOT_HERE]: OVERLOOKED } : usually,
    noise: written.noise ?? NOISE,
  };
}

function notHere(known: Known): Answer {
  return { id: NOT_HERE, label: known.notHere, phrases: [], says: null, offered: true };
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
