/** Shows an interview in the terminal: what is asked, the way back, and what would be written. */

import { type Look, choices as numbered } from '../channels/console/render.ts';
import { safeText } from '../channels/console/safe-text.ts';
import { wrap } from '../channels/console/wrap.ts';
import { kindOf } from '../core/knowledge/base.ts';
import type { Complaint } from '../core/knowledge/parse.ts';
import type { Asking, Interview } from '../workbench/asking.ts';
import type { Draft } from '../workbench/draft.ts';
import { type TriedProblem, triedProblem } from '../workbench/draft-check.ts';
import { askingOf, BEGINNING } from '../workbench/interview.ts';
import { complaintsText, type OpenFolder, previewOf } from './knowledge-desk.ts';
import { isBack, isLeaving, type Talk } from './talk.ts';

/** Keeps a problem all the same. */
const KEEP = 'keep';

/**
 * Asks for a problem until the author keeps it. Null where they left, or where the input ended: nothing is kept then.
 * @param begun what is known already; Enter leaves it as it is
 */
export async function interview(
  open: OpenFolder,
  talk: Talk,
  begun: Draft = {},
): Promise<TriedProblem | null> {
  await talk.say(
    'A new problem. Enter skips a question, "back" goes back, "/quit" leaves. Nothing is written before the end.',
  );
  let way: readonly Interview[] = [{ ...BEGINNING, draft: begun }];
  for (;;) {
    const at = way.at(-1) ?? BEGINNING;
    const asking = askingOf(open.desk, at);
    const made = asking === null ? await shownAtTheEnd(open, at.draft, talk) : null;
    if (asking !== null) await talk.say(askedText(asking, talk.look));
    const typed = await talk.next();
    if (typed === null || isLeaving(typed)) return null;
    if (isBack(typed)) way = way.length > 1 ? way.slice(0, -1) : way;
    else if (asking !== null) way = await answered(way, asking, typed, talk);
    else if (made !== null && keeps(made, typed)) return made;
  }
}

/** Enter keeps what nothing is said against; what an author may want all the same takes a word more. */
function keeps({ fresh }: TriedProblem, typed: string): boolean {
  if (fresh.length === 0) return typed === '' || typed === KEEP;
  return typed === KEEP && !fresh.some(isBar);
}

/** Nothing can be answered with such a base; that a conversation goes another way may be what the author wants. */
const isBar = ({ severity, path }: Complaint): boolean =>
  severity === 'error' && kindOf(path) !== 'conversation';

async function answered(
  way: readonly Interview[],
  { take }: Asking,
  typed: string,
  { say, look }: Talk,
): Promise<readonly Interview[]> {
  const taken = take(typed);
  if (taken.kind === 'on') return [...way, taken.interview];
  await say(look.style.caution(safeText(taken.why)));
  return way;
}

function askedText({ ask, hint, choices }: Asking, look: Look): string {
  const list = numbered(
    choices.map((label, index) => ({ id: String(index), label })),
    look,
  );
  const parts = [
    look.style.strong(wrap(safeText(ask), look.width)),
    list,
    look.style.faint(wrap(safeText(hint), look.width)),
  ];
  return `\n${parts.filter((part) => part !== '').join('\n')}`;
}

/** Shows what would be written, and what the check says of it. */
async function shownAtTheEnd(
  { desk, files, models }: OpenFolder,
  draft: Draft,
  { say }: Talk,
): Promise<TriedProblem> {
  await say('\nTrying it out …\n');
  const made = triedProblem(desk, files, draft, models.shelf);
  const { problem, fresh } = made;
  const isBarred = fresh.some(isBar);
  await say(`${previewOf(problem.files)}\n${complaintsText(fresh)}`.trimEnd());
  await say(
    fresh.length === 0
      ? '\nThe check has no complaint. Enter keeps it; "back" changes it, "/quit" leaves.'
      : `\nThe check complains. "back" changes it, "/quit" leaves${isBarred ? '' : `, "${KEEP}" keeps it all the same`}.`,
  );
  return made;
}
