/** `keyturn simulate --words`: conversations in words, and where the worst of them went wrong. */

import { styleFor } from '../channels/console/style.ts';
import { wordsReport } from '../simulate/words/figures.ts';
import { meantText, misheardAs } from '../simulate/words/heard.ts';
import type { Talk } from '../simulate/words/talk.ts';
import type { PlayedWords, WrongTalk } from '../simulate/words/worst.ts';
import type { Arguments } from './command.ts';
import { WrongUsage } from './faults.ts';
import { readBase } from './knowledge.ts';
import { knowledgeFolder, roleNamed } from './options.ts';
import { ableRole, playWords, type WordsPlan } from './played-words.ts';
import { type Streams, write } from './streams.ts';
import { wordsText } from './words-text.ts';

/** What varies people who press buttons. */
const OTHER_OPTIONS = [
  'two-step',
  'markdown',
  'against',
  'rounds',
  'cases',
  'slips',
  'family-known',
] as const;

/** Plays at most so many and reports. Throws `WrongUsage`, and `BadInput` where the base has too few examples. */
export async function simulateWords(people: number, args: Arguments, streams: Streams): Promise<number> {
  const other = OTHER_OPTIONS.find((name) => args.has(name) || args.value(name) !== null);
  if (other !== undefined) throw new WrongUsage(`--words plays people who type; leave --${other} out.`);
  const { kb, hash } = await readBase(args.words[0] ?? knowledgeFolder(args, streams.env));
  const plan: WordsPlan = { kb, hash, role: roleNamed(args, kb) ?? ableRole(kb), people };
  const played = await playWords(plan, streams);
  const text = args.has('json')
    ? json(plan, played)
    : wordsText(plan, played, styleFor(streams.stdout.isTTY === true, streams.env));
  await write(streams.stdout, text);
  return 0;
}

function json({ kb, hash, role }: WordsPlan, { talks, wrong }: PlayedWords): string {
  const about = { title: kb.title, knowledge: hash, role: role.id };
  return `${JSON.stringify({ ...about, ...wordsReport(talks), wentWrong: wrong.map(wrongJson) }, null, 2)}\n`;
}

const wrongJson = ({ talk, wrong }: WrongTalk): object => ({
  family: talk.sufferer.family.id,
  problem: talk.sufferer.problem.id,
  end: talk.end,
  ...wrong,
  turns: talk.exchanges.map(turnJson),
});

/** `heardAs`: null where it was heard as it was meant. */
const turnJson = (exchange: Talk['exchanges'][number]): object => ({
  person: exchange.response.said,
  meant: meantText(exchange.meant),
  heardAs: misheardAs(exchange),
  bot: exchange.response.replies.map(({ kind, id, text }) => ({ kind, id, text })),
});
