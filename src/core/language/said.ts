/** Decides what words do: what a message reports, answers, asks or wants. */

import type { Act, Case, Heard } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import { repliedToConfirm } from './confirming.ts';
import { pendingQuestion, type Reading, readTurn } from './read-message.ts';
import {
  asideOf,
  chanceOf,
  outcomeDoubt,
  readActs,
  refusalOf,
  secondCaseOf,
  surestAct,
} from './reading/act.ts';
import { CERTAINTIES, REFUSED } from './reading/certainties.ts';
import { withRenumbered } from './renumbered.ts';
import { repliedTo } from './replied.ts';
import { withCalled } from './second-case.ts';
import { secondProblem } from './second-problem.ts';
import type { LanguageSlice } from './slice.ts';
import { withToldElsewhere } from './told-elsewhere.ts';
import { withSecondAnswer } from './two-answers.ts';

/** Takes the text of `heard` for what a person said in a case, null where there is none, and tells what it does. */
export function readSaid(slice: LanguageSlice, ours: Case | null, heard: Heard): Heard {
  const reading = readTurn(slice, ours, heard);
  return reading === null ? heard : read(reading);
}

function read(reading: Reading): Heard {
  const { slice, ours } = reading;
  const { known } = reading;
  const refused = refusedAs(reading);
  if (refused !== null) return { ...known, ...refused };
  if (ours?.pending?.kind === 'new-problem') {
    const taken = secondCaseOf(slice.heads, withCalled(reading, ours.pending.id));
    if (taken === 'now') return { ...known, act: 'answer', takesUpNow: true };
    if (taken !== null) return { ...known, act: 'answer', yesNo: taken === 'later' ? 'yes' : 'no' };
  }
  if (reading.sentOn) return { ...known, act: 'report' };
  const question = pendingQuestion(ours);
  if (question === null) return withMore(reading, told(reading));
  const reply = (ours?.pending?.kind === 'confirm' ? repliedToConfirm : repliedTo)(reading, question);
  return withMore(reading, typeof reply === 'string' ? doing(reading, reply) : reply);
}

/** What else a message tells, whatever it does. */
const withMore = (reading: Reading, heard: Heard): Heard =>
  withSecondAnswer(reading, withRenumbered(reading, withToldElsewhere(reading, heard)));

/**
 * The act and the rule of a request that is refused; null where none is. What is asked for is the same whatever waits, so
 * that the head for first messages is heard as well.
 */
function refusedAs({
  slice,
  text,
  acts,
  waiting,
}: Reading): { readonly act: 'bypass' | 'unsafe'; readonly refusal: Id } | null {
  const atFirst = waiting === 'nothing' ? acts : readActs(slice.heads, 'nothing', text, null);
  const asked = (chanceOf(acts, 'bypass', 'unsafe') + chanceOf(atFirst, 'bypass', 'unsafe')) / 2;
  if (asked < REFUSED[waiting]) return null;
  const refusal = refusalOf(slice.heads, text, new Set(slice.refusals.keys()));
  const act = refusal === null ? undefined : slice.refusals.get(refusal);
  return refusal === null || act === undefined ? null : { act, refusal };
}

/** What is said while no question waits. */
function told(reading: Reading): Heard {
  const { known, acts, waiting } = reading;
  if (chanceOf(acts, 'not-sure') >= CERTAINTIES['not-sure'])
    return { ...known, act: 'answer', notSure: true };
  const surest = surestAct(acts, waiting);
  if (surest?.act !== 'still-there' && isCureWithMore(reading)) return doing(reading, 'fixed');
  if (surest !== null && OUTCOMES.has(surest.act)) {
    const doubt = outcomeDoubt(acts);
    if (doubt > CERTAINTIES.outcomeAsked) return known;
    return { ...doing(reading, surest.act), outcomeDoubt: doubt };
  }
  if (surest !== null) return doing(reading, surest.act);
  const tells = known.facts.length > 0 || known.model !== null || waiting === 'nothing';
  return { ...known, act: tells ? 'report' : 'unclear' };
}

/**
 * Whether a clause tells of a cure and the rest of another problem; the whole of it sounds like a part of a cure, or like a
 * report. Of eight such turns of eight sets that are not heard as "still there" all are cures.
 */
const isCureWithMore = (reading: Reading): boolean =>
  reading.waiting === 'remedy' && secondProblem(reading) !== null;

/** What is said of the bot itself tells nothing of the case but who says it; after a cure another problem may be told. */
function doing(reading: Reading, act: Act): Heard {
  const { slice, known, text } = reading;
  if (act === 'fixed') return { ...known, act, secondProblem: secondProblem(reading) };
  const aside = ASIDES.has(act) ? asideOf(slice.heads, text, slice.asides) : null;
  if (aside === null) return { ...known, act };
  return { ...known, act, aside, facts: known.facts.filter(({ about }) => about === 'role'), model: null };
}

const OUTCOMES: ReadonlySet<Act> = new Set<Act>(['fixed', 'still-there', 'partly']);

/** Acts that may be asides, which are answered in a sentence of their own. */
const ASIDES: ReadonlySet<Act> = new Set<Act>(['smalltalk', 'frustration']);
