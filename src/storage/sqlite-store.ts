/** Conversations in a SQLite file. One writer at a time, every answer durable, writes of one moment together. */

import type { Commit, Committed, EffectItem, KeptLine, OutboxItem, Store } from '../ports.ts';
import { effectId, replyId } from '../ports.ts';
import { createGroupCommit } from './group-commit.ts';
import { compileQueries } from './queries.ts';
import { inTransaction, openDatabase, sqliteBuilder } from './sqlite-database.ts';
import { prepareStatements, type Statements } from './statements.ts';
import { readAddress, readEffect, readLine, readReplies, readReply } from './stored-json.ts';
import { createTicketBook } from './tickets.ts';
import { createQuestionBook } from './unanswered.ts';

/**
 * How long the id of an answered turn is remembered. Range one hour to a year, default seven days: channels give
 * up re-sending within minutes, and people press buttons on old cards for days; each turn costs about a kilobyte.
 */
export const TURNS_KEPT_MS = 7 * 24 * 60 * 60_000;

/** After how many commits old turn ids are forgotten. Range 1..100,000, default 1,000: it costs one look at an index. */
const FORGET_EVERY = 1_000;

/**
 * Opens the store in `file`.
 * @throws StoreRefused where it is none of ours, or of a newer version; else what the system or SQLite says
 */
export function openSqliteStore(file: string): Store {
  const db = openDatabase(file);
  const statements = prepareStatements(db, compileQueries(sqliteBuilder()));
  const together = createGroupCommit((work) => inTransaction(db, work));
  let commits = 0;

  function forgetOldTurns(at: number): void {
    if (commits++ % FORGET_EVERY === 0) statements.forgetTurns.run({ before: at - TURNS_KEPT_MS });
  }

  const changeEach = (ids: readonly string[], ...changes: readonly ((id: string) => void)[]) =>
    together(() => {
      for (const id of ids) for (const change of changes) change(id);
    });

  return {
    async load(conversation) {
      const { state, version } = statements.load.get({ conversation }) ?? { state: null, version: 0 };
      return { state, version };
    },
    async commit(change) {
      // Turned into text before anything is written: what cannot be is rejected alone.
      const texts = textsOf(change);
      return await together(() => {
        forgetOldTurns(change.at);
        return writeTurn(statements, change, texts);
      });
    },
    async history(conversation, after, limit) {
      const rows = statements.history.all({ conversation, after, limit });
      return rows.map(({ line, ...row }): KeptLine => ({ ...row, line: readLine(line) }));
    },
    async waiting() {
      return statements.waiting.all({}).map((row) => row.conversation);
    },
    async unsent(limit, conversation) {
      const rows =
        conversation === undefined
          ? statements.unsent.all({ limit })
          : statements.unsentOf.all({ limit, conversation });
      return rows.map(
        ({ address, reply, ...row }): OutboxItem => ({
          ...row,
          address: readAddress(address),
          reply: readReply(reply),
        }),
      );
    },
    markSent: (ids) => changeEach(ids, (id) => statements.markSent.run({ id })),
    async undone(limit, conversation) {
      const rows =
        conversation === undefined
          ? statements.undone.all({ limit })
          : statements.undoneOf.all({ limit, conversation });
      return rows.map(({ effect, ...row }): EffectItem => ({ ...row, effect: readEffect(effect) }));
    },
    markDone: (ids) => changeEach(ids, (id) => statements.markDone.run({ id })),
    giveUp: (ids, at) =>
      changeEach(
        ids,
        (id) => statements.giveUpReply.run({ id, at }),
        (id) => statements.giveUpEffect.run({ id, at }),
      ),
    async claim(conversation, owner, at, until) {
      // Whoever waits for another process asks often; looking costs no write.
      const holder = statements.holder.get({ conversation, at });
      if (holder !== undefined && holder.owner !== owner) return false;
      return await together(() => statements.claim.run({ conversation, owner, at, until }) > 0);
    },
    release: (conversation, owner) => together(() => void statements.release.run({ conversation, owner })),
    ...createTicketBook(statements, together),
    ...createQuestionBook(statements, together),
    async ping() {
      if (statements.ping.get({}) === undefined) throw new Error('The store has no schema.');
    },
    async close() {
      // Whatever is still being gathered is written first.
      await together(() => undefined);
      db.close();
    },
  };
}

interface Texts {
  readonly replies: string;
  readonly address: string | null;
  readonly each: readonly string[];
  readonly lines: readonly string[];
  readonly effects: readonly { readonly id: string; readonly effect: string }[];
}

function textsOf(change: Commit): Texts {
  const { address, replies, effects, conversation, lines = [] } = change;
  return {
    replies: JSON.stringify(replies),
    address: address === null ? null : JSON.stringify(address),
    each: address === null ? [] : replies.map((reply) => JSON.stringify(reply)),
    lines: lines.map((line) => JSON.stringify(line)),
    effects: effects.map((effect) => ({
      id: effectId(conversation, effect),
      effect: JSON.stringify(effect),
    })),
  };
}

/** One turn. The id of a turn goes first, so that one look tells a repeat; a conflict takes it back. */
function writeTurn(statements: Statements, change: Commit, texts: Texts): Committed {
  const { conversation, turnId, expectedVersion, state, at } = change;
  const { replies, address } = texts;
  if (statements.addTurn.run({ conversation, turnId, replies, at }) === 0) {
    const before = statements.repliesOf.get({ conversation, turnId });
    return { kind: 'duplicate', replies: readReplies(before?.replies ?? '') };
  }
  const changed =
    expectedVersion === 0
      ? statements.firstState.run({ conversation, state, at })
      : statements.nextState.run({ conversation, state, at, expectedVersion });
  if (changed === 0) {
    statements.removeTurn.run({ conversation, turnId });
    return { kind: 'conflict' };
  }
  if (address !== null) {
    for (const [index, reply] of texts.each.entries()) {
      statements.addReply.run({ id: replyId(conversation, turnId, index), conversation, address, reply, at });
    }
  }
  if (texts.lines.length > 0) writeLines(statements, change, texts.lines);
  for (const { id, effect } of texts.effects) statements.addEffect.run({ id, conversation, effect, at });
  return { kind: 'stored' };
}

/** The state was changed by this very turn, so nobody else counts lines of this conversation meanwhile. */
function writeLines(statements: Statements, { conversation, at }: Commit, lines: readonly string[]): void {
  const before = statements.lastLine.get({ conversation })?.sequence ?? 0;
  for (const [index, line] of lines.entries()) {
    statements.addLine.run({ conversation, sequence: before + index + 1, line, at });
  }
}
