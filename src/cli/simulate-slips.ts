/** `keyturn simulate --slips` and `--cases`: people who slip, and their closed cases. */

import { MOST_NOISE } from '../core/diagnosis/slips.ts';
import type { Run } from '../simulate/account.ts';
import { type Report, report } from '../simulate/figures.ts';
import { type Plan, simulateSlips, suffererOfEach } from '../simulate/simulate.ts';
import { CaseFile } from './case-file.ts';
import type { Arguments } from './command.ts';
import { WrongUsage } from './faults.ts';
import { Progress } from './progress.ts';
import type { Streams } from './streams.ts';

/** What the two options ask for. */
export interface Slips {
  /** `--slips`; null: as often as the knowledge base says. */
  readonly share: number | null;
  /** `--cases`; null: the cases are not kept. */
  readonly casesFile: string | null;
}

/** Null where neither option is given. Throws `WrongUsage`. */
export function slipsOf(args: Arguments): Slips | null {
  const [share, casesFile] = [shareOf(args.value('slips')), args.value('cases')];
  return share === null && casesFile === null ? null : { share, casesFile };
}

function shareOf(typed: string | null): number | null {
  if (typed === null) return null;
  const share = /^0?\.?\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  if (share >= 0 && share <= MOST_NOISE) return share;
  throw new WrongUsage(`--slips must be a number from 0 to ${MOST_NOISE}, not "${typed}".`);
}

/** Plays them, and writes their cases where that is wanted. */
export async function playSlips(plan: Plan, { share, casesFile }: Slips, streams: Streams): Promise<Report> {
  const progress = new Progress(streams.stderr, suffererOfEach(plan).length * plan.rounds);
  const file = casesFile === null ? null : await CaseFile.begin(casesFile);
  const runs: Run[] = [];
  try {
    for (const { run, closed } of simulateSlips(plan, share)) {
      runs.push(run);
      await file?.add(closed);
      await progress.step(`${run.family}/${run.problem}`);
    }
  } finally {
    await file?.end();
    await progress.end();
  }
  return report(plan.kb, runs);
}
