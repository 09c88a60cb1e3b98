/**
 * A knowledge base of any size, always the same for the same sizes: made-up devices with made-up faults, shaped like
 * the shipped one (a device question, questions of one family and of all, shared problems, steps of several roles and
 * risks), for measuring and for properties. Its words are pseudo-words of syllables, so that readers and indexes have
 * real work to do.
 */

import {
  ABOUT,
  type AnswerLikelihoods,
  type Family,
  type Id,
  type KnowledgeBase,
  LIKELIHOODS,
  MESSAGES,
  type Messages,
  NO_EXAMPLES,
  NO_NEEDS,
  type Problem,
  type Question,
  RISKS,
  type Risk,
  type Step,
} from '../../src/core/knowledge/model.ts';
import { language, secrets } from '../shipped-language.ts';
import { type Drawing, distinct, phrase, pick, pseudoWords, seeded } from './drawing.ts';

import { RISK_COSTS, ROLES, sentenceFor, speech } from './generated-frame.ts';

export { seeded } from './drawing.ts';

/** How big a base is made, and from which seed. */
export interface GeneratedSize {
  readonly problems: number;
  /** The question about the device included. */
  readonly questions: number;
  /** Left out: one family per 100 problems, at least 2 and at most 40. */
  readonly families?: number;
  /** Left out: 1. */
  readonly seed?: number;
}

/** The id of the question that tells the families apart. */
export const DEVICE_QUESTION = 'device';

/** Makes a base with `size.problems` problems and `size.questions` questions. */
export function generatedBase(size: GeneratedSize): KnowledgeBase {
  const random = seeded(size.seed ?? 1);
  const draw: Drawing = { random, words: pseudoWords(random, Math.max(400, size.problems)) };
  const count = size.families ?? Math.min(40, Math.max(2, Math.round(size.problems / 100)));
  const familyIds = Array.from({ length: count }, (_, f) => `family-${f}`);
  const questions = [deviceQuestion(familyIds), ...symptoms(draw, familyIds, size.questions - 1)];
  const steps = Array.from({ length: Math.max(4, Math.ceil(size.problems * 0.8)) }, (_, s) => step(draw, s));
  const problems = scaled(
    Array.from({ length: size.problems }, (_, p) => problem(draw, p, familyIds, questions, steps)),
  );
  return {
    title: `Generated: ${size.problems} problems, ${size.questions} questions`,
    families: familyIds.map((id, f) => family(draw, id, f, familyIds)),
    roles: ROLES,
    questions,
    problems,
    steps,
    needs: NO_NEEDS,
    lexicon: { same: [], codes: [], makes: [] },
    costs: { risks: RISK_COSTS, handOverSeconds: 1800, wrongRemedySeconds: 0 },
    acts: {
      speech: speech(),
      secondCase: { later: [], now: [], same: [], called: null },
      asides: [],
      refusals: [],
    },
    examples: NO_EXAMPLES,
    articles: [],
    contacts: [
      { id: 'help-desk', label: 'Help desk', families: [], role: null, reach: 'Call the help desk.' },
    ],
    sources: [],
    language,
    secrets,
    messages: {
      en: Object.fromEntries(Object.keys(MESSAGES).map((key) => [key, sentenceFor(key)])) as Messages,
    },
  };
}

function family(draw: Drawing, id: Id, f: number, ids: readonly Id[]): Family {
  const told = Object.fromEntries(
    ids.map((other) => [other, other === id ? 0.9 : 0.1 / Math.max(1, ids.length - 1)]),
  );
  return {
    id,
    label: `Family ${f}`,
    called: `a family ${f}`,
    aliases: [phrase(draw, 1), phrase(draw, 2)],
    models: [`FM-${100 + f}`],
    prior: 1 / ids.length,
    somethingElse: 0.08,
    signs: { [DEVICE_QUESTION]: told },
    handOverSeconds: 1800,
  };
}

function deviceQuestion(familyIds: readonly Id[]): Question {
  return {
    id: DEVICE_QUESTION,
    about: 'device',
    families: familyIds,
    choose: 'one',
    ask: 'What kind of device is it?',
    why: 'Each kind has faults of its own.',
    costSeconds: 10,
    who: 'user',
    answersAre: 'families',
    noise: 0.02,
    answers: familyIds.map((id) => ({ id, label: id, phrases: [], says: null, offered: true })),
    usually: Object.fromEntries(familyIds.map((id) => [id, 1 / familyIds.length])),
  };
}

