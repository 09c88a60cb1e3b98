/** What tells the problem and the kind of device of a first message. */

import type { TrainOptions } from '../../classifier/model.ts';
import type { KnowledgeBase } from '../../knowledge/model.ts';
import { type Lesson, labelled } from './lesson.ts';

/**
 * Most problems of which one head tells. Range 100..1,000: its weights grow with problems times features, and at 500 a
 * message takes as long as all the rest of a turn. A larger base is searched instead.
 */
const MOST_PROBLEMS = 500;

/**
 * Fewest first messages a problem, on average, that a head learns from. Range 5..50: with fewer it takes the chance words
 * of its examples for signs, and the search says more.
 */
const FEWEST_MESSAGES = 8;

/** Whether people's first messages are known, so that heads read them. */
export const isTaught = ({ problems, examples }: KnowledgeBase): boolean =>
  problems.length <= MOST_PROBLEMS && examples.problems.length >= FEWEST_MESSAGES * problems.length;

/** The label of messages that do not tell what a head is about; no id has a space. */
export const UNDECIDED = 'not told';

/**
 * One part of five is enough to learn probabilities from: some thousand texts, for one training more. With 8 million
 * weights 50 problems are told no better than with 3, and take 11 MB instead of 4.
 */
const MESSAGE_OPTIONS: TrainOptions = { heldOut: 700, mostWeights: 3_000_000 };

/** The head that tells the problem. */
export const PROBLEM_HEAD = 'problem';

/** First messages that tell their problem, how people put it, and what authors call it. */
export function problemLessons(kb: KnowledgeBase): readonly Lesson[] {
  if (!isTaught(kb)) return [];
  const phrases = kb.problems.flatMap(({ id, title, saidAs }) => [title, ...saidAs].map(labelled(id)));
  const told = kb.examples.problems.map(({ says, level, problem }) =>
    labelled(level === 'decisive' ? problem : UNDECIDED)(says),
  );
  return [{ head: PROBLEM_HEAD, examples: [...phrases, ...told], options: MESSAGE_OPTIONS }];
}

/** Every message that tells its device, and the phrases of problems that one family alone has. */
export function familyLessons(kb: KnowledgeBase): readonly Lesson[] {
  if (!isTaught(kb) || kb.families.length < 2) return [];
  const phrases = kb.problems.flatMap(({ saidAs, families }) => {
    const [family, ...others] = Object.keys(families);
    return family === undefined || others.length > 0 ? [] : saidAs.map(labelled(family));
  });
  const names = kb.families.flatMap(({ id, label, aliases, models }) =>
    [label, ...aliases, ...models].map(labelled(id)),
  );
  const told = kb.examples.problems.map(({ says, family }) => labelled(family ?? UNDECIDED)(says));
  return [{ head: 'family', examples: [...names, ...phrases, ...told], options: MESSAGE_OPTIONS }];
}
