/** Shows an interview in the terminal: what is asked, the way back, and what would be written. */

import { type Look, choices as numbered } from '../channels/console/render.ts';
import { safeText } from '../channels/console/safe-text.ts';
import { wrap } from '../channels/console/wrap.ts';
import type { Asking, Interview } from '../workbench/asking.ts';
import type { Draft } from '../workbench/draft.ts';
import { tried } from '../workbench/draft-check.ts';
import { draftedProblem } from '../workbench/draft-files.ts';
import { askingOf, BEGINNING } from '../workbench/interview.ts';
import { complaintsText, type OpenFolder, previewOf } from './knowledge-desk.ts';
import { isBack, isLeaving, type Talk } from './talk.ts';

/**
 * Asks for a problem until the author keeps it. Null where they left, or where the input ended: nothing is kept then.
 * @param begun what is known already; Enter leaves it as it is
 */
export async function interview(open: OpenFolder, talk: Talk, begun: Draft = {}): Promise<Draft | null> {
  await talk.say(
    'A new problem. Enter skips a question, "back" goes back, "/quit" leaves. Nothing is written before the end.',
  );
  let way: readonly Interview[] = [{ ...BEGINNING, draft: begun }];
  for (;;) {
    const at = way.at(-1) ?? BEGINNING;
    const asking = askingOf(open.desk, at);
    await talk.say(asking === null ? endText(open, at.draft) : askedText(asking, talk.look));
    const typed = await talk.next();
    if (typed === null || isLeaving(typed)) return null;
    if (isBack(typed)) way = way.length > 1 ? way.slice(0, -1) : way;
    else if (asking !== null) way = await answered(way, asking, typed, talk);
    else if (mayBeKept(open, at.draft)) return at.draft;
  }
}

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

function mayBeKept({ desk, files }: OpenFolder, draft: Draft): boolean {
  return tried(files, draftedProblem(desk, draft).files).fresh.length === 0;
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

/** What would be written, and what the check says of it. */
function endText(open: OpenFolder, draft: Draft): string {
  const { files } = draftedProblem(open.desk, draft);
  const check = tried(open.files, files);
  const preview = `\n${previewOf(files)}\n`;
  if (check.fresh.length === 0)
    return `${preview}The check has no complaint. Enter keeps it; "back" changes it, "/quit" leaves.`;
  return `${preview}${complaintsText(check)}The check complains, so it cannot be kept: "back" changes it, "/quit" leaves.`;
}
