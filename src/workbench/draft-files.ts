/** From what an author answered to the files of a problem: whatever was left out gets a sensible default. */

import type { KnowledgeFile } from '../core/knowledge/files.ts';
import type { FrequencyWord, Id, KnowledgeBase, LikelihoodWord } from '../core/knowledge/model.ts';
import { writtenFile } from '../core/knowledge/parse/write.ts';
import type { Desk } from './desk.ts';
import type { Draft, NewStep } from './draft.ts';
import { factsOf, signsFrom } from './heard.ts';
import { newId } from './names.ts';

/** A file that would be written. */
export interface DraftFile {
  /** Relative to the knowledge folder. */
  readonly path: string;
  readonly text: string;
}

/** A problem that is not written yet: its id, and its file with those of its new steps. */
export interface DraftedProblem {
  readonly id: Id;
  readonly files: readonly DraftFile[];
}

/** What stands where an author skipped the question. All of it is shown before it is kept. */
export const DEFAULTS = {
  title: 'Something that is not described yet',
  means: 'This was seen here before.',
  /** What nobody has written down until now is met less often than what stands there. */
  frequency: 'rare' satisfies FrequencyWord,
  /** With steps that an author wrote, and without: what nobody has tried is better handed over. */
  success: { written: 'usually', unwritten: 'rarely' } satisfies Record<string, LikelihoodWord>,
  fixedWhen: 'The message is gone, and what was refused goes through.',
  stepDo: 'Look into it at the device, cure what you find, and note down what it was.',
  stepTitle: 'Look into it at the device',
  takes: '1 min',
  /** Where nobody has said what to do, it takes as long as a visit. */
  takesUnwritten: '15 min',
  /** What an author may name who knows it from practice, where the base has it. */
  source: 'G',
} as const;

/** Makes the files. They may still have faults: what an author named may not exist, and `check` says so. */
export function draftedProblem(desk: Desk, draft: Draft): DraftedProblem {
  const { kb } = desk;
  const said = draft.said_as ?? [];
  const title = draft.title ?? capital(said[0] ?? DEFAULTS.title);
  const id = draft.id ?? newId(title, new Set(kb.problems.map((problem) => problem.id)), 'new-problem');
  const families = familiesOf(kb, draft);
  const ids = Object.keys(families);
  const sources = draft.sources ?? defaultSources(kb);
  const steps = stepsOf(desk.kb, draft, title, ids);
  const saidAs = said.length === 0 ? [title] : said;
  const content = {
    id,
    title,
    families,
    means: draft.means ?? DEFAULTS.means,
    said_as: saidAs,
    signs: draft.signs ?? signsFrom(desk, factsOf(desk.prepared, saidAs), ids),
    remedy: {
      success:
        draft.success ?? (draft.steps === undefined ? DEFAULTS.success.unwritten : DEFAULTS.success.written),
      steps: steps.ids,
      ...curedBy(draft, steps),
      fixed_when: draft.fixed_when ?? steps.written.at(-1)?.see ?? DEFAULTS.fixedWhen,
    },
    prevention: draft.prevention,
    sources,
  };
  const path = `problems/${ids.length === 1 ? ids[0] : 'shared'}/${id}.yaml`;
  const stepFiles = steps.written.map((step) => stepFile(kb, step, sources));
  return { id, files: [{ path, text: writtenFile(path, 'problem', content) }, ...stepFiles] };
}

/** The files of a folder as they would be with these: a path that exists is taken by the new one. */
export function filesWith(
  files: readonly KnowledgeFile[],
  drafted: readonly DraftFile[],
): readonly KnowledgeFile[] {
  const encoder = new TextEncoder();
  const added = drafted.map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
  return [...new Map([...files, ...added].map((file) => [file.path, file])).values()];
}

