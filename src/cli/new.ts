/** `keyturn new problem`: asks an author, and writes a problem that passes `check`. */

import { type Draft, draftSchema } from '../workbench/draft.ts';
import { tried } from '../workbench/draft-check.ts';
import { draftedProblem } from '../workbench/draft-files.ts';
import { readAnswers } from './answers-file.ts';
import type { Arguments } from './command.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { interview } from './interview.ts';
import { complaintsText, type OpenFolder, openFolder } from './knowledge-desk.ts';
import { knowledgeFolder } from './options.ts';
import { type Streams, write } from './streams.ts';
import { talkOn } from './talk.ts';
import { writeDraft } from './write-draft.ts';

/**
 * Makes a problem from a file of answers, or from what is answered to questions; nothing is written before the end.
 * Exit code 0, or 1 where the author left without keeping it.
 */
export async function newThing(args: Arguments, streams: Streams): Promise<number> {
  const [what] = args.words;
  if (what !== 'problem')
    throw new WrongUsage(
      `say what is new: "keyturn new problem"${what === undefined ? '' : `, not "${what}"`}.`,
    );
  const open = await openFolder(knowledgeFolder(args));
  const answers = args.value('answers');
  if (answers === null) {
    const talk = talkOn(streams, open.desk.prepared);
    const draft = await interview(open, talk);
    await talk.end();
    if (draft !== null) return await keep(open, draft, streams);
    await talk.say('Nothing was written.');
    return 1;
  }
  return await keep(open, await readAnswers(answers, draftSchema), streams);
}

async function keep(open: OpenFolder, draft: Draft, streams: Streams): Promise<number> {
  const { id, files } = draftedProblem(open.desk, draft);
  const check = tried(open.files, files);
  if (check.fresh.length > 0) {
    await write(streams.stdout, complaintsText(check));
    throw new BadInput(
      'nothing was written: "keyturn check" would complain of it. Mend the answers and try again.',
    );
  }
  const written = await writeDraft(open.folder, files);
  await write(streams.stdout, written.map((path) => `${path}\n`).join(''));
  await write(streams.stderr, `${nextSteps(id, draft)}\n`);
  return 0;
}

/** What an author does next, in the order in which it pays. */
function nextSteps(id: string, draft: Draft): string {
  const said = draft.said_as?.[0];
  const ask = said === undefined ? '"what somebody would say"' : JSON.stringify(said);
  return `"${id}" is written, and "keyturn check" has no complaint of it. Try it: keyturn ask ${ask}`;
}
