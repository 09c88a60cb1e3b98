/** `keyturn new problem`: asks an author, and writes a problem that passes `check`. */

import { draftSchema } from '../workbench/draft.ts';
import { type TriedProblem, triedProblem } from '../workbench/draft-check.ts';
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
  const open = await openFolder(knowledgeFolder(args, streams.env));
  const answers = args.value('answers');
  if (answers !== null) {
    const draft = await readAnswers(answers, draftSchema);
    if (streams.stderr.isTTY === true) await write(streams.stderr, 'Trying it out …\n');
    return await keepAnswered(open, triedProblem(open.desk, open.files, draft, open.models.shelf), streams);
  }
  const talk = talkOn(streams, open.desk.prepared);
  const kept = await interview(open, talk);
  await talk.end();
  if (kept !== null) return await keep(open, kept, streams);
  await talk.say('Nothing was written.');
  return 1;
}

async function keepAnswered(open: OpenFolder, made: TriedProblem, streams: Streams): Promise<number> {
  if (made.fresh.length === 0) return await keep(open, made, streams);
  await write(streams.stdout, complaintsText(made.fresh));
  throw new BadInput(
    'nothing was written: "keyturn check" would complain of it. Mend the answers and try again.',
  );
}

async function keep(open: OpenFolder, { draft, problem }: TriedProblem, streams: Streams): Promise<number> {
  const written = await writeDraft(open.folder, problem.files);
  await open.models.save();
  await write(streams.stdout, written.map((path) => `${path}\n`).join(''));
  const said = JSON.stringify(draft.said_as?.[0] ?? draft.title ?? 'what somebody would say');
  await write(streams.stderr, `"${problem.id}" is written. Try it: keyturn ask ${said}\n`);
  return 0;
}
