/** What an author says of a conversation that went wrong: asked in the terminal, or told in a file. */

import { safeText } from '../channels/console/safe-text.ts';
import { wrap } from '../channels/console/wrap.ts';
import { type Decision, decisionOf, typedDecision, wantedIn } from '../workbench/decision.ts';
import type { Desk } from '../workbench/desk.ts';
import type { Draft } from '../workbench/draft.ts';
import { type Correction, draftFrom, type GoldenAnswers, titleOf } from '../workbench/golden.ts';
import type { Misheard } from '../workbench/misheard.ts';
import type { Exchange } from '../workbench/replay.ts';
import { BadInput } from './faults.ts';
import { interview } from './interview.ts';
import type { OpenFolder } from './knowledge-desk.ts';
import { misheardOf, typedValues } from './misheard.ts';
import { isBack, isLeaving, type Talk } from './talk.ts';

/** What should have come. */
export interface GoldenTalk {
  readonly name: string | null;
  readonly title: string | null;
  readonly why: string | null;
  /** Null: all went as it should, or the problem is missing. */
  readonly correction: Correction | null;
  /** The problem that should have been found and is not in the base; null: none is missing. */
  readonly missing: { readonly turn: number; readonly draft: Draft } | null;
  /** The turn that was misheard, where what should have come follows from that; null: none was. */
  readonly misheard: Misheard | null;
}

/**
 * Reads the answers of a file. Throws `BadInput` where they name a turn or a decision that does not exist.
 * @param named the turn that options say was misheard; it goes before the one of the file
 */
export function toldGolden(
  desk: Desk,
  exchanges: readonly Exchange[],
  told: GoldenAnswers,
  named: Misheard | null,
): GoldenTalk {
  const said = { name: told.name ?? null, title: told.title ?? null, why: told.why ?? null };
  const misheard =
    named ?? (told.misheard === undefined ? null : toldMisheard(desk, exchanges, told.misheard));
  const first = Object.entries(told.should ?? {})
    .map(([turn, typed]) => ({ turn: Number(turn), typed }))
    .sort((a, b) => a.turn - b.turn)
    .at(0);
  if (first === undefined) return { ...said, correction: null, missing: null, misheard };
  const { turn, typed } = first;
  if (turn < 1 || turn > exchanges.length)
    throw new BadInput(`"should" names turn ${turn}, but the person does ${exchanges.length} things.`);
  if (misheard !== null && misheard.turn !== turn)
    throw new BadInput(
      `turn ${misheard.turn} was misheard, but "should" names turn ${turn}: mend one after the other.`,
    );
  const wanted = wantedIn(desk, typed);
  if (wanted.kind === 'unknown') throw new BadInput(`"should", turn ${turn}: ${wanted.why}.`);
  if (wanted.kind === 'decision')
    return { ...said, correction: { turn, decision: wanted.decision }, missing: null, misheard };
  if (misheard !== null)
    throw new BadInput('a turn was misheard, or a problem is missing: mend one after the other.');
  return { ...said, correction: null, missing: { turn, draft: told.problem ?? {} }, misheard };
}

function toldMisheard(
  { kb }: Desk,
  exchanges: readonly Exchange[],
  { turn, ...said }: NonNullable<GoldenAnswers['misheard']>,
): Misheard {
  const values = new Map(Object.entries(said));
  return misheardOf(kb, exchanges, turn, (name) => values.get(name) ?? null);
}

/** Asks turn by turn what should have come, until something should have gone another way. Null: the author left. */
export async function askGolden(
  open: OpenFolder,
  exchanges: readonly Exchange[],
  talk: Talk,
): Promise<GoldenTalk | null> {
  await talk.say(
    'What should have come? Enter: it was right. Else "remedy ID", "question ID", "refusal ID", "handover", "closing",\n' +
      'or "new" where nothing fits. Where the words were misheard, what they are: "answer ID", "act ACT", "problem ID" or\n' +
      '"standing STANDING". "back" goes back, "/quit" leaves.',
  );
  const found = await askDecision(open.desk, exchanges, talk);
  if (found === 'left') return null;
  const missing = found?.kind === 'new' ? await askMissing(open, exchanges, found.turn, talk) : null;
  if (missing === 'left') return null;
  const title = await askLine(talk, 'What is it called?', `Enter: "${titleOf(exchanges)}"`);
  const why = await askLine(talk, 'Why must it go like this?', 'Enter: what was wrong, and what is right.');
  const correction = found?.kind === 'decision' ? { turn: found.turn, decision: found.decision } : null;
  const misheard = found?.kind === 'misheard' ? found.misheard : null;
  return { name: null, title, why, correction, missing, misheard };
}

/** The first place that was wrong, and what an author says of it. */
type Found =
  | { readonly kind: 'decision'; readonly turn: number; readonly decision: Decision }
  | { readonly kind: 'new'; readonly turn: number }
  | { readonly kind: 'misheard'; readonly misheard: Misheard };

/** The first place that was wrong; null: none was. */
async function askDecision(
  desk: Desk,
  exchanges: readonly Exchange[],
  talk: Talk,
): Promise<Found | null | 'left'> {
  let turn = 1;
  for (;;) {
    const exchange = exchanges[turn - 1];
    if (exchange === undefined) return null;
    await talk.say(exchangeText(exchange, turn, talk));
    const typed = await talk.next();
    if (typed === null) return null;
    if (isLeaving(typed)) return 'left';
    if (isBack(typed)) turn = Math.max(1, turn - 1);
    else if (typed === '') turn += 1;
    else {
      const found = foundIn(desk, exchanges, turn, typed);
      if (typeof found !== 'string') return found;
      await talk.say(talk.look.style.caution(safeText(found)));
    }
  }
}

/** What was typed of a turn, or why nothing can be made of it. */
function foundIn(desk: Desk, exchanges: readonly Exchange[], turn: number, typed: string): Found | string {
  try {
    const values = typedValues(typed);
    if (values !== null) return { kind: 'misheard', misheard: misheardOf(desk.kb, exchanges, turn, values) };
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  const wanted = wantedIn(desk, typed);
  return wanted.kind === 'unknown' ? wanted.why : { ...wanted, turn };
}

async function askMissing(
  open: OpenFolder,
  exchanges: readonly Exchange[],
  turn: number,
  talk: Talk,
): Promise<{ readonly turn: number; readonly draft: Draft } | 'left'> {
  const kept = await interview(open, talk, draftFrom(open.desk, exchanges, turn));
  return kept === null ? 'left' : { turn, draft: kept.draft };
}

/** A line, or null where it was skipped or the input has ended. */
async function askLine({ say, next, look }: Talk, ask: string, hint: string): Promise<string | null> {
  await say(`\n${look.style.strong(ask)}\n${look.style.faint(wrap(safeText(hint), look.width))}`);
  const typed = await next();
  return typed === '' ? null : typed;
}

function exchangeText({ did, response }: Exchange, turn: number, { look }: Talk): string {
  const decision = decisionOf(response.replies);
  const came = decision === null ? 'silence' : typedDecision(decision);
  const text = response.replies.at(-1)?.text ?? '';
  const person = did.kind === 'user' ? did.text : `[${did.choice}]`;
  return [
    '',
    wrap(safeText(person), look.width, `${turn}. person   `),
    wrap(safeText(`${came}: ${text}`), look.width, '   keyturn  '),
  ].join('\n');
}
