/** The figures of recognition over a set of first messages. */

import type { Outcome } from './blind-messages.ts';

/** Three decimals; null where there is nothing to divide. */
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1e3) / 1e3;

/** How many, and the shares in 0..1 whose family was named, whose problem came first and among three, and of remedies shown at once. */
export function figuresOf(outcomes: readonly Outcome[]) {
  const count = outcomes.length;
  const of = (right: (outcome: Outcome) => boolean) => share(outcomes.filter(right).length, count);
  const remedies = outcomes.filter(({ remedy }) => remedy !== null);
  const remediesRight = remedies.filter(({ remedy, message }) => remedy === message.problem).length;
  return {
    count,
    familyRight: of(({ family }) => family),
    problemFirst: of(({ place }) => place === 1),
    problemAmongThree: of(({ place }) => place !== null && place <= 3),
    remedyAtOnce: remedies.length,
    remedyAtOnceRight: remediesRight,
    remedyAtOnceRightShare: share(remediesRight, remedies.length),
  };
}
