/** The widget beside the real Web Chat, as tables. */

import { z } from 'zod';
import { OURS, ourProgram, run } from './results-runs.ts';
import { decimals, type Row, table } from './results-table.ts';

const Figures = z.object({
  pageBytes: z.number(),
  chatBytes: z.number(),
  chatRequests: z.number(),
  socketBytes: z.number(),
  firstReplyMs: z.number(),
  answerMs: z.number(),
});
const Visits = z.object({ keyturn: Figures, webChat: Figures, webChatToKeyturn: Figures });
const Condition = z.object({ cold: Visits, warm: Visits });
/** What `bench:web` prints. */
const WebFigures = z.object({
  chromium: z.string(),
  webChat: z.string(),
  oldTill: z.object({ bytesPerSecond: z.number(), latencyMs: z.number(), cpu: z.number() }),
  rounds: z.number(),
  found: z.object({ plain: Condition, oldTill: Condition }),
});

/** What was measured; null where it failed. */
export type WebResult = z.infer<typeof WebFigures> | null;

/** Both chats in a browser, with the rounds that the command has by itself. */
export async function measureWeb(): Promise<WebResult> {
  const program = ourProgram('bench:web');
  const [printed] = program === null ? [] : await run('bench:web', program);
  return printed === undefined ? null : WebFigures.parse(printed);
}

/** The tables of what was measured. */
export function webMarkdown(result: WebResult): string {
  if (result === null) return 'Not measured.';
  const { chromium, webChat, oldTill, rounds, found } = result;
  const { plain } = found;
  const kilobytes: Row['shown'] = (bytes) => (bytes / 1_000).toFixed(1);
  return [
    `Chromium ${chromium}, botframework-webchat ${webChat}; medians of ${rounds} rounds (\`bench:web\`). Both stand on the`,
    'same page of another site, talk to the same server, come as brotli with a year in the cache, and load nothing before',
    'their button is pressed. A second visit has the scripts cached and begins a new conversation. Bytes are those on the',
    'wire, with headers and what goes over the WebSocket. As on an old till: slow 3G',
    `(${(oldTill.bytesPerSecond * 8) / 1_000} kbit/s each way, ${oldTill.latencyMs} ms) and a processor ${oldTill.cpu} times slower.`,
    '',
    tableOf('over the wire, kB', [
      ['page with its button', plain.cold, 'pageBytes', kilobytes],
      ['chat, from the click to the first answer', plain.cold, 'chatBytes', kilobytes],
      ['page, second visit', plain.warm, 'pageBytes', kilobytes],
      ['chat, second visit', plain.warm, 'chatBytes', kilobytes],
    ]),
    '',
    tableOf('ms from the click to the welcome', waits(found, 'firstReplyMs')),
    '',
    tableOf('ms from the first message to its answer', waits(found, 'answerMs')),
  ].join('\n');
}

type Line = readonly [
  name: string,
  of: z.infer<typeof Visits>,
  figure: keyof z.infer<typeof Figures>,
  shown: Row['shown'],
];

const waits = (
  { plain, oldTill }: z.infer<typeof WebFigures>['found'],
  figure: 'firstReplyMs' | 'answerMs',
): Line[] => [
  ['plain', plain.cold, figure, decimals(0)],
  ['plain, second visit', plain.warm, figure, decimals(0)],
  ['as on an old till', oldTill.cold, figure, decimals(0)],
  ['as on an old till, second visit', oldTill.warm, figure, decimals(0)],
];

function tableOf(head: string, lines: readonly Line[]): string {
  return table(
    [head, OURS, 'Web Chat', 'median of Web Chat / keyturn'],
    lines.map(([name, { keyturn, webChat, webChatToKeyturn }, figure, shown]) => ({
      name,
      values: [keyturn[figure], webChat[figure], webChatToKeyturn[figure]],
      shown: (value) => (value === webChatToKeyturn[figure] ? value.toFixed(1) : shown(value)),
    })),
  );
}
