/** Sends what waits, one message after the other, each until the server has it or will never take it. */

import { writeMessage } from './activity.ts';
import { createAnswering } from './answering.ts';
import type { Answered, Trouble } from './http.ts';
import type { Unsent } from './kept.ts';
import type { Link } from './link.ts';
import type { Surroundings } from './parts.ts';
import { createRest } from './rest.ts';
import type { Barred } from './session.ts';
import type { BotLine, Complaint, PersonLine } from './snapshot.ts';
import { backOffMs, type Times } from './times.ts';
import type { UnsentMessages } from './unsent.ts';

/** What is on its way, and what stands in the way of it. */
export interface Sending {
  answering(): boolean;
  complaint(): Complaint | null;
  /** There is something to send, or the line is open again. */
  wake(): void;
  /** Tries at once what would be tried later. */
  hasten(): void;
  /** These lines came from the server. */
  heard(lines: readonly (BotLine | PersonLine)[]): void;
  close(): void;
}

/** What sending needs. */
export interface SendingParts {
  readonly unsent: UnsentMessages;
  readonly link: Pick<Link, 'ready' | 'hurry' | 'doubt'>;
  readonly post: (activity: object) => Promise<Answered | Trouble | Barred>;
  readonly changed: () => void;
  readonly around: Surroundings;
  readonly times: Times;
}

/** Sends as soon as the line is open and something waits. */
export function createSending({ unsent, link, post, changed, around, times }: SendingParts): Sending {
  const rest = createRest(around.after);
  const answering = createAnswering(around.after, times.answeringMs, changed);
  let closed = false;
  let failures = 0;
  let complaint: Complaint | null = null;
  /** The message on its way, and what to do when the server tells of it before its request is answered. */
  let underway: { readonly id: string; readonly told: () => void } | null = null;

  async function run(): Promise<void> {
    while (!closed) {
      const message = unsent.next();
      if (message === null || !link.ready() || rest.isOn()) await rest.next();
      else await send(message);
    }
  }

  async function send(message: Unsent): Promise<void> {
    const { id } = message;
    unsent.mark(id, 'sending');
    answering.begin(id);
    changed();
    const told = new Promise<null>((resolve) => {
      underway = { id, told: () => resolve(null) };
    });
    const answer = await Promise.race([post(writeMessage(message)), told]);
    underway = null;
    if (closed) return;
    if (answer === null || answer.kind === 'ok') succeed(id);
    else if (unsent.has(id)) fail(id, answer);
    changed();
  }

  function succeed(id: string): void {
    failures = 0;
    complaint = null;
    unsent.mark(id, 'sent');
    if (unsent.has(id)) expectEcho(id);
    link.hurry();
  }

  /**
   * Where it does not come back by itself, the line may be dead without anybody having said so; where it does not come
   * back over a new one either, the server saw nothing in it to tell of.
   */
  function expectEcho(id: string, doubts = 0): void {
    around.after(times.echoMs, () => {
      if (closed || !unsent.has(id)) return;
      if (!link.ready()) return expectEcho(id, doubts);
      if (doubts < 2) {
        link.doubt();
        return expectEcho(id, doubts + 1);
      }
      unsent.arrived(id);
      changed();
    });
  }

  function fail(id: string, trouble: Trouble | Barred): void {
    answering.end();
    if (trouble.kind === 'refused') {
      complaint = trouble.status === 413 ? 'TOO_LARGE' : 'NOT_UNDERSTOOD';
      unsent.mark(id, 'refused');
      return;
    }
    unsent.mark(id, 'waiting');
    failures += 1;
    rest.begin(backOffMs(failures, times, around.random));
    switch (trouble.kind) {
      case 'busy':
        complaint = 'TOO_MANY';
        rest.begin(trouble.waitMs, true);
        break;
      case 'token':
        if (failures === 1) rest.cut();
        break;
      case 'unreachable':
        complaint = trouble.answered ? 'SERVER_TROUBLE' : null;
        if (!trouble.answered) link.doubt();
        break;
      case 'gone':
      case 'barred':
        link.doubt();
        break;
    }
  }

  void run();

  return {
    answering: () => answering.isUnderway(),
    complaint: () => complaint,
    wake: () => rest.wake(),
    hasten() {
      failures = 0;
      rest.cut();
    },
    heard(lines) {
      answering.heard(lines);
      for (const { id } of lines) if (underway !== null && id === underway.id) underway.told();
    },
    close() {
      closed = true;
      answering.end();
      rest.begin(0);
    },
  };
}
