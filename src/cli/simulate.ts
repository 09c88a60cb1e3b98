/** `keyturn simulate`: simulated people for every problem, and a report. */

import { MOST_NOISE } from '../core/diagnosis/slips.ts';
import type { Id, KnowledgeBase, Role } from '../core/knowledge/model.ts';
import type { Run } from '../simulate/account.ts';
import { type Missed, type Report, report } from '../simulate/figures.ts';
import {
  type Experiment,
  experimentsFor,
  type Plan,
  reachedAs,
  simulate,
  simulateSlips,
  suffererOfEach,
} from '../simulate/simulate.ts';
import { CaseFile } from './case-file.ts';
import { type Arguments, wholeNumber } from './command.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { loadKnowledge } from './knowledge.ts';
import { knowledgeFolder, personOf } from './options.ts';
import { Progress } from './progress.ts';
import { experimentText } from './simulation-text.ts';
import { type Streams, write } from './streams.ts';

/** Rounds where none is said (1..1000). One: chance decides much; many: little is learnt for the time. */
export const USUAL_ROUNDS = 3;

const TITLES: Readonly<Record<Experiment | 'slips', string>> = {
  truthful: 'Truthful people',
  unsure: 'The same, "not sure" of one question in ten that they could answer',
  'moved-words': 'The same, every likelihood word of the knowledge moved one step at random',
  'two-step': 'Truthful people again, the bot looking two steps ahead',
  slips: 'People who see what is written as often as is written, and slip now and then',
};

/**
 * Plays all experiments; with `--slips` or `--cases` people who slip alone, whose closed cases are kept. Exit code 1 where
 * a truthful person cannot reach some problem, whoever they are.
 */
export async function simulateAll(args: Arguments, streams: Streams): Promise<number> {
  const slipShare = slipShareOf(args);
  const plan = await planOf(args);
  const casesFile = args.value('cases');
  if (slipShare !== null || casesFile !== null) {
    const reports = new Map([['slips' as const, await playSlips(plan, slipShare, casesFile, streams)]]);
    await write(streams.stdout, args.has('json') ? json(plan, reports, []) : text(plan, reports, []));
    return 0;
  }
  const reports = await play(plan, streams);
  const never = (reports.get('truthful')?.missed ?? []).filter((missed) => missed.reached === 0);
  const others = never.map((missed) => ({
    ...missed,
    role: reachedAs(plan, missed.family, missed.problem)?.id ?? null,
  }));
  await write(streams.stdout, args.has('json') ? json(plan, reports, others) : text(plan, reports, others));
  return others.every(({ role }) => role !== null) ? 0 : 1;
}

/** A pair that the role simulated never reached, and the lowest role that does; null: none. */
type Other = Missed & { readonly role: Id | null };

async function planOf(args: Arguments): Promise<Plan> {
  const { kb, prepared } = await loadKnowledge(args.words[0] ?? knowledgeFolder(args));
  const { role: roleId } = personOf(args, prepared);
  const rounds = wholeNumber(args, 'rounds', USUAL_ROUNDS, 1, 1000);
  return { kb, prepared, role: roleOf(kb, roleId), familyKnown: args.has('family-known'), rounds };
}

function roleOf(kb: KnowledgeBase, id: string | null): Role {
  const role = id === null ? kb.roles[0] : kb.roles.find((each) => each.id === id);
  if (role === undefined) throw new BadInput('the knowledge base has no roles, so nobody can be simulated.');
  return role;
}

/** By experiment, in their order; those that were not played are missing. */
type Reports = ReadonlyMap<Experiment | 'slips', Report>;

/** `--slips`; null: as often as the knowledge base says. Throws `WrongUsage`. */
function slipShareOf(args: Arguments): number | null {
  const typed = args.value('slips');
  if (typed === null) return null;
  const share = /^0?\.?\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  if (share >= 0 && share <= MOST_NOISE) return share;
  throw new WrongUsage(`--slips must be a number from 0 to ${MOST_NOISE}, not "${typed}".`);
}

async function playSlips(
  plan: Plan,
  slipShare: number | null,
  casesFile: string | null,
  streams: Streams,
): Promise<Report> {
  const progress = new Progress(streams.stderr, suffererOfEach(plan).length * plan.rounds);
  const file = casesFile === null ? null : await CaseFile.begin(casesFile);
  const runs: Run[] = [];
  try {
    for (const { run, closed } of simulateSlips(plan, slipShare)) {
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

async function play(plan: Plan, streams: Streams): Promise<Reports> {
  const experiments = experimentsFor(plan.kb);
  const progress = new Progress(
    streams.stderr,
    suffererOfEach(plan).length * plan.rounds * experiments.length,
  );
  const reports = new Map<Experiment, Report>();
  for (const experiment of experiments) {
    const runs: Run[] = [];
    for (const run of simulate(plan, experiment)) {
      runs.push(run);
      await progress.step(`${experiment} ${run.family}/${run.problem}`);
    }
    reports.set(experiment, report(plan.kb, runs));
  }
  await progress.end();
  return reports;
}

function json(plan: Plan, reports: Reports, others: readonly Other[]): string {
  const { kb, role, familyKnown, rounds, prepared } = plan;
  const about = { title: kb.title, knowledge: prepared.hash, role: role.id, familyKnown, rounds };
  const neverReached = others.map((other) => ({
    family: other.family,
    problem: other.problem,
    reachedAs: other.role,
  }));
  return `${JSON.stringify({ ...about, neverReached, experiments: Object.fromEntries(reports) }, null, 2)}\n`;
}

function text({ kb, role, familyKnown, rounds }: Plan, reports: Reports, others: readonly Other[]): string {
  const known = familyKnown ? 'their kind of device known' : 'nothing known';
  const head = `${kb.title}: ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${role.label}, ${known} at the start\n\n`;
  const tables = [...reports]
    .map(([experiment, each]) => experimentText(TITLES[experiment], each))
    .join('\n');
  const lines = others.map((other) => `${other.family}/${other.problem} ${reachedText(other.role)}\n`);
  return `${head}${tables}${lines.length === 0 ? '' : `\nNever reached as ${role.id}:\n${lines.join('')}`}`;
}

const reachedText = (role: Id | null): string =>
  role === null ? 'cannot be reached by anybody' : `is reached as ${role}`;
