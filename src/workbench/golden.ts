/** From a conversation to the file of a golden one. */

import { z } from 'zod';
import { id, sentence } from '../core/knowledge/authored/terms.ts';
import type { Id } from '../core/knowledge/model.ts';
import { writtenFile } from '../core/knowledge/parse/write.ts';
import { type Decision, decisionOf, typedDecision, writtenDecision } from './decision.ts';
import type { Desk } from './desk.ts';
import { type Draft, draftSchema } from './draft.ts';
import { DEFAULTS, type DraftFile } from './draft-files.ts';
import { signsFrom } from './heard.ts';
import { newId } from './names.ts';
import type { Exchange } from './replay.ts';

/** The answers, as `keyturn golden --answers FILE` reads them. */
export const goldenSchema = z.strictObject({
  /** The name of the file, without its ending. */
  name: id.optional(),
  title: sentence.optional(),
  why: sentence.optional(),
  /** Number of what the person did, from 1 → what should have come: `remedy ID`, `closing`, `new`. */
  should: z.record(z.string().regex(/^\d+$/u, 'a turn is named by its number, from 1'), sentence).optional(),
  /** The problem that is missing, where something should be `new`. */
  problem: draftSchema.optional(),
  /** The turn that was misheard, by its number from 1, and what it was, as `keyturn example` takes it. */
  misheard: z
    .strictObject({
      turn: z.int().min(1),
      says: sentence.optional(),
      answer: id.optional(),
      act: id.optional(),
      article: id.optional(),
      problem: id.optional(),
      standing: id.optional(),
      states: sentence.optional(),
      family: id.optional(),
      level: id.optional(),
    })
    .optional(),
});

export type GoldenAnswers = z.infer<typeof goldenSchema>;

/** A place where it should have gone another way: `turn` counts what the person did, from 1. */
export interface Correction {
  readonly turn: number;
  readonly decision: Decision;
}

/** What a golden conversation is made of. */
export interface GoldenDraft {
  readonly name: Id | null;
  readonly title: string | null;
  readonly why: string | null;
  readonly role: Id | null;
  readonly exchanges: readonly Exchange[];
  /** Null: all went as it should. What came after it followed the wrong way and is left out. */
  readonly correction: Correction | null;
}

/** Characters of a title that is made of the first words (20..120). */
const TITLE_LENGTH = 72;

/** The title where the author gives none: the beginning of what was said first. */
export function titleOf(exchanges: readonly Exchange[]): string {
  const first = exchanges.find(({ did }) => did.kind === 'user')?.did;
  const line =
    first?.kind === 'user' ? (first.text.split('\n').find((each) => each.trim() !== '') ?? '').trim() : '';
  const title = line === '' ? 'A conversation' : line;
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1)}…`;
}

/** The reason where the author gives none. */
export function whyOf({ exchanges, correction }: GoldenDraft): string {
  const went = correction === null ? undefined : exchanges[correction.turn - 1];
  if (went === undefined || correction === null) return 'It went like this, and it was right.';
  const came = decisionOf(went.response.replies);
  return `It went to ${came === null ? 'silence' : typedDecision(came)}; ${typedDecision(correction.decision)} is right.`;
}

/** The file. `taken`: names of conversations that exist. */
export function goldenFile(draft: GoldenDraft, taken: ReadonlySet<string>): DraftFile {
  const title = draft.title ?? titleOf(draft.exchanges);
  const name = draft.name ?? newId(title, taken, 'conversation');
  const path = `conversations/${name}.yaml`;
  const last = draft.correction?.turn ?? draft.exchanges.length;
  const turns = draft.exchanges.slice(0, last).flatMap(({ did, response }, index) => {
    const should =
      draft.correction?.turn === index + 1 ? draft.correction.decision : decisionOf(response.replies);
    const person = did.kind === 'user' ? { user: did.text } : { chooses: did.choice };
    return should === null ? [person] : [person, { bot: writtenDecision(should) }];
  });
  const content = { title, why: draft.why ?? whyOf(draft), role: draft.role ?? undefined, turns };
  return { path, text: writtenFile(path, 'conversation', content) };
}

/** What a conversation says of a problem that is missing: its device, the person's words, and what was heard in them. */
export function draftFrom(desk: Desk, exchanges: readonly Exchange[], upTo: number): Draft {
  const before = exchanges.slice(0, upTo);
  const last = before.at(-1)?.response;
  const family = last?.reading.family?.id;
  const reports = before.filter(({ response }) => response.reading.heard.act === 'report');
  const telling = reports.length === 0 ? before.slice(0, 1) : reports;
  const saidAs = telling.flatMap(({ did }) => (did.kind === 'user' ? firstLine(did.text) : []));
  const facts = last?.state.case?.facts ?? [];
  return {
    ...(family === undefined ? {} : { families: { [family]: DEFAULTS.frequency } }),
    ...(saidAs.length === 0 ? {} : { said_as: [...new Set(saidAs)] }),
    signs: mutable(
      signsFrom(desk, facts, family === undefined ? desk.kb.families.map((each) => each.id) : [family]),
    ),
  };
}

const mutable = (signs: ReturnType<typeof signsFrom>): NonNullable<Draft['signs']> =>
  Object.fromEntries(Object.entries(signs).map(([question, answers]) => [question, { ...answers }]));

/** A line that is short enough to be a saying. */
function firstLine(text: string): readonly string[] {
  const line = (text.split('\n').find((each) => each.trim() !== '') ?? '').trim();
  return line === '' ? [] : [line.slice(0, 200)];
}
