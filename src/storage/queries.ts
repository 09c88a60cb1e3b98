/** Every question the store asks its database, compiled once; `@name` marks what is filled in at each use. */

import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './schema.ts';

const text = (name: string): RawBuilder<string> => sql<string>`${sql.raw(`@${name}`)}`;
const whole = (name: string): RawBuilder<number> => sql<number>`${sql.raw(`@${name}`)}`;

/** Compiles the queries in the SQL of the database that `db` speaks to. */
export function compileQueries(db: Kysely<Tables>) {
  const waitingReplies = db
    .selectFrom('outbox')
    .select(['id', 'conversation', 'address', 'reply', 'sequence', 'at'])
    .where('given_up_at', 'is', null)
    .orderBy('sequence')
    .limit(whole('limit'));
  const waitingEffects = db
    .selectFrom('effects')
    .select(['id', 'conversation', 'effect', 'sequence', 'at'])
    .where('done', '=', sql.lit(0))
    .where('given_up_at', 'is', null)
    .orderBy('sequence')
    .limit(whole('limit'));
  return {
    load: db
      .selectFrom('conversations')
      .select(['state', 'version'])
      .where('conversation', '=', text('conversation'))
      .compile(),
    repliesOf: db
      .selectFrom('turns')
      .select('replies')
      .where('conversation', '=', text('conversation'))
      .where('turn_id', '=', text('turnId'))
      .compile(),

    firstState: db
      .insertInto('conversations')
      .values({
        conversation: text('conversation'),
        version: sql.lit(1),
        state: text('state'),
        at: whole('at'),
      })
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
    nextState: db
      .updateTable('conversations')
      .set({ state: text('state'), version: sql`version + 1`, at: whole('at') })
      .where('conversation', '=', text('conversation'))
      .where('version', '=', whole('expectedVersion'))
      .compile(),
    addTurn: db
      .insertInto('turns')
      .values({
        conversation: text('conversation'),
        turn_id: text('turnId'),
        replies: text('replies'),
        at: whole('at'),
      })
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
    removeTurn: db
      .deleteFrom('turns')
      .where('conversation', '=', text('conversation'))
      .where('turn_id', '=', text('turnId'))
      .compile(),
    addReply: db
      .insertInto('outbox')
      .values({
        id: text('id'),
        conversation: text('conversation'),
        address: text('address'),
        reply: text('reply'),
        at: whole('at'),
      })
      .compile(),
    addEffect: db
      .insertInto('effects')
      .values({
        id: text('id'),
        conversation: text('conversation'),
        effect: text('effect'),
        at: whole('at'),
        done: sql.lit(0),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .compile(),
    addLine: db
      .insertInto('history')
      .values({
        conversation: text('conversation'),
        sequence: whole('sequence'),
        line: text('line'),
        at: whole('at'),
      })
      .compile(),
    lastLine: db
      .selectFrom('history')
      .select('sequence')
      .where('conversation', '=', text('conversation'))
      .orderBy('sequence', 'desc')
      .limit(sql.lit(1))
      .compile(),
    history: db
      .selectFrom('history')
      .select(['sequence', 'line', 'at'])
      .where('conversation', '=', text('conversation'))
      .where('sequence', '>', whole('after'))
      .orderBy('sequence')
      .limit(whole('limit'))
      .compile(),
    forgetTurns: db.deleteFrom('turns').where('at', '<', whole('before')).compile(),

    waiting: db
      .selectFrom('outbox')
      .select('conversation')
      .where('given_up_at', 'is', null)
      .union(
        db
          .selectFrom('effects')
          .select('conversation')
          .where('done', '=', sql.lit(0))
          .where('given_up_at', 'is', null),
      )
      .compile(),
    unsent: waitingReplies.compile(),
    unsentOf: waitingReplies.where('conversation', '=', text('conversation')).compile(),
    markSent: db.deleteFrom('outbox').where('id', '=', text('id')).compile(),
    undone: waitingEffects.compile(),
    undoneOf: waitingEffects.where('conversation', '=', text('conversation')).compile(),
    markDone: db
      .updateTable('effects')
      .set({ done: sql.lit(1) })
      .where('id', '=', text('id'))
      .compile(),
    giveUpReply: db
      .updateTable('outbox')
      .set({ given_up_at: whole('at') })
      .where('id', '=', text('id'))
      .compile(),
    giveUpEffect: db
      .updateTable('effects')
      .set({ given_up_at: whole('at') })
      .where('id', '=', text('id'))
      .compile(),

    holder: db
      .selectFrom('leases')
      .select('owner')
      .where('conversation', '=', text('conversation'))
      .where('until', '>', whole('at'))
      .compile(),
    claim: db
      .insertInto('leases')
      .values({ conversation: text('conversation'), owner: text('owner'), until: whole('until') })
      .onConflict((conflict) =>
        conflict
          .column('conversation')
          .doUpdateSet({ owner: text('owner'), until: whole('until') })
          .where((where) =>
            where.or([where('leases.owner', '=', text('owner')), where('leases.until', '<=', whole('at'))]),
          ),
      )
      .compile(),
    release: db
      .deleteFrom('leases')
      .where('conversation', '=', text('conversation'))
      .where('owner', '=', text('owner'))
      .compile(),

    openTicket: db
      .insertInto('tickets')
      .values({
        effect_id: text('effectId'),
        conversation: text('conversation'),
        summary: text('summary'),
        at: whole('at'),
      })
      .onConflict((conflict) => conflict.column('effect_id').doNothing())
      .compile(),
    ticketOf: db.selectFrom('tickets').select('id').where('effect_id', '=', text('effectId')).compile(),
    lastTicket: db
      .selectFrom('tickets')
      .select('id')
      .where('conversation', '=', text('conversation'))
      .orderBy('id', 'desc')
      .limit(sql.lit(1))
      .compile(),
    noteOf: db
      .selectFrom('ticket_notes')
      .select('ticket')
      .where('effect_id', '=', text('effectId'))
      .compile(),
    addNote: db
      .insertInto('ticket_notes')
      .values({ effect_id: text('effectId'), ticket: whole('ticket'), text: text('text'), at: whole('at') })
      .compile(),
    tickets: db
      .selectFrom('tickets')
      .select(['id', 'conversation', 'summary', 'at'])
      .orderBy('id', 'desc')
      .limit(whole('limit'))
      .compile(),
    notes: db
      .selectFrom('ticket_notes')
      .select('text')
      .where('ticket', '=', whole('ticket'))
      .orderBy('sequence')
      .compile(),
    keepUnanswered: db
      .insertInto('unanswered')
      .values({
        effect_id: text('effectId'),
        text: text('text'),
        beside: text('beside'),
        family: text('family'),
        at: whole('at'),
      })
      .onConflict((conflict) => conflict.column('effect_id').doNothing())
      .compile(),
    unanswered: db
      .selectFrom('unanswered')
      .select(['text', 'beside', 'family', 'at'])
      .orderBy('sequence', 'desc')
      .limit(whole('limit'))
      .compile(),
    ping: db.selectFrom('schema_version').select('version').compile(),
  };
}

export type Queries = ReturnType<typeof compileQueries>;
