/** `keyturn golden`: from a conversation that went wrong to one that must go right. */

import { readFile } from 'node:fs/promises';
import { safeText } from '../channels/console/safe-text.ts';
import { nameOf } from '../core/knowledge/base.ts';
import type { Id } from '../core/knowledge/model.ts';
import { prepare } from '../core/prepare.ts';
import { problemOf } from '../server/system-problems.ts';
import type { Draft } from '../workbench/draft.ts';
import { readWith } from '../workbench/draft-check.ts';
import { type DraftFile, draftedProblem } from '../workbench/draft-files.ts';
import { labelOf } from '../workbench/example.ts';
import { draftFrom, goldenFile, goldenSchema } from '../workbench/golden.ts';
import { isHeardAs, type Misheard, whyMisheard } from '../workbench/misheard.ts';
import { playConversation } from '../workbench/played-conversation.ts';
import { type Exchange, replay } from '../workbench/replay.ts';
import { type Doing, doingsIn } from '../workbench/transcript.ts';
import { readAnswers } from './answers-file.ts';
import { type Arguments, wholeNumber } from './command.ts';
import { keepExample, type TaughtExample, teach, toldOf } from './example.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { askGolden, type GoldenTalk, toldGolden } from './golden-talk.ts';
import { complaintsText, type OpenFolder, openFolder } from './knowledge-desk.ts';
import { misheardOf, SAY_WHAT } from './misheard.ts';
import { knowledgeFolder, personOf } from './options.ts';
import { readAll, type Streams, write } from './streams.ts';
import { talkOn } from './talk.ts';
import { writeDraft } from './write-draft.ts';

/** Longest transcript that is read, in bytes (a conversation has some kilobytes). */
const TRANSCRIPT_LIMIT_BYTES = 1024 * 1024;
/** Highest number of a turn that may be named: more than a transcript of that length has. */
const MOST_TURNS = 1_000_000;

/** Plays a transcript again, asks what should have come, and writes it down. Exit code 0, or 1 where the author left. */
export async function golden(args: Arguments, streams: Streams): Promise<number> {
  const [file] = args.words;
  if (file === undefined) throw new WrongUsage('say which transcript: a file, or - for stdin.');
  const open = await openFolder(knowledgeFolder(args, streams.env));
  const { role } = personOf(args, open.desk.prepared);
  const doings = doingsIn(await transcriptOf(file, streams));
  if (doings.length === 0) throw new BadInput(`in ${file} nobody says anything.`);
  const exchanges = replay(open.desk.prepared, doings, role);
  const told = await toldIn(args, file, open, exchanges);
  const wanted = told ?? (await asked(open, exchanges, streams));
  if (wanted === null) {
    await write(streams.stderr, 'Nothing was written.\n');
    return 1;
  }
  const { misheard } = wanted;
  if (misheard === null) return await keep(open, exchanges, { ...wanted, role }, null, streams);
  const { taught, heard } = await mended(
    open,
    doings.slice(0, misheard.turn),
    { ...wanted, misheard, role },
    streams,
  );
  const why = wanted.why ?? whyMisheard(misheard);
  return await keep(open, heard, { ...wanted, why, role }, taught, streams);
}

async function transcriptOf(file: string, streams: Streams): Promise<string> {
  if (file === '-') return await readAll(streams.stdin, TRANSCRIPT_LIMIT_BYTES);
  return await readFile(file, 'utf8').catch((error: unknown) => {
    throw new BadInput(`${file} cannot be read: ${problemOf(error)}.`);
  });
}

/** What the options and the file of answers say; null where there are none, and the author is asked. */
async function toldIn(
  args: Arguments,
  file: string,
  { desk }: OpenFolder,
  exchanges: readonly Exchange[],
): Promise<GoldenTalk | null> {
  const answers = args.value('answers');
  const turn = turnIn(args);
  if (answers === null && turn === null && file !== '-') return null;
  const read = answers === null ? {} : await readAnswers(answers, goldenSchema);
  const misheard = turn === null ? null : misheardOf(desk.kb, exchanges, turn, args.value);
  return toldGolden(desk, exchanges, read, misheard);
}

/** The turn that was misheard; null: no option speaks of one. */
function turnIn(args: Arguments): number | null {
  if (args.value('turn') !== null) return wholeNumber(args, 'turn', 1, 1, MOST_TURNS);
  if (SAY_WHAT.some((name) => args.value(name) !== null))
    throw new WrongUsage('say which turn was misheard: --turn N.');
  return null;
}

async function asked(
  open: OpenFolder,
  exchanges: readonly Exchange[],
  streams: Streams,
): Promise<GoldenTalk | null> {
  const talk = talkOn(streams, open.desk.prepared);
  const wanted = await askGolden(open, exchanges, talk);
  await talk.end();
  return wanted;
}

/** Teaches what was misheard, and plays the conversation up to there by the base that has learnt it. */
async function mended(
  open: OpenFolder,
  doings: readonly Doing[],
  { misheard, correction, role }: GoldenTalk & { readonly misheard: Misheard; readonly role: Id | null },
  streams: Streams,
): Promise<{ readonly taught: TaughtExample; readonly heard: readonly Exchange[] }> {
  const taught = await teach(open, misheard.says, misheard.of, streams);
  const heard = replay(prepare(taught.after, '', open.models.shelf), doings, role);
  await open.models.save();
  const last = heard[misheard.turn - 1];
  if (correction === null && (last === undefined || !isHeardAs(last, misheard)))
    throw new BadInput(
      `nothing was written: turn ${misheard.turn} is not heard as "${labelOf(misheard.of)}" with one example of it. ` +
        'Teach more like it with "keyturn example", or say under "should" in a file of --answers what should have come.',
    );
  return { taught, heard };
}

/** `taught` null: nothing was misheard. */
async function keep(
  open: OpenFolder,
  exchanges: readonly Exchange[],
  wanted: GoldenTalk & { readonly role: string | null },
  taught: TaughtExample | null,
  streams: Streams,
): Promise<number> {
  const made = filesOf(open, exchanges, wanted);
  const { read, fresh } = readWith(
    open.files,
    taught === null ? made.files : [...made.files, taught.drafted.file],
  );
  const { kb, conversations } = read;
  if (kb === null) {
    await write(streams.stdout, complaintsText(fresh));
    throw new BadInput('nothing was written: the base would have errors.');
  }
  await write(streams.stderr, complaintsText(fresh));
  const written = await writeDraft(open.folder, made.files);
  if (taught !== null) written.push(await keepExample(open, taught));
  await write(streams.stdout, written.map((path) => `${path}\n`).join(''));
  if (taught !== null) await write(streams.stderr, toldOf(taught));
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
  const { missing, correction, misheard: _, ...rest } = wanted;
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
