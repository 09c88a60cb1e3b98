/** What was said, kept for whoever takes over. */

import type { Reply, TranscriptLine } from '../conversation.ts';
import { factsLine } from './fact-words.ts';
import type { Scene } from './scene.ts';
import { choiceLabel } from './wording.ts';

/** Lines of the transcript that are kept; a human who takes over reads the last ones. */
const TRANSCRIPT_KEPT = 100;

/** Characters kept of one line of the transcript. */
const LINE_KEPT = 2_000;

/** The transcript with the lines of this turn: what the person said or picked, and what the bot said. */
export function transcript(scene: Scene, replies: readonly Reply[]): readonly TranscriptLine[] {
  const { turn, now, before } = scene;
  const words = personWords(scene);
  const said: readonly TranscriptLine[] =
    words === '' ? [] : [{ from: 'person', text: words.slice(0, LINE_KEPT), turn: now.turn }];
  const bot = replies.map(
    (reply): TranscriptLine => ({ from: 'bot', text: reply.text.slice(0, LINE_KEPT), turn: now.turn }),
  );
  const opened = turn.kind === 'joined' ? [] : said;
  return [...before.transcript, ...opened, ...bot].slice(-TRANSCRIPT_KEPT);
}

/** What the person said in this turn, as they would read it again: secrets masked, a button by its label. */
export function saidIn({ turn, reading, voice }: Scene): string {
  if (turn.kind === 'said' || turn.kind === 'edited') return reading.heard.text;
  return turn.kind === 'chose' ? choiceLabel(voice, turn.of, turn.choice) : '';
}

function personWords(scene: Scene): string {
  const { turn, reading } = scene;
  if (turn.kind === 'said' || turn.kind === 'edited') return reading.heard.text;
  if (turn.kind !== 'chose') return '';
  const fact = scene.now.facts[0];
  return fact === undefined ? turn.choice : factsLine(scene.voice, [fact]);
}