function familiesOf(kb: KnowledgeBase, { families }: Draft): Readonly<Record<Id, FrequencyWord | number>> {
  const likeliest = [...kb.families].sort((a, b) => b.prior - a.prior)[0]?.id;
  const named = families ?? (likeliest === undefined ? [] : [likeliest]);
  if (typeof named === 'string') return { [named]: DEFAULTS.frequency };
  return Array.isArray(named)
    ? Object.fromEntries(named.map((family) => [family, DEFAULTS.frequency]))
    : named;
}

const defaultSources = (kb: KnowledgeBase): readonly Id[] =>
  kb.sources.some(({ id }) => id === DEFAULTS.source) ? [DEFAULTS.source] : [];

type NamedStep = NewStep & { readonly id: Id };

/** All steps in order, and those among them that are new. */
interface Steps {
  readonly ids: readonly Id[];
  readonly written: readonly NamedStep[];
}

const IS_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

function stepsOf(kb: KnowledgeBase, draft: Draft, title: string, families: readonly Id[]): Steps {
  const taken = new Set(kb.steps.map(({ id }) => id));
  const given = draft.steps ?? [];
  const all: readonly (string | NewStep)[] = given.length > 0 ? given : [unwritten(kb, title, families)];
  const ids: Id[] = [];
  const written: NamedStep[] = [];
  for (const step of all) {
    if (typeof step === 'string' && IS_ID.test(step)) {
      ids.push(step);
      continue;
    }
    const fresh = typeof step === 'string' ? { do: step } : step;
    const named = { ...fresh, id: fresh.id ?? newId(fresh.title ?? fresh.do, taken, 'new-step') };
    taken.add(named.id);
    ids.push(named.id);
    written.push(named);
  }
  return { ids, written };
}

/** What stands there while nobody knows the cure: somebody with the rights looks. */
function unwritten(kb: KnowledgeBase, title: string, families: readonly Id[]): NewStep {
  const steps = new Set(
    kb.problems
      .filter((problem) => families.some((family) => Object.hasOwn(problem.families, family)))
      .flatMap(({ remedy }) => remedy.steps),
  );
  const doers = new Set(kb.steps.filter(({ id }) => steps.has(id)).map(({ by }) => by));
  const most = kb.roles.filter(({ id }) => doers.has(id)).at(-1) ?? kb.roles.at(-1);
  return {
    ...(most === undefined ? {} : { by: most.id }),
    id: newId(`look-into ${title}`, new Set(kb.steps.map(({ id }) => id)), 'look-into-it'),
    title: DEFAULTS.stepTitle,
    do: DEFAULTS.stepDo,
    takes: DEFAULTS.takesUnwritten,
  };
}

/** Where old and new steps stand together the new ones cure: the old ones were written for something else. */
function curedBy(draft: Draft, { ids, written }: Steps): { readonly cured_by?: readonly Id[] } {
  if (draft.cured_by !== undefined) return { cured_by: draft.cured_by };
  if (written.length === 0 || written.length === ids.length) return {};
  return { cured_by: written.map(({ id }) => id) };
}

function stepFile(kb: KnowledgeBase, step: NamedStep, sources: readonly Id[]): DraftFile {
  const path = `steps/${step.id}.yaml`;
  const content = {
    id: step.id,
    title: step.title ?? firstWords(step.do),
    by: step.by ?? kb.roles[0]?.id,
    risk: step.risk ?? 'none',
    takes: step.takes ?? DEFAULTS.takes,
    said_done: step.said_done,
    caution: step.caution,
    do: step.do,
    see: step.see,
    cannot: step.cannot,
    sources: step.sources ?? sources,
  };
  return { path, text: writtenFile(path, 'step', content) };
}

/** The first sentence, without its point and at most 120 characters long. */
function firstWords(text: string): string {
  const sentence = text.split(/(?<=[.!?])\s/u)[0] ?? text;
  const short = sentence.replace(/[.!?]+$/u, '');
  return short.length <= 120 ? short : `${short.slice(0, 119)}…`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