/** One question in ten, at most twelve, applies to every family, the others to one or two. */
function symptoms(draw: Drawing, familyIds: readonly Id[], count: number): Question[] {
  const shared = Math.min(12, Math.ceil(count / 10));
  return Array.from({ length: Math.max(0, count) }, (_, q): Question => {
    const home = familyIds[q % familyIds.length]!;
    const families =
      q < shared ? familyIds : [...new Set([home, ...(draw.random() < 0.2 ? [pick(draw, familyIds)] : [])])];
    const choose = draw.random() < 0.15 ? 'many' : 'one';
    const answers = Array.from({ length: 2 + Math.floor(draw.random() * 4) }, (_, a) => ({
      id: `answer-${a}`,
      label: phrase(draw, 2),
      phrases: [phrase(draw, 2), phrase(draw, 3)],
      says: null,
      offered: true,
    }));
    return {
      id: `question-${q}`,
      about: pick(
        draw,
        ABOUT.filter((about) => about === 'context' || about === 'check' || about === 'recent-action'),
      ),
      families,
      choose,
      ask: `${phrase(draw, 5)}?`,
      why: phrase(draw, 6),
      costSeconds: 5 + Math.floor(draw.random() * 40),
      who: draw.random() < 0.8 ? 'user' : 'keeper',
      answers,
      answersAre: 'listed',
      noise: 0.02,
      usually: Object.fromEntries(
        answers.map(({ id }) => [id, choose === 'one' ? 1 / answers.length : 0.15]),
      ),
    };
  });
}

function step(draw: Drawing, s: number): Step {
  const at = draw.random();
  const risk: Risk = at < 0.8 ? 'none' : pick(draw, RISKS);
  return {
    id: `step-${s}`,
    title: phrase(draw, 3),
    families: null,
    by: at < 0.6 ? 'user' : at < 0.9 ? 'keeper' : 'engineer',
    risk,
    costSeconds: 20 + Math.floor(draw.random() * 280),
    saidDone: [phrase(draw, 3)],
    caution: null,
    do: phrase(draw, 6),
    plain: null,
    see: phrase(draw, 3),
    cannot: null,
    sources: [],
  };
}

/** A problem of one family (sometimes of a second), with five to ten signs on the questions of its first family. */
function problem(
  draw: Drawing,
  p: number,
  familyIds: readonly Id[],
  questions: readonly Question[],
  steps: readonly Step[],
): Problem {
  const home = familyIds[p % familyIds.length]!;
  const families = [home, ...(draw.random() < 0.1 ? [pick(draw, familyIds)] : [])];
  const usable = questions.filter(
    (question) => question.id !== DEVICE_QUESTION && question.families.includes(home),
  );
  const signs = distinct(draw, usable, 5 + Math.floor(draw.random() * 6)).map(
    (question) => [question.id, sign(draw, question)] as const,
  );
  const ids = distinct(draw, steps, 1 + Math.floor(draw.random() * 3)).map((one) => one.id);
  return {
    id: `problem-${p}`,
    title: phrase(draw, 4),
    means: phrase(draw, 12),
    saidAs: [phrase(draw, 4), phrase(draw, 5)],
    families: Object.fromEntries(families.map((id) => [id, 0.1 + draw.random()])),
    signs: Object.fromEntries(signs),
    remedy: {
      success: 0.8 + 0.19 * draw.random(),
      steps: ids,
      curedBy: ids.slice(-1),
      fixedWhen: phrase(draw, 4),
    },
    prevention: null,
    sources: [],
  };
}

function sign(draw: Drawing, question: Question): AnswerLikelihoods {
  const likely = pick(draw, [LIKELIHOODS['almost-always'], LIKELIHOODS.usually, LIKELIHOODS.often]);
  const first = pick(draw, question.answers).id;
  return { [first]: likely };
}

/** Scales the frequencies so that each family with its something-else sums to 1. */
function scaled(problems: readonly Problem[]): Problem[] {
  const sums = new Map<Id, number>();
  for (const one of problems)
    for (const [id, share] of Object.entries(one.families)) sums.set(id, (sums.get(id) ?? 0) + share);
  return problems.map((one) => ({
    ...one,
    families: Object.fromEntries(
      Object.entries(one.families).map(([id, share]) => [id, (0.92 * share) / sums.get(id)!]),
    ),
  }));
}
