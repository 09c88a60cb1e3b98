/** The whole chat: head, conversation, notices, field. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../core/conversation.ts';
import type { Texts } from '../texts/texts.ts';
import { transcriptTime } from './clock.ts';
import { Composer } from './composer.tsx';
import type { Connection } from './connection/connection.ts';
import type { StorageLike } from './connection/parts.ts';
import type { BotLine } from './connection/snapshot.ts';
import { numberedChoice } from './draft.ts';
import { Header } from './header.tsx';
import { liveLine, type Offer, offerOf } from './live.ts';
import { Log } from './log.tsx';
import { Notices } from './notices.tsx';
import { type Screen, ScreenContext } from './screen.tsx';
import { copyText, saveText } from './take-away.ts';
import { transcript } from './transcript.ts';
import { useArrivals } from './use-arrivals.ts';
import { useNarrow } from './use-narrow.ts';
import { useSnapshot } from './use-snapshot.ts';
import { useTicks } from './use-ticks.ts';

/** What the chat is made of. */
export interface ChatProps {
  readonly connection: Connection;
  readonly texts: Texts;
  /** Tag of the language of the texts. */
  readonly language: string;
  readonly title: string;
  /** What to call the person in a transcript; null: "you". */
  readonly userName: string | null;
  readonly storage: StorageLike | null;
  /** Begins the names under which ticks are stored. */
  readonly storageKey: string;
  /** Null: nothing to close. */
  readonly onClose: (() => void) | null;
  /** Replies that came while the page was open. */
  readonly onReplies: (lines: readonly BotLine[]) => void;
}

/** The chat. `onReplies` is called once for each reply. */
export function Chat(props: ChatProps) {
  const { connection, texts, language, title, storage, storageKey, onClose } = props;
  const snapshot = useSnapshot(connection);
  const { lines, sayings } = snapshot;
  const narrow = useNarrow();
  const [ticks, tick] = useTicks(storage, `${storageKey}.ticks`);
  const [draft, setDraft] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);

  const announces = useArrivals(snapshot, (replies) => {
    props.onReplies(replies);
    if (document.activeElement === box.current) focusLine(replies[0]);
  });
  useEscape(onClose);
  useFilesRefused(() => setTold(texts.noFiles));

  const press = (offer: Offer, choice: Choice): void => {
    // Its buttons go with the press: the focus waits at the conversation for the reply.
    box.current?.focus({ preventScroll: true });
    setTold(null);
    if (offer.of === null) connection.say(choice.label);
    else connection.choose(offer.of, choice);
  };
  const send = (): void => {
    const live = liveLine(lines);
    const offer = live === null ? null : offerOf(live.reply);
    const choice = numberedChoice(draft, offer);
    setDraft('');
    setTold(null);
    if (choice !== null && offer !== null && offer.of !== null) connection.choose(offer.of, choice);
    else connection.say(draft);
  };
  const written = (): string =>
    transcript(lines, { ...texts, title, you: props.userName ?? texts.you }, ticks, transcriptTime(language));
  const say = (words: string | undefined): (() => void) | null => {
    if (words === undefined) return null;
    return () => {
      setTold(null);
      connection.say(words);
    };
  };

  const screen: Screen = {
    texts,
    ticks,
    narrow,
    complaint: snapshot.complaint,
    tick: (line, step, ticked) => tick(line.id, step, ticked),
    press,
    editAgain(line) {
      setDraft(line.text);
      field.current?.focus();
    },
  };
  return (
    <ScreenContext.Provider value={screen}>
      <div class="chat">
        <Header
          title={title}
          status={snapshot.status}
          onStartOver={say(sayings?.restart)}
          onPerson={say(sayings?.human)}
          onCopy={() =>
            void copyText(written()).then((copied) => setTold(copied ? texts.copied : texts.copyFailed))
          }
          onSave={() => saveText(written(), `${title}.txt`)}
          onStartAnew={() => connection.startAnew()}
          onClose={onClose}
        />
        <Log
          box={box}
          lines={lines}
          language={language}
          answering={snapshot.answering}
          announces={announces}
        />
        <footer class="foot">
          <Notices
            snapshot={snapshot}
            onRetry={() => connection.retry()}
            told={told}
            onDismiss={() => {
              setTold(null);
              field.current?.focus();
            }}
          />
          <Composer
            field={field}
            draft={draft}
            onDraft={setDraft}
            onSend={send}
            onFile={() => setTold(texts.noFiles)}
          />
        </footer>
      </div>
    </ScreenContext.Provider>
  );
}

/** A keyboard and a screen reader go on at the reply: its buttons come next. */
function focusLine(line: BotLine | undefined): void {
  if (line !== undefined) document.getElementById(`line-${line.id}`)?.focus({ preventScroll: true });
}

/** Escape closes the chat where it can be closed; an open menu takes the key first. */
function useEscape(close: (() => void) | null): void {
  useEffect(() => {
    if (close === null) return;
    const closeByEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) close();
    };
    document.addEventListener('keydown', closeByEscape);
    return () => document.removeEventListener('keydown', closeByEscape);
  }, [close]);
}

/** A file that is dropped must not replace the page; what to do instead is said. */
function useFilesRefused(refuse: () => void): void {
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (event.type === 'drop') refuse();
    };
    document.addEventListener('dragover', hold);
    document.addEventListener('drop', hold);
    return () => {
      document.removeEventListener('dragover', hold);
      document.removeEventListener('drop', hold);
    };
  });
}
