/** What is varied from one experiment to the next: who answers, what the bot was told, how it chooses. */

/** How people answer. */
export interface Manner {
  /** Share of the questions that they could answer and are not sure of, 0..1. 1 leaves nothing to diagnose. */
  readonly notSureShare: number;
  /** Share of their answers that are wrong, 0..1. At 1 nothing that they say is true. */
  readonly mistakenShare: number;
}

/**
 * The people, from the easiest to the hardest. A person at a counter is unsure of one question in five at worst;
 * one wrong answer in ten is a bad day, one in five a bad line to somebody who cannot look.
 */
export const PEOPLE = {
  truthful: { notSureShare: 0, mistakenShare: 0 },
  forgetful: { notSureShare: 0.2, mistakenShare: 0 },
  'mistaken-5': { notSureShare: 0, mistakenShare: 0.05 },
  'mistaken-10': { notSureShare: 0, mistakenShare: 0.1 },
  'mistaken-20': { notSureShare: 0, mistakenShare: 0.2 },
} as const satisfies Readonly<Record<string, Manner>>;
export type People = keyof typeof PEOPLE;

/** Everything that one experiment fixes. */
export interface Setting {
  readonly people: People;
  /** Whether every likelihood word that the bot was told is moved one step at random. */
  readonly moved: boolean;
  /** Whether the bot looks two steps ahead, which shows what its quick way of choosing gives away. */
  readonly twoStep: boolean;
  /** Whether the kind of device is known from the start. */
  readonly familyKnown: boolean;
}

const plain = (people: People): Setting => ({ people, moved: false, twoStep: false, familyKnown: false });
const moved = (people: People): Setting => ({ ...plain(people), moved: true });

/** The experiments by name, in the order in which they are played and reported. */
export const EXPERIMENTS = {
  truthful: plain('truthful'),
  'truthful-moved': moved('truthful'),
  forgetful: plain('forgetful'),
  'forgetful-moved': moved('forgetful'),
  'mistaken-5': plain('mistaken-5'),
  'mistaken-5-moved': moved('mistaken-5'),
  'mistaken-10': plain('mistaken-10'),
  'mistaken-10-moved': moved('mistaken-10'),
  'mistaken-20': plain('mistaken-20'),
  'mistaken-20-moved': moved('mistaken-20'),
  'family-known': { ...plain('truthful'), familyKnown: true },
  'two-step': { ...plain('truthful'), twoStep: true },
} as const satisfies Readonly<Record<string, Setting>>;
export type Experiment = keyof typeof EXPERIMENTS;

const isExperiment = (name: string): name is Experiment => name in EXPERIMENTS;

/**
 * The experiments worth playing. Two steps are looked ahead where that is wanted, for its time grows with the problems
 * and the square of the questions; the known family is no experiment of its own where everybody's is known.
 */
export function experimentsFor(plan: {
  readonly familyKnown: boolean;
  readonly twoStep: boolean;
}): readonly Experiment[] {
  return Object.keys(EXPERIMENTS)
    .filter(isExperiment)
    .filter((name) => plan.twoStep || !EXPERIMENTS[name].twoStep)
    .filter((name) => !plan.familyKnown || !EXPERIMENTS[name].familyKnown);
}
