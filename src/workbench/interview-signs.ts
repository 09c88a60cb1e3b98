/** Which answers to the questions of the base speak for or against a problem. */

import { keysOf } from '../core/knowledge/authored/terms.ts';
import {
  type Id,
  LIKELIHOODS,
  type LikelihoodWord,
  NOT_HERE,
  type Question,
} from '../core/knowledge/model.ts';
import { type Asking, type Interview, onTo, type Taken } from './asking.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { factsOf, type SuggestedSigns, signsFrom } from './heard.ts';
import { picked } from './picked.ts';

/** How many questions are offered (5..20); others may be named. More than a screen is not read. */
const OFFERED_QUESTIONS = 12;

const WORDS: readonly LikelihoodWord[] = keysOf(LIKELIHOODS);

const familiesOf = ({ families }: Draft): readonly Id[] =>
  typeof families === 'object' && !Array.isArray(families) ? Object.keys(families) : [];

export function askSeen(desk: Desk, at: Interview): Asking {
  const suggested = suggestedFor(desk, at.draft);
  const all = questionsFor(desk, at.draft, suggested);
  const shown = all.slice(0, OFFERED_QUESTIONS);
  const heard = Object.keys(suggested);
  return {
    ask: 'Which of these questions would be answered otherwise than usual, when this is the problem?',
    hint: `Numbers${shown.length < all.length ? ', or the id of another question' : ''}. Enter: ${
      heard.length === 0 ? 'none' : `what is heard in their words (${heard.join(', ')})`
    }.`,
    choices: shown.map(({ id, ask }) => `${ask ?? id} (${id})`),
    take: (typed) => {
      if (typed === '') return onTo(at, 'step');
      const chosen = picked(
        typed,
        shown.map(({ id }) => id),
        all.map(({ id }) => id),
      );
      if (chosen.kind === 'unknown') return { kind: 'again', why: chosen.why };
      return { kind: 'on', interview: { ...at, stage: 'likelihoods', waiting: chosen.names } };
    },
  };
}

export function askLikelihoods(desk: Desk, at: Interview): Asking {
  const [id, ...rest] = at.waiting;
  const question = desk.kb.questions.find((each) => each.id === id);
  const answers = (question?.answers ?? []).filter((answer) => answer.id !== NOT_HERE);
  const suggested = id === undefined ? undefined : suggestedFor(desk, at.draft)[id];
  const words = Object.entries(suggested ?? {}).map(([answer, word]) => `${answer} ${word}`);
  return {
    ask: `"${question?.ask ?? id}" - how likely is each answer, when this is the problem?`,
    hint: `Like "1 usually 2 never"; the words are ${WORDS.join(', ')}. Enter: ${words[0] ?? 'nothing said of it'}.`,
    choices: answers.map(({ label }) => label),
    take: (typed) => {
      const read =
        typed === ''
          ? { kind: 'read' as const, likelihoods: suggested ?? {} }
          : likelihoodsIn(typed, answers);
      if (read.kind === 'again') return read;
      const signs = { ...at.draft.signs };
      if (id !== undefined && Object.keys(read.likelihoods).length > 0) signs[id] = { ...read.likelihoods };
      const draft = { ...at.draft, signs };
      return {
        kind: 'on',
        interview: { ...at, draft, waiting: rest, stage: rest.length === 0 ? 'step' : 'likelihoods' },
      };
    },
  };
}

const suggestedFor = (desk: Desk, draft: Draft): SuggestedSigns =>
  signsFrom(desk, factsOf(desk.prepared, draft.said_as ?? [draft.title ?? '']), familiesOf(draft));

/** Questions that are asked about these families: those that are heard first, then those with the most signs. */
function questionsFor({ kb }: Desk, draft: Draft, suggested: SuggestedSigns): readonly Question[] {
  const families = familiesOf(draft);
  const near = kb.problems.filter((problem) =>
    families.some((family) => Object.hasOwn(problem.families, family)),
  );
  const weight = ({ id }: Question): number =>
    (Object.hasOwn(suggested, id) ? near.length : 0) +
    near.filter(({ signs }) => Object.hasOwn(signs, id)).length;
  return kb.questions
    .filter(({ ask, answersAre, about }) => ask !== null && answersAre === 'listed' && about !== 'device')
    .filter((question) => families.some((family) => question.families.includes(family)))
    .sort((a, b) => weight(b) - weight(a));
}

type Read =
  | Extract<Taken, { kind: 'again' }>
  | { readonly kind: 'read'; readonly likelihoods: Readonly<Record<Id, LikelihoodWord>> };

/** Reads `1 usually, 2 never`; a number without a word is usually so. */
function likelihoodsIn(typed: string, answers: Question['answers']): Read {
  const likelihoods: Record<Id, LikelihoodWord> = {};
  let last: Id | null = null;
  for (const word of typed.split(/[\s,;:=]+/u).filter((each) => each !== '')) {
    const likelihood = WORDS.find((each) => each === word);
    if (likelihood !== undefined && last !== null) likelihoods[last] = likelihood;
    else {
      const ids = answers.map(({ id }) => id);
      const chosen = picked(word, ids, [...ids, ...WORDS]);
      const [id] = chosen.kind === 'picked' ? chosen.names : [];
      if (id === undefined || !ids.includes(id))
        return {
          kind: 'again',
          why: chosen.kind === 'unknown' ? chosen.why : `Begin with a number: "1 ${word}".`,
        };
      last = id;
      likelihoods[id] = 'usually';
    }
  }
  return { kind: 'read', likelihoods };
}
