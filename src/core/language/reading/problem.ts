/** What the reports of a case say of its problem and its kind of device, as likelihood ratios. */

import { classifyAgain } from '../../classifier/classify.ts';
import type { Model } from '../../classifier/model.ts';
import { type Case, NOTHING_TOLD, type TextEvidence } from '../../conversation.ts';
import type { Id } from '../../knowledge/model.ts';
import type { Heads } from './heads.ts';
import { UNDECIDED } from './message-lessons.ts';

/** What the texts that the case reported tell, all of them read as one; said again they tell the same. */
export function readProblems(heads: Heads, ours: Case): TextEvidence {
  const texts = ours.texts.filter(({ isReply }) => isReply !== true).map(({ text }) => text);
  const text = [...new Set(texts)].join('\n');
  const problem = heads.get('problem')?.model;
  if (text === '' || problem === undefined) return NOTHING_TOLD;
  const family = heads.get('family')?.model;
  return {
    problems: ratiosOf(problem, text),
    families: family === undefined ? new Map() : ratiosOf(family, text),
    isWhole: true,
  };
}

/**
 * P(text | label) / P(text) of each label: its probability over its share of the examples (Bayes), both among the labels
 * that tell something. As far as the text may tell none of them, it counts as 1.
 */
function ratiosOf(model: Model, text: string): ReadonlyMap<Id, number> {
  const { ranked, none } = classifyAgain(model, text);
  const undecided = ranked.find(({ label }) => label === UNDECIDED)?.probability ?? 0;
  const told = (1 - none) * (1 - undecided);
  const shares = 1 - (model.shares.get(UNDECIDED) ?? 0);
  return new Map(
    ranked
      .filter(({ label }) => label !== UNDECIDED)
      .map(({ label, probability }) => {
        const share = (model.shares.get(label) ?? 1) / shares;
        const ratio = probability / Math.max(LEAST, 1 - undecided) / share;
        return [label, told * ((1 - MISREAD) * ratio + MISREAD) + (1 - told)];
      }),
  );
}

/**
 * Share of texts in which the words mislead, whatever their probability says, 0..0.2. At 0 a remedy that did not help
 * leaves nothing that is worth asking about; at 0.2 a plain report is asked about needlessly.
 */
const MISREAD = 0.02;
/** Keeps the division finite where a text tells nothing at all. */
const LEAST = 1e-6;
