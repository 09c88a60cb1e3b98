/** `keyturn golden`: from a conversation that went wrong to one that must go right. */

import { readFile } from 'node:fs/promises';
import { safeText } from '../channels/console/safe-text.ts';
import { nameOf } from '../core/knowledge/base.ts';
import { prepare } from '../core/prepare.ts';
import { problemOf } from '../server/system-problems.ts';
import type { Draft } from '../workbench/draft.ts';
import { readWith } from '../workbench/draft-check.ts';
import { type DraftFile, draftedProblem } from '../workbench/draft-files.ts';
import { draftFrom, type GoldenAnswers, goldenFile, goldenSchema } from '../workbench/golden.ts';
import { playConversation } from '../workbench/played-conversation.ts';
import { type Exchange, replay } from '../workbench/replay.ts';
import { doingsIn } from '../workbench/transcript.ts';
import { readAnswers } from './answers-file.ts';
import type { Arguments } from './command.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { askGolden, type GoldenTalk, toldGolden } from './golden-talk.ts';
import { complaintsText, type OpenFolder, openFolder } from './knowledge-desk.ts';
import { knowledgeFolder, personOf } from './options.ts';
import { readAll, type Streams, write } from './streams.ts';
import { talkOn } from './talk.ts';
import { writeDraft } from './write-draft.ts';

/** Longest transcript that is read, in bytes (a conversation has some kilobytes). */
const TRANSCRIPT_LIMIT_BYTES = 1024 * 1024;

/** Plays a transcript again, asks what should have come, and writes it down. Exit code 0, or 1 where the author left. */
export async function golden(args: Arguments, streams: Streams): Promise<number> {
  const [file] = args.words;
  if (file === undefined) throw new WrongUsage('say which transcript: a file, or - for stdin.');
  const open = await openFolder(knowledgeFolder(args, streams.env));
  const { role } = personOf(args, open.desk.prepared);
  const doings = doingsIn(await transcriptOf(file, streams));
  if (doings.length === 0) throw new BadInput(`in ${file} nobody says anything.`);
  const exchanges = replay(open.desk.prepared, doings, role);
  const answers = args.value('answers');
  const told = answers === null ? null : await readAnswers(answers, goldenSchema);
  const wanted = await wantedOf(open, exchanges, file === '-' && told === null ? {} : told, streams);
  if (wanted === null) {
    await write(streams.stderr, 'Nothing was written.\n');
    return 1;
  }
  return await keep(open, exchanges, { ...wanted, role }, streams);
}

async function transcriptOf(file: string, streams: Streams): Promise<string> {
  if (file === '-') return await readAll(streams.stdin, TRANSCRIPT_LIMIT_BYTES);
  return await readFile(file, 'utf8').catch((error: unknown) => {
    throw new BadInput(`${file} cannot be read: ${problemOf(error)}.`);
  });
}

/** What should have come: from the answers, or asked where there are none. */
async function wantedOf(
  open: OpenFolder,
  exchanges: readonly Exchange[],
  told: GoldenAnswers | null,
  streams: Streams,
): Promise<GoldenTalk | null> {
  if (told !== null) return toldGolden(open.desk, exchanges, told);
  const talk = talkOn(streams, open.desk.prepared);
  const wanted = await askGolden(open, exchanges, talk);
  await talk.end();
  return wanted;
}

async function keep(
  open: OpenFolder,
  exchanges: readonly Exchange[],
  wanted: GoldenTalk & { readonly role: string | null },
  streams: Streams,
): Promise<number> {
  const made = filesOf(open, exchanges, wanted);
  const { read, fresh } = readWith(open.files, made.files);
  const { kb, conversations } = read;
  if (kb === null) {
    await write(streams.stdout, complaintsText(fresh));
    throw new BadInput('nothing was written: the base would have errors.');
  }
  await write(streams.stderr, complaintsText(fresh));
  const written = await writeDraft(open.folder, made.files);
  await write(streams.stdout, written.map((path) => `${path}\n`).join(''));
  const conversation = conversations.find(({ path }) => path === made.conversation);
  const played =
    conversation === undefined ? null : playConversation(prepare(kb, '', open.models.shelf), conversation);
  const departure = played?.departure ?? null;
  await write(
    streams.stderr,
    departure === null
      ? 'It goes as written. "npm test" and "keyturn check" hold it from now on.\n'
      : `It does not go like this yet: ${safeText(departure.message).replace(/\s+/gu, ' ')}.\nChange the knowledge until "keyturn check" is content.\n`,
  );
  return 0;
}

function filesOf(
  { desk, files }: OpenFolder,
  exchanges: readonly Exchange[],
  wanted: GoldenTalk & { readonly role: string | null },
): { readonly conversation: string; readonly files: readonly DraftFile[] } {
  const taken = new Set(
    files.filter(({ path }) => path.startsWith('conversations/')).map(({ path }) => nameOf(path)),
  );
  const { missing, correction, ...rest } = wanted;
  const problem =
    missing === null
      ? null
      : draftedProblem(desk, withWords(draftFrom(desk, exchanges, missing.turn), missing.draft));
  const decided =
    missing !== null && problem !== null
      ? { turn: missing.turn, decision: { kind: 'remedy', id: problem.id } as const }
      : correction;
  const conversation = goldenFile({ ...rest, exchanges, correction: decided }, taken);
  return { conversation: conversation.path, files: [conversation, ...(problem?.files ?? [])] };
}

/** What the author said before what the conversation says. */
const withWords = (heard: Draft, said: Draft): Draft => ({ ...heard, ...said });
