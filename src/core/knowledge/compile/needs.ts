/** Things that people have or have not, as questions that nobody asks, and what they say of problems. */

import type { AuthoredKinds } from '../authored.ts';
import type { Shelves } from '../base.ts';
import { ABOUT_THINGS, HAS, type Id, type Needs, NONE } from '../model.ts';

type WrittenProblem = AuthoredKinds['problem'];
type WrittenQuestion = AuthoredKinds['question'];
type WrittenThing = AuthoredKinds['things']['things'][number];

/** The question that a thing is: of every device, and never asked. */
export function questionOfThing({ id, none, has }: WrittenThing): WrittenQuestion {
  return {
    id,
    about: ABOUT_THINGS,
    families: 'all',
    choose: 'one',
    answers: [
      { id: HAS, label: has.label, phrases: has.phrases ?? [] },
      { id: NONE, label: none.label, phrases: none.phrases ?? [], lacks: [id] },
    ],
    usually: { [NONE]: none.usually },
    // How surely it was heard says how far it counts; nobody presses a wrong button here.
    noise: 0,
  };
}

/**
 * P(somebody says that there is none of a thing | a problem that needs it), 0..1. Rarer than `never`, because what else
 * they say is often like what is said of such a problem: a time clock has a badge and a reader, as a door has. 0 would
 * make a misheard word final.
 */
const SAID_NEVERTHELESS = 0.001;

/** The questions of a base, those among them that its things are. */
export function allQuestions({ question, things }: Shelves): readonly WrittenQuestion[] {
  return [
    ...question.map(({ value }) => value),
    ...things.flatMap(({ value }) => value.things.map(questionOfThing)),
  ];
}

/** A problem with the signs that follow from what it needs: who gives an answer that lacks it never has the problem. */
export function withNeededSigns(
  problem: WrittenProblem,
  questions: readonly WrittenQuestion[],
): WrittenProblem {
  const { needs = [] } = problem;
  if (needs.length === 0) return problem;
  const signs = questions
    .filter((question) => isAbout(question, problem))
    .flatMap((question) => {
      const lacking = answersOf(question).filter(({ lacks = [] }) => lacks.some((id) => needs.includes(id)));
      const isThing = question.ask === undefined && needs.includes(question.id);
      const never = isThing ? SAID_NEVERTHELESS : ('never' as const);
      const implied = Object.fromEntries(lacking.map(({ id }) => [id, never]));
      return lacking.length === 0
        ? []
        : [[question.id, { ...implied, ...problem.signs[question.id] }] as const];
    });
  return { ...problem, signs: { ...problem.signs, ...Object.fromEntries(signs) } };
}

const answersOf = ({ answers }: WrittenQuestion) => (typeof answers === 'string' ? [] : answers);

const isAbout = ({ families }: WrittenQuestion, problem: WrittenProblem): boolean =>
  families === 'all' || families.some((family) => family in problem.families);

/** Which things are needed by what, and by which answers they are known to be lacking. */
export function compileNeeds(shelves: Shelves): Needs {
  const questions = allQuestions(shelves);
  return {
    things: new Set(shelves.things.flatMap(({ value }) => value.things.map(({ id }) => id))),
    ofQuestion: needsById(questions),
    ofStep: needsById(shelves.step.map(({ value }) => value)),
    ofProblem: needsById(shelves.problem.map(({ value }) => value)),
    lackedBy: new Map(
      questions.flatMap((question) => {
        const lacking = answersOf(question).flatMap(({ id, lacks }) =>
          lacks === undefined ? [] : [[id, lacks] as const],
        );
        return lacking.length === 0 ? [] : [[question.id, new Map(lacking)] as const];
      }),
    ),
  };
}

const needsById = (
  all: readonly { readonly id: Id; readonly needs?: readonly Id[] | undefined }[],
): ReadonlyMap<Id, readonly Id[]> =>
  new Map(all.flatMap(({ id, needs }) => (needs === undefined ? [] : [[id, needs] as const])));
