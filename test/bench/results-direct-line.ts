/** Direct Line beside expectReplies, and the memory of open conversations, as tables. */

import { z } from 'zod';
import { ourProgram, run } from './results-runs.ts';
import { decimals, type Row, table } from './results-table.ts';

const Side = z.object({ messagesPerSecond: z.number(), p50Ms: z.number(), p99Ms: z.number() });
const Load = z.object({
  directLine: Side.extend({ openedPerSecond: z.number() }),
  expectReplies: Side,
  ratio: Side,
});
const Memory = z.object({ rss: z.number(), heap: z.number() });
/** What `bench:direct-line` prints. */
const DirectLineFigures = Load.extend({
  connections: z.number(),
  messagesARound: z.number(),
  unhurried: Load,
  memory: z.object({ open: z.record(z.string(), Memory), afterwards: Memory, each: Memory }),
  rounds: z.array(z.number()),
});

/** What was measured; null where it failed. */
export type DirectLineResult = z.infer<typeof DirectLineFigures> | null;

/** With the rounds that the command has by itself. */
export async function measureDirectLine(): Promise<DirectLineResult> {
  const program = ourProgram('bench:direct-line');
  const [printed] = program === null ? [] : await run('bench:direct-line', program);
  return printed === undefined ? null : DirectLineFigures.parse(printed);
}

/** The tables of what was measured. */
export function directLineMarkdown(result: DirectLineResult): string {
  if (result === null) return 'Not measured.';
  const { connections, messagesARound, memory, rounds, unhurried, directLine } = result;
  return [
    `${connections} people at once, each in a conversation of their own, say what is recorded of people, one message after`,
    `the answer to the last: over Direct Line with a WebSocket each, and the same at the same server with Bot Framework's`,
    `expectReplies; medians of ${rounds.length} pairs of rounds of ${messagesARound} messages (\`bench:direct-line\`). The clients share`,
    'the cores with the server.',
    '',
    loadTable('as fast as it goes', result),
    '',
    loadTable('each person every two seconds', unhurried),
    '',
    table(
      ['memory of the server, MB', 'whole process', 'heap of the main thread'],
      [
        ...Object.entries(memory.open).map(([count, of]) => memoryRow(`${count} conversations open`, of)),
        memoryRow('all closed again', memory.afterwards),
      ],
    ),
    '',
    `An open conversation with its WebSocket takes ${kilobytes(memory.each.heap)} kB of heap, ${kilobytes(memory.each.rss)} kB of the process;`,
    `${directLine.openedPerSecond.toFixed(0)} of them are opened a second, each with its welcome kept in the store.`,
  ].join('\n');
}

const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1);

function loadTable(head: string, { directLine, expectReplies, ratio }: z.infer<typeof Load>): string {
  const of = (figure: keyof z.infer<typeof Side>): number[] => [
    directLine[figure],
    expectReplies[figure],
    ratio[figure],
  ];
  return table(
    [head, 'Direct Line', 'expectReplies', 'median ratio of pairs'],
    [
      { name: 'messages a second', values: of('messagesPerSecond'), shown: decimals(2) },
      { name: 'from sending to the answer, p50 ms', values: of('p50Ms'), shown: decimals(2) },
      { name: 'from sending to the answer, p99 ms', values: of('p99Ms'), shown: decimals(2) },
    ],
  );
}

const memoryRow = (name: string, { rss, heap }: z.infer<typeof Memory>): Row => ({
  name,
  values: [rss, heap],
  shown: (bytes) => (bytes / 1_000_000).toFixed(1),
});
