/** The report of `keyturn simulate --words` for a reader. */

import { safeText } from '../channels/console/safe-text.ts';
import type { Style } from '../channels/console/style.ts';
import { wrap } from '../channels/console/wrap.ts';
import { type WordsFigures, wordsReport } from '../simulate/words/figures.ts';
import type { PlayedWords, WrongTalk } from '../simulate/words/worst.ts';
import type { WordsPlan } from './played-words.ts';
import { percent } from './simulation-text.ts';
import { alignedText, type Rows } from './table.ts';

/** Conversations that are printed; the JSON has all. */
const WORST_SHOWN = 10;

/** Columns of a line of a conversation. */
const WIDTH = 110;

/** A line per kind of device and the total, by what conversations went wrong, and the worst of them. */
export function wordsText({ kb, role }: WordsPlan, { talks, wrong }: PlayedWords, style: Style): string {
  const { byFamily, ...total } = wordsReport(talks);
  const rows = [...Object.entries(byFamily), ['total', total] as const].map(([name, each]) => [
    name,
    ...cellsOf(each),
  ]);
  const shown = wrong.slice(0, WORST_SHOWN);
  const left = wrong.length - shown.length;
  return [
    `${kb.title}: ${talks.length} conversations in words, ${role.label}, nothing known at the start\n`,
    alignedText([HEAD, ...rows]),
    `${style.strong('Went wrong by')}\n${alignedText(causeRows(wrong))}`,
    ...shown.map((each, at) => talkText(each, at + 1, style)),
    ...(left > 0 ? [`and ${left} more; --json has them all\n`] : []),
  ].join('\n');
}

const HEAD = [
  'kind of device',
  'people',
  'solved',
  'handed over',
  'given up',
  'closed before',
  'questions',
  'wrong remedies',
  'asked although said',
  'asked twice',
];

const cellsOf = (figures: WordsFigures): readonly string[] => [
  String(figures.people),
  ...[figures.solved, figures.handedOver, figures.givenUp, figures.closedBefore].map(percent),
  ...[figures.questions, figures.wrongRemedies, figures.askedAlthoughSaid, figures.askedTwice].map((mean) =>
    mean.toFixed(2),
  ),
];

const CAUSES = ['not heard', 'asked', 'decided'] as const satisfies readonly WrongTalk['wrong']['by'][];

function causeRows(wrong: readonly WrongTalk[]): Rows {
  const row = (name: string, all: readonly WrongTalk[]): readonly string[] => [
    name,
    ...CAUSES.map((cause) => String(all.filter((each) => each.wrong.by === cause).length)),
  ];
  const ends = [...new Set(wrong.map(({ talk }) => talk.end))];
  return [
    ['end', ...CAUSES],
    ...ends.map((end) =>
      row(
        end,
        wrong.filter(({ talk }) => talk.end === end),
      ),
    ),
    row('total', wrong),
  ];
}

/** A conversation as `keyturn golden` reads it, with the turn that went wrong marked after what was replied. */
function talkText({ talk, wrong }: WrongTalk, place: number, { strong, caution }: Style): string {
  const { sufferer, end, exchanges } = talk;
  const lines = exchanges.flatMap(({ response }, at) => [
    wrap(safeText(response.said), WIDTH, 'you      '),
    wrap(safeText(response.replies.map(({ text }) => text).join('\n')), WIDTH, 'keyturn  '),
    ...(at + 1 === wrong.turn
      ? [caution(wrap(safeText(`${wrong.by}: ${wrong.because}`), WIDTH, '     ^^  '))]
      : []),
  ]);
  const name = `${sufferer.family.id}/${sufferer.problem.id}`;
  const head = `${place}. ${name}: ${end}; turn ${wrong.turn} went wrong, ${wrong.by}`;
  return `${strong(head)}\n${lines.join('\n')}\n`;
}
