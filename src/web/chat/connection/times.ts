/** How long the connection waits for what. All in milliseconds. */

/** Each says its range, and what its extremes do. */
export interface Times {
  /** First pause of a back-off, doubled by each failure. 100..5,000: less hammers a server that starts, more is felt. */
  readonly backOffMs: number;
  /** Longest pause of a back-off. 5,000..120,000: less is noise in a long outage, more lets wait who could go on. */
  readonly longestBackOffMs: number;
  /** Patience with one request. 5,000..60,000: less gives up on slow lines, more does not notice a dead one. */
  readonly requestMs: number;
  /** Age at which a request is given up because the network came back. 1,000..10,000: less gives up on slow lines. */
  readonly stuckMs: number;
  /** Patience with a WebSocket that does not open. 3,000..20,000: less gives up on slow lines, more delays polling. */
  readonly socketOpensMs: number;
  /** Patience with one before what is new is asked for meanwhile. 500..5,000: less asks for nothing on slow lines. */
  readonly impatientMs: number;
  /** A WebSocket that closes before this without a word counts as blocked. 500..5,000: more blames a weak line. */
  readonly socketLivesMs: number;
  /** How long polling goes on before a WebSocket is tried again. 10,000..600,000: more polls where it need not. */
  readonly socketAgainMs: number;
  /** Longest silence of a WebSocket, above twice the server's keep-alive. 30,000..120,000: more sits on a dead one. */
  readonly silenceMs: number;
  /** Silence after which a WebSocket is not trusted once somebody comes back. 5,000..60,000: less reconnects in vain. */
  readonly suspectMs: number;
  /** How soon a message that was sent must come back by WebSocket. 2,000..20,000: less reconnects on slow lines. */
  readonly echoMs: number;
  /** First pause between two polls after something was said; grows by half. 200..2,000: less is traffic. */
  readonly pollMs: number;
  /** Longest pause between two polls. 2,000..30,000: less is traffic, more lets what other tabs say wait. */
  readonly longestPollMs: number;
  /** How long an answer is waited for. 5,000..60,000: less stops showing that the bot is at it, more shows it in vain. */
  readonly answeringMs: number;
  /**
   * How long unsent messages are kept. One hour to six days: more sends what nobody remembers, and twice at last, for
   * the server knows for seven days which messages it has answered.
   */
  readonly unsentMs: number;
}

/** For people on slow lines and servers with many of them. */
export const defaultTimes: Times = {
  backOffMs: 500,
  longestBackOffMs: 30_000,
  requestMs: 20_000,
  stuckMs: 3_000,
  socketOpensMs: 8_000,
  impatientMs: 2_000,
  socketLivesMs: 1_500,
  socketAgainMs: 60_000,
  silenceMs: 60_000,
  suspectMs: 20_000,
  echoMs: 5_000,
  pollMs: 400,
  longestPollMs: 5_000,
  answeringMs: 15_000,
  unsentMs: 3 * 24 * 3_600_000,
};

/**
 * Pause before the next attempt: doubled by each failure up to the longest, and between half and all of that by luck,
 * so that clients which a server lost at once do not all come back at once. `failures` from 1.
 */
export function backOffMs(failures: number, times: Times, random: () => number): number {
  const full = Math.min(times.longestBackOffMs, times.backOffMs * 2 ** (failures - 1));
  return full * (0.5 + random() / 2);
}
