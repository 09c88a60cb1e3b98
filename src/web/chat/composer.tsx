/** Where people write: grows with the text, takes a whole ticket, and says how long it is. */

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { fill } from '../texts/texts.ts';
import { measureDraft } from './draft.ts';
import { Icon } from './icons.tsx';
import { useScreen } from './screen.tsx';
import { FIELD_ID } from './take-focus.ts';

/** The field and what it holds. */
export interface ComposerProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  readonly onSend: () => void;
  /** A file was dropped or pasted. */
  readonly onFile: () => void;
}

/** The field with its button. Enter sends, Shift and Enter begins a new line; the focus stays in the field. */
export function Composer({ field, draft, onDraft, onSend, onFile }: ComposerProps) {
  const { texts } = useScreen();
  const { lines, count, limit, over, isLong } = measureDraft(draft);
  const canSend = draft.trim() !== '' && over === 0;
  useAutosize(field, draft);

  const send = (): void => {
    if (canSend) onSend();
    field.current?.focus();
  };
  const sendOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const refuseFiles = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    if (clipboardData === null || clipboardData.files.length === 0) return;
    if (clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    onFile();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="unseen" for={FIELD_ID}>
        {texts.write}
      </label>
      <textarea
        id={FIELD_ID}
        ref={field}
        rows={1}
        dir="auto"
        placeholder={texts.write}
        value={draft}
        autocomplete="off"
        enterkeyhint="send"
        aria-describedby="draft-length"
        aria-invalid={over > 0}
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={sendOnEnter}
        onPaste={refuseFiles}
      />
      {/* Pressing must not take the focus from the field: the keyboard of a phone would fold away. */}
      <button
        type="submit"
        class="send"
        aria-disabled={!canSend}
        onPointerDown={(event) => event.preventDefault()}
      >
        <Icon name="send" />
        <span class="unseen">{texts.send}</span>
      </button>
      <p id="draft-length" class={over > 0 ? 'draft-length is-over' : 'draft-length'} hidden={!isLong}>
        {over > 0 ? fill(texts.tooLong, { over }) : isLong && fill(texts.length, { lines, count, limit })}
      </p>
    </form>
  );
}

/** As high as its text; the style sheet says how high it may become. */
function useAutosize(field: RefObject<HTMLTextAreaElement | null>, draft: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    const border = element.offsetHeight - element.clientHeight;
    element.style.height = `${element.scrollHeight + border}px`;
  }, [field, draft]);
}
