/** Triage of many tickets as a stream: how fast, and whether its memory grows with their number. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { round } from './percentiles.ts';

/** Has the child say at its end how much memory it ever had. */
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))`;

/** What one run of triage took. */
export interface TriageRun {
  readonly tickets: number;
  readonly seconds: number;
  readonly ticketsPerSecond: number;
  /** Most memory that the process ever had, in MB. */
  readonly peakRssMb: number;
}

/** Runs the command itself over `tickets` tickets, made of `messages` in turn. Rejects where an answer is missing. */
export async function triageRun(messages: readonly string[], tickets: number): Promise<TriageRun> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_PEAK, 'dist/program/bin.js', 'triage'], {
    stdio: 'pipe',
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += String(chunk);
  });
  const answered = countLines(child.stdout);
  for (let number = 0; number < tickets; number += 1) {
    const text = messages[number % messages.length] ?? '';
    if (!child.stdin.write(`${JSON.stringify({ id: number, text })}\n`)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [lines] = await Promise.all([answered, once(child, 'close')]);
  if (lines !== tickets) throw new Error(`${lines} of ${tickets} tickets were answered: ${errors}`);
  const seconds = (performance.now() - begun) / 1000;
  const peakRssMb = Math.round(Number(/peak (\d+)/.exec(errors)?.[1] ?? 0) / 1024);
  return { tickets, seconds: round(seconds), ticketsPerSecond: Math.round(tickets / seconds), peakRssMb };
}

async function countLines(stream: NodeJS.ReadableStream): Promise<number> {
  let count = 0;
  for await (const _line of createInterface({ input: stream })) count += 1;
  return count;
}
