/** What comes once a case is closed: problems that were told meanwhile, and a case that was laid aside for another. */

import { type Case, type Fact, type Heard, type Later, newCase, type Pending } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import { addText } from './case.ts';
import type { Base } from './events.ts';

/** What was told beside the cure first, then what waited. */
export const afterwards = (ours: Case, { secondProblem }: Heard): readonly Later[] => [
  ...(secondProblem === null ? [] : [{ kind: 'told', text: secondProblem, device: null } as const]),
  ...(ours.later ?? []),
];

/** The case with one thing more that comes after it. */
const withLater = (ours: Case, text: string, device: Id | null): Case => ({
  ...ours,
  later: [...(ours.later ?? []), { kind: 'told', text, device }],
});

const isAbout =
  ({ answer }: Fact) =>
  (later: Later): boolean =>
    later.kind === 'told'
      ? later.device === answer
      : later.case.facts.some((fact) => fact.about === 'device' && fact.answer === answer);

/** Whether what comes later is about this device already. */
export const comesLater = ({ later = [] }: Case, device: Fact): boolean => later.some(isAbout(device));

/** What is told of another problem waits until this one is cured. */
export function withOtherProblem({ case: ours, facts }: Base, { act, text }: Heard): Case {
  if (act !== 'new-problem') return ours;
  const device = facts.find(({ about, denied }) => about === 'device' && !denied);
  return device !== undefined && comesLater(ours, device)
    ? ours
    : withLater(ours, text, device?.answer ?? null);
}

/** What was to come later of a device, as the case that is open now. */
export function takenUp({ later = [] }: Case, device: Fact, turn: number): Case {
  const next = later.find(isAbout(device));
  const rest = later.filter((each) => each !== next);
  const fresh = newCase(turn);
  const ours =
    next?.kind === 'begun' ? next.case : addText(fresh, { text: next?.text ?? '', turn, messageId: null });
  const open = { ...ours, newProblemAsked: true };
  return rest.length === 0 ? open : { ...open, later: rest };
}

/** The case with what was told of another device kept for later, where it was asked whether that is a second problem. */
export function offerKept(ours: Case): Case {
  const { pending } = ours;
  return pending?.kind === 'new-problem'
    ? withLater({ ...ours, pending: waitedIn(ours) }, pending.text, pending.id)
    : ours;
}

/** The new case, after which what is begun of the old one goes on; whatever a human has goes on without us. */
export function before(fresh: Case, old: Case): Case {
  const { later = [], ...begun } = old;
  const isOurs = old.handedOverTurn === null;
  const all: readonly Later[] = [
    ...(isOurs ? [{ kind: 'begun', case: { ...begun, pending: waitedIn(old) } } as const] : []),
    ...later,
  ];
  return all.length === 0 ? fresh : { ...fresh, later: all };
}

/** The question or remedy that waited before something else was asked in between; null: none did. */
function waitedIn({ asked, tried }: Case): Pending | null {
  const question = asked.findLast(({ result }) => result === 'waiting');
  const remedy = tried.findLast(({ outcome }) => outcome === 'untold');
  if (remedy !== undefined && remedy.shownTurn >= (question?.turn ?? 0))
    return { kind: 'remedy', id: remedy.problem, turn: remedy.shownTurn };
  return question === undefined ? null : { kind: 'question', id: question.question, turn: question.turn };
}
