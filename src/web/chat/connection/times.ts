/** How long the connection waits for what. All in milliseconds. */

export interface Times {
  /** First pause of a back-off; doubles with each failure. 100..5,000: less hammers a server that starts, more is felt. */
  readonly backOffMs: number;
  /** Longest pause of a back-off. 5,000..120,000: less is noise in a long outage, more lets people wait who could go on. */
  readonly longestBackOffMs: number;
  /** Patience with one request. 5,000..60,000: less gives up on slow lines, more does not notice a dead one. */
  readonly requestMs: number;
  /** Patience with a WebSocket that does not open. 3,000..20,000: less gives up on slow lines, more delays polling. */
  readonly socketOpensMs: number;
  /** A WebSocket that lives shorter, and silent, counts as blocked. 500..5,000. */
  readonly socketLivesMs: number;
  /** How long polling goes on before a WebSocket is tried again. 10,000..600,000: more polls where it need not. */
  readonly socketAgainMs: number;
  /** Longest silence of a WebSocket; must be above twice the server's keep-alive. 30,000..120,000. */
  readonly silenceMs: number;
  /** Silence after which a WebSocket is not trusted when somebody comes back. 5,000..60,000: less reconnects for nothing. */
  readonly suspectMs: number;
  /** How long after sending the message must have come back by WebSocket. 2,000..20,000: less reconnects on slow lines. */
  readonly echoMs: number;
  /** First pause between two polls after something was said; grows by half. 200..2,000. */
  readonly pollMs: number;
  /** Longest pause between two polls. 2,000..30,000: less is traffic, more lets other tabs and late words wait. */
  readonly longestPollMs: number;
  /** How long an answer is waited for. 5,000..60,000. */
  readonly answeringMs: number;
  /** How long unsent messages are kept. One hour to 30 days: more sends what nobody remembers. */
  readonly unsentMs: number;
}

export const defaultTimes: Times = {
  backOffMs: 500,
  longestBackOffMs: 30_000,
  requestMs: 20_000,
  socketOpensMs: 8_000,
  socketLivesMs: 1_500,
  socketAgainMs: 60_000,
  silenceMs: 60_000,
  suspectMs: 20_000,
  echoMs: 5_000,
  pollMs: 400,
  longestPollMs: 5_000,
  answeringMs: 15_000,
  unsentMs: 7 * 24 * 3_600_000,
};
