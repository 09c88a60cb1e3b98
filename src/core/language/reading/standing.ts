/** How a clause stands: it is so, or it is denied, asked, supposed, over, or said of something else. */

import type { TrainOptions } from '../../classifier/model.ts';
import { type KnowledgeBase, STANDINGS, type Standing } from '../../knowledge/model.ts';
import { type Heads, readWith } from './heads.ts';
import { type Lesson, labelled, repliesIn, replyKindOf, spread } from './lesson.ts';

/** The head that tells how a clause stands. */
export const STANDING_HEAD = 'standing';

/** Replies that are shown as what is so; more drown the rest. 100 to 2,000. */
const REPLIES_SHOWN = 500;
const STANDING_OPTIONS: TrainOptions = { heldOut: 200, noneShare: 0.02 };

/** Sentences that stand one way, and answers, which tell what is so. */
export function standingLessons(kb: KnowledgeBase): readonly Lesson[] {
  const { statements } = kb.examples;
  if (statements.length === 0) return [];
  const stated = statements.map(({ says, standing }) => labelled(standing)(says));
  const answers = repliesIn(kb).filter(({ answer }) => replyKindOf(answer) === null);
  const replies = spread(answers, REPLIES_SHOWN).map(({ says }) => labelled('so')(says));
  return [{ head: STANDING_HEAD, examples: [...stated, ...replies], options: STANDING_OPTIONS }];
}

/** How probably a clause stands each way, 0..1. */
export type Standings = Readonly<Record<Standing, number>>;

/** How a clause stands; surely so where no head tells. */
export function readStanding(heads: Heads, clause: string): Standings {
  const read = new Map(
    readWith(heads, STANDING_HEAD, clause)?.map(({ label, probability }) => [label, probability]),
  );
  const chances = { so: read.size === 0 ? 1 : 0, denied: 0, asked: 0, supposed: 0, over: 0, others: 0 };
  for (const standing of STANDINGS) chances[standing] = read.get(standing) ?? chances[standing];
  return chances;
}
