/** How a case changes: facts merged, texts added, turns taken back. Pure functions from case to case. */

import type { Case, Fact, Outcome, ReportedText, TriedRemedy } from '../conversation.ts';
import { denies, deviceKey, type Id, NOT_HERE } from '../knowledge/model.ts';
import type { DialogueSlice } from './slice.ts';

/** Texts kept of one case; older ones are dropped first. Bounds the state, not the facts. */
const TEXTS_KEPT = 40;

/** A question that came back this often without an answer counts as "not sure" (1..; 1: never comes back). */
const TIMES_ASKED = 2;

const sameAnswer = (a: Fact, b: Fact): boolean => a.question === b.question && a.answer === b.answer;

/** Also where one says that there is no such thing, and the other tells of it: whoever has none has nothing to tell of it. */
function contradicts(slice: DialogueSlice, old: Fact, fresh: Fact): boolean {
  if (denies(slice.needs, old, fresh)) return fresh.answer !== NOT_HERE && !fresh.denied;
  if (denies(slice.needs, fresh, old)) return old.answer !== NOT_HERE;
  if (old.question !== fresh.question) return false;
  if (sameAnswer(old, fresh)) return old.denied !== fresh.denied;
  const exclusive = slice.questions.get(fresh.question)?.choose === 'one';
  return exclusive && !old.denied && !fresh.denied;
}

/** What merging found new and what it replaced. */
export interface Merged {
  readonly facts: readonly Fact[];
  readonly added: readonly Fact[];
  readonly replaced: readonly Fact[];
}

/** Adds facts; a later word on the same thing replaces the earlier one, and a repeated one changes nothing. */
export function mergeFacts(slice: DialogueSlice, known: readonly Fact[], fresh: readonly Fact[]): Merged {
  const added = fresh.filter(
    (fact) => !known.some((old) => sameAnswer(old, fact) && old.denied === fact.denied),
  );
  const replaced = known.filter((old) => added.some((fact) => contradicts(slice, old, fact)));
  return { facts: [...known.filter((old) => !replaced.includes(old)), ...added], added, replaced };
}

/** Adds what was reported, unless the very same words are there already. */
export function addText(ours: Case, text: ReportedText): Case {
  const same = ours.texts.some((old) => old.text.toLowerCase() === text.text.toLowerCase());
  if (text.text === '' || same) return ours;
  return { ...ours, texts: [...ours.texts, text].slice(-TEXTS_KEPT) };
}

/** Adds what was said beside the point. */
export const addRemark = (ours: Case, remark: ReportedText): Case => ({
  ...ours,
  remarks: [...(ours.remarks ?? []), remark].slice(-TEXTS_KEPT),
});

/** Notes that the pending question was answered, or that it cannot be. */
export function answerAsked(ours: Case, question: Id, result: 'answered' | 'not-sure', turn: number): Case {
  return {
    ...ours,
    asked: ours.asked.map((asked) =>
      asked.question === question && asked.result === 'waiting'
        ? { ...asked, result, answeredTurn: turn }
        : asked,
    ),
  };
}

/** A question that was passed over may be asked once more; then it counts as "not sure". */
export function passOver(ours: Case, question: Id, turn: number): Case {
  const asked = ours.asked.find((entry) => entry.question === question && entry.result === 'waiting');
  if (asked === undefined) return ours;
  return asked.times >= TIMES_ASKED ? answerAsked(ours, question, 'not-sure', turn) : ours;
}

/** Notes that a question is put now. */
export function ask(ours: Case, question: Id, turn: number): Case {
  const before = ours.asked.find((entry) => entry.question === question);
  const entry =
    before === undefined
      ? { question, turn, times: 1, result: 'waiting' as const, answeredTurn: null }
      : { ...before, times: before.times + 1, result: 'waiting' as const, answeredTurn: null };
  return {
    ...ours,
    asked: [...ours.asked.filter((other) => other.question !== question), entry],
    pending: { kind: 'question', id: question, turn },
  };
}

