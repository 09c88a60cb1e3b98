/** Shows an interview in the terminal: what is asked, the way back, and what would be written. */

import { messagesFrom } from '../channels/console/messages.ts';
import { type Look, choices as numbered } from '../channels/console/render.ts';
import { safeText } from '../channels/console/safe-text.ts';
import { wrap } from '../channels/console/wrap.ts';
import type { Asking, Interview } from '../workbench/asking.ts';
import type { Draft } from '../workbench/draft.ts';
import { tried } from '../workbench/draft-check.ts';
import { draftedProblem } from '../workbench/draft-files.ts';
import { askingOf, BEGINNING } from '../workbench/interview.ts';
import { complaintsText, type OpenFolder, previewOf } from './knowledge-desk.ts';
import { lookOf } from './look.ts';
import { type Streams, write } from './streams.ts';

const BACK = new Set(['back', '/back']);
const LEAVING = new Set(['/quit', '/exit', '/q']);

/**
 * Asks for a problem until the author keeps it. Null where they left, or where the input ended: nothing is kept then.
 * @param begun what is known already, and shown as such
 */
export async function interview(
  open: OpenFolder,
  streams: Streams,
  begun: Draft = {},
): Promise<Draft | null> {
  const isTerminal = streams.stdin.isTTY === true && streams.stderr.isTTY === true;
  const look = lookOf(streams.stderr, streams.env, open.desk.prepared);
  const say = (text: string): Promise<void> => write(streams.stderr, `${text}\n`);
  await say(
    'A new problem. Enter skips a question, "back" goes back, "/quit" leaves. Nothing is written before the end.',
  );
  let way: readonly Interview[] = [{ ...BEGINNING, draft: begun }];
  await show(open, now(way), look, say);
  for await (const message of messagesFrom({
    input: streams.stdin,
    terminal: isTerminal ? streams.stderr : null,
  })) {
    const typed = message.trim();
    if (LEAVING.has(typed.toLowerCase())) break;
    const asking = askingOf(open.desk, now(way));
    if (BACK.has(typed.toLowerCase())) way = way.length > 1 ? way.slice(0, -1) : way;
    else if (asking === null) {
      if (typed === '' && isFine(open, now(way).draft)) return now(way).draft;
    } else {
      const taken = asking.take(typed);
      if (taken.kind === 'on') way = [...way, taken.interview];
      else await say(look.style.caution(safeText(taken.why)));
    }
    await show(open, now(way), look, say);
  }
  await say('Nothing was written.');
  return null;
}

/** Where an interview stands: the last place of the way to it. */
const now = (way: readonly Interview[]): Interview => way.at(-1) ?? BEGINNING;

function isFine({ desk, files }: OpenFolder, draft: Draft): boolean {
  return tried(files, draftedProblem(desk, draft).files).fresh.length === 0;
}

async function show(
  open: OpenFolder,
  at: Interview,
  look: Look,
  say: (text: string) => Promise<void>,
): Promise<void> {
  const asking = askingOf(open.desk, at);
  await say(asking === null ? endText(open, at.draft) : askedText(asking, look));
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
    return `${preview}The check has no complaint. Enter: keep it. "back" or "/quit" otherwise.`;
  return `${preview}${complaintsText(check)}The check complains, so it cannot be kept: "back" to change it, or "/quit".`;
}
