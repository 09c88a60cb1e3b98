/** Keeps the line to the bot open: after every loss an attempt, sooner or later. */

import { type AttemptEnd, type AttemptParts, startAttempt } from './attempt.ts';
import { createRest } from './rest.ts';
import type { Complaint, Status } from './snapshot.ts';
import { backOffMs } from './times.ts';

/** The line to the bot, as far as is known. */
export interface Link {
  status(): Status;
  complaint(): Complaint | null;
  /** True while messages can be sent, as far as is known. */
  ready(): boolean;
  /** The bot took a message: its answer is near. */
  hurry(): void;
  /** What should have come did not: looks at once whether the line is still open. */
  doubt(): void;
  /** Somebody is there, or the network is: tries at once what would be tried later. */
  wake(): void;
  /** The network is gone. */
  lose(): void;
  /** As `wake`, and what was refused too. */
  retry(): void;
  close(): void;
}

/** What the link needs; `entered` and `online` it knows itself. */
export type LinkParts = Omit<AttemptParts, 'entered' | 'online'> & {
  /** Something of the link changed. */
  readonly changed: () => void;
};

/** So many WebSockets in a row must be blocked before it is done without; 1 would give up on one bad moment. */
const BLOCKED_BEFORE_POLLING = 2;

/** Tries at once, and again until it is closed. */
export function createLink(parts: LinkParts): Link {
  const { changed, around, times } = parts;
  const rest = createRest(around.after);
  let status: Status = 'connecting';
  let complaint: Complaint | null = null;
  let ready = false;
  let closed = false;
  let failures = 0;
  let blocked = 0;

  const attemptParts: AttemptParts = {
    ...parts,
    entered() {
      ready = true;
      become(status, null);
    },
    online() {
      failures = 0;
      become('online', null);
    },
  };
  let attempt = startAttempt(attemptParts, false);

  function become(next: Status, why: Complaint | null): void {
    status = next;
    complaint = why;
    changed();
  }

  function pauseAfterFailure(): void {
    failures += 1;
    rest.begin(backOffMs(failures, times, around.random));
  }

  /** What follows from the end of an attempt. */
  function conclude(end: AttemptEnd): void {
    ready = false;
    if (end.kind === 'lost' || end.kind === 'unreachable') blocked = 0;
    switch (end.kind) {
      case 'stopped':
        become(status === 'online' ? 'connecting' : status, complaint);
        break;
      case 'lost':
        pauseAfterFailure();
        become('connecting', null);
        break;
      case 'blocked':
        blocked += 1;
        if (blocked < BLOCKED_BEFORE_POLLING) pauseAfterFailure();
        become(status, null);
        break;
      case 'busy':
        rest.begin(end.waitMs, true);
        become(status, 'TOO_MANY');
        break;
      case 'barred':
        rest.begin(null);
        become('refused', end.complaint);
        break;
      case 'token':
        pauseAfterFailure();
        // It may just have expired, or the server knows the tokens of before no longer.
        if (failures === 1) rest.cut();
        else become('offline', 'NOT_ALLOWED');
        break;
      case 'unreachable':
      case 'gone':
      case 'refused':
        pauseAfterFailure();
        become('offline', end.kind === 'unreachable' && !end.answered ? null : 'SERVER_TROUBLE');
        break;
    }
  }

  async function run(): Promise<void> {
    for (;;) {
      const end = await attempt.ended;
      if (closed) return;
      conclude(end);
      while (rest.isOn()) await rest.next();
      if (closed) return;
      attempt = startAttempt(attemptParts, blocked >= BLOCKED_BEFORE_POLLING);
    }
  }
  void run();

  function hasten(): void {
    failures = 0;
    rest.cut();
  }

  function wake(): void {
    const silentMs = attempt.silentMs();
    if (silentMs !== null && silentMs > times.suspectMs) attempt.stop();
    attempt.hurry();
    if (status !== 'refused') hasten();
  }

  return {
    status: () => status,
    complaint: () => complaint,
    ready: () => ready,
    hurry: () => attempt.hurry(),
    doubt() {
      if (attempt.silentMs() === null) attempt.hurry();
      else attempt.stop();
    },
    wake,
    lose() {
      attempt.stop();
      blocked = 0;
      if (!rest.isOn()) pauseAfterFailure();
      become('offline', null);
    },
    retry() {
      wake();
      hasten();
    },
    close() {
      closed = true;
      attempt.stop();
      rest.begin(0);
    },
  };
}
