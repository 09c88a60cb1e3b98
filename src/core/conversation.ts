/** The words of a conversation: what comes in, what is remembered, what goes out. Plain JSON all of it. */

export * from './conversation/case.ts';
export * from './conversation/fact.ts';
export * from './conversation/reply.ts';
export * from './conversation/turn.ts';