/** Notes that a remedy is shown now. */
export function show(ours: Case, problem: Id, turn: number): Case {
  const before = ours.tried.find((entry) => entry.problem === problem);
  const tried =
    before === undefined
      ? [
          ...ours.tried,
          { problem, shownTurn: turn, toldTurn: null, outcome: 'untold' as const, outcomeAsked: false },
        ]
      : ours.tried;
  return { ...ours, tried, pending: { kind: 'remedy', id: problem, turn } };
}

/** Notes what became of a remedy. */
export function tell(ours: Case, problem: Id, outcome: Outcome, turn: number): Case {
  return {
    ...ours,
    tried: ours.tried.map((entry) =>
      entry.problem === problem ? { ...entry, outcome, toldTurn: turn } : entry,
    ),
  };
}

/** Takes back all that one turn said: facts, texts, outcomes and "not sure". */
export function takeBack(ours: Case, turn: number): Case {
  return {
    ...ours,
    facts: ours.facts.filter((fact) => fact.turn !== turn),
    ...(ours.guesses === undefined ? {} : { guesses: ours.guesses.filter((guess) => guess.turn !== turn) }),
    texts: ours.texts.filter((text) => text.turn !== turn),
    ...(ours.remarks === undefined ? {} : { remarks: ours.remarks.filter((text) => text.turn !== turn) }),
    asked: ours.asked.filter((entry) => entry.answeredTurn !== turn),
    tried: ours.tried.map((entry) => withoutTurn(entry, turn)),
  };
}

function withoutTurn(entry: TriedRemedy, turn: number): TriedRemedy {
  const { blocked, helpedTurn, ...rest } = entry;
  const kept = helpedTurn === undefined || helpedTurn === turn ? rest : { ...rest, helpedTurn };
  const told: TriedRemedy = entry.toldTurn === turn ? { ...kept, outcome: 'untold', toldTurn: null } : kept;
  const turns = blocked?.turns.filter((each) => each !== turn) ?? [];
  if (blocked === undefined || turns.length === 0) return told;
  return { ...told, blocked: { ...blocked, turns } };
}

/** All turns that told something of a remedy. */
export const turnsTelling = ({ toldTurn, helpedTurn, blocked }: TriedRemedy): readonly number[] =>
  [...(blocked?.turns ?? []), helpedTurn ?? null, toldTurn].filter((turn) => turn !== null);

/** The last turn that told something; null where nothing was told. */
export function lastTelling(ours: Case): number | null {
  const turns = [
    ...ours.facts.map((fact) => fact.turn),
    ...ours.texts.map((text) => text.turn),
    ...ours.asked.map((entry) => entry.answeredTurn),
    ...ours.tried.flatMap(turnsTelling),
  ].filter((turn) => turn !== null);
  return turns.length === 0 ? null : Math.max(...turns);
}

/** A device fact that cannot be of the device this case is about; null where there is none. */
export function otherDevice(slice: DialogueSlice, ours: Case, fresh: readonly Fact[]): Fact | null {
  const known = familiesSaid(slice, ours.facts);
  if (known === null) return null;
  const said = familiesSaid(slice, fresh);
  if (said === null || said.some((family) => known.includes(family))) return null;
  return fresh.find((fact) => fact.about === 'device' && !fact.denied) ?? null;
}

/** The families that all device facts together allow; null where none is said. */
function familiesSaid(slice: DialogueSlice, facts: readonly Fact[]): readonly Id[] | null {
  return facts
    .filter((fact) => fact.about === 'device' && !fact.denied)
    .map((fact) => slice.familiesOfDevice.get(deviceKey(fact.question, fact.answer)) ?? [])
    .filter((families) => families.length > 0)
    .reduce<readonly Id[] | null>((all, families) => {
      if (all === null) return families;
      const both = all.filter((family) => families.includes(family));
      return both.length > 0 ? both : families;
    }, null);
}

/** The remedy of which an outcome speaks: the pending one, or the last one shown whose outcome is unknown. */
export function shownLast(ours: Case): Id | null {
  if (ours.pending?.kind === 'remedy') return ours.pending.id;
  return ours.tried.findLast((entry) => entry.outcome === 'untold')?.problem ?? null;
}
