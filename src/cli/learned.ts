/** What closed cases say of each question, for a reader and for programs. */

import type { LearnedNoise } from '../core/diagnosis/learn-noise.ts';
import type { Id, KnowledgeBase } from '../core/knowledge/model.ts';

/**
 * How many cases must have answered a question before its noise is changed, 1 or more. One: chance decides; 1,000: what
 * is seldom asked is never changed.
 */
export const LEAST_CASES = 30;

/** A noise has so many decimals: what is finer is less than the cases tell. */
const DECIMALS = 3;

/**
 * What follows of it. `change`: the noise now lies outside the range. `fits`: it lies inside, so nothing speaks for
 * another. `too-few`: too few cases. `unheard`: none at all, or a question of which nothing can be learned.
 */
export type Verdict = 'change' | 'fits' | 'too-few' | 'unheard';

/** One question. Noises as `Question.noise` has them, 0..0.5; null where no case has an answer. */
export interface Finding {
  readonly question: Id;
  readonly now: number;
  readonly learned: number | null;
  /** With 95 % probability it is from `low` to `high`. */
  readonly low: number | null;
  readonly high: number | null;
  /** In how many cases it was answered. */
  readonly cases: number;
  readonly verdict: Verdict;
}

/** All that a file of cases says. */
export interface Learned {
  /** Hash of the knowledge that they are compared with. */
  readonly knowledge: string;
  readonly cases: number;
  /** How many of them were answered with another state of the knowledge. */
  readonly otherKnowledge: number;
  /** How many of them are of a problem that this knowledge does not have on such a device. */
  readonly passedOver: number;
  readonly badLines: number;
  /** In the order of the knowledge base. */
  readonly questions: readonly Finding[];
}

/** What was learned beside what is written. */
export function findingsOf(kb: KnowledgeBase, learned: ReadonlyMap<Id, LearnedNoise>): readonly Finding[] {
  return kb.questions.map(({ id, noise: now }) => {
    const { noise, range, answers } = learned.get(id) ?? { noise: now, range: null, answers: 0 };
    if (range === null)
      return { question: id, now, learned: null, low: null, high: null, cases: answers, verdict: 'unheard' };
    const [low, high] = [rounded(range.low), rounded(range.high)];
    // Never 0: nobody is above every slip, and a certain answer could never be outweighed.
    const found = Math.max(10 ** -DECIMALS, rounded(noise));
    const differs = (now < low || now > high) && found !== now;
    const verdict = answers < LEAST_CASES ? 'too-few' : differs ? 'change' : 'fits';
    return { question: id, now, learned: found, low, high, cases: answers, verdict };
  });
}

const rounded = (noise: number): number => Number(noise.toFixed(DECIMALS));

/** What a verdict means to an author. */
const SAYS: Readonly<Record<Exclude<Verdict, 'unheard'>, string>> = {
  change: 'change it',
  fits: 'leave it',
  'too-few': `too few cases (${LEAST_CASES} are needed)`,
};

/** The report: a line per question that was answered, those to change first, and how many are not heard of. */
export function learnedText(learned: Learned): string {
  const heard = (['change', 'fits', 'too-few'] as const).flatMap((verdict) =>
    learned.questions
      .filter((finding) => finding.verdict === verdict)
      .map((finding) => row(finding, SAYS[verdict])),
  );
  const rows = heard.length === 0 ? [] : [['question', 'now', 'learned', '95 %', 'cases', ''], ...heard];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return `${[...head(learned), '', ...lines, ...(lines.length === 0 ? [] : ['']), ...tail(learned)].join('\n')}\n`;
}

function row({ question, now, learned, low, high, cases }: Finding, says: string): string[] {
  const shown = (noise: number | null): string => (noise ?? 0).toFixed(DECIMALS);
  return [question, shown(now), shown(learned), `${shown(low)}–${shown(high)}`, String(cases), says];
}

function head({ cases, otherKnowledge, passedOver, badLines }: Learned): string[] {
  return [
    `${counted(cases, 'closed case')}. Noise: the share of answers that are slips.`,
    ...(otherKnowledge > 0
      ? [`${otherKnowledge} of them were answered with another state of the knowledge.`]
      : []),
    ...(passedOver > 0
      ? [`${passedOver} of them were passed over: this knowledge has no such problem on such a device.`]
      : []),
    ...(badLines > 0 ? [`${counted(badLines, 'line')} could not be read.`] : []),
  ];
}

function tail({ questions }: Learned): string[] {
  const count = (verdict: Verdict): number => questions.filter((each) => each.verdict === verdict).length;
  const unheard = count('unheard');
  const few = count('too-few');
  const said = [
    count('change') === 0
      ? 'These cases are no reason to change anything.'
      : `${counted(count('change'), 'question')} to change; "--write" does it.`,
    ...(few > 0 ? [`${counted(few, 'question')} with too few cases to say anything.`] : []),
    ...(unheard > 0 ? [`${counted(unheard, 'question')} not heard of in any case.`] : []),
  ];
  return said;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
