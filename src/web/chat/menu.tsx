/** What is seldom needed: a person, the transcript, a new conversation. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useScreen } from './screen.tsx';

/** What the menu does; null where there is nothing to do yet. */
export interface MenuProps {
  readonly onPerson: (() => void) | null;
  readonly onCopy: () => void;
  readonly onSave: () => void;
  readonly onStartAnew: () => void;
}

/** A button that shows the list, and the list. Escape and a press elsewhere close it; the focus comes back to the button. */
export function Menu({ onPerson, onCopy, onSave, onStartAnew }: MenuProps) {
  const { texts } = useScreen();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const shut = (): void => {
    setOpen(false);
    setAsking(false);
  };
  const done = (act: (() => void) | null) => (): void => {
    shut();
    button.current?.focus();
    act?.();
  };
  useShutBy(open, whole, shut, done(null));
  return (
    <div class="menu" ref={whole}>
      <button
        type="button"
        class="head-button"
        ref={button}
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => (open ? shut() : setOpen(true))}
      >
        <Icon name="more" />
        <span class="unseen">{texts.more}</span>
      </button>
      <div id="menu" class="menu-list" hidden={!open}>
        {asking ? (
          <div class="menu-ask">
            <p>{texts.newConversationAsk}</p>
            <button type="button" class="button is-main" onClick={done(onStartAnew)}>
              {texts.newConversationYes}
            </button>
            <button type="button" class="button" ref={takeFocus} onClick={done(null)}>
              {texts.keep}
            </button>
          </div>
        ) : (
          <ul>
            <Item words={texts.person} act={onPerson === null ? null : done(onPerson)} />
            <Item words={texts.copy} act={done(onCopy)} />
            <Item words={texts.save} act={done(onSave)} />
            <Item words={texts.newConversation} act={() => setAsking(true)} />
          </ul>
        )}
      </div>
    </div>
  );
}

const takeFocus = (element: HTMLElement | null): void => element?.focus();

function Item({ words, act }: { readonly words: string; readonly act: (() => void) | null }) {
  return (
    <li>
      <button type="button" disabled={act === null} onClick={() => act?.()}>
        {words}
      </button>
    </li>
  );
}

/** Shuts what is open where somebody presses beside it or the focus leaves it; `back`: by Escape, which is heard no further. */
function useShutBy(
  open: boolean,
  whole: { readonly current: HTMLElement | null },
  shut: () => void,
  back: () => void,
): void {
  useEffect(() => {
    if (!open) return;
    const shutOutside = ({ target }: Event): void => {
      if (target instanceof Node && !whole.current?.contains(target)) shut();
    };
    const shutByEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      back();
    };
    document.addEventListener('pointerdown', shutOutside);
    document.addEventListener('focusin', shutOutside);
    document.addEventListener('keydown', shutByEscape, true);
    return () => {
      document.removeEventListener('pointerdown', shutOutside);
      document.removeEventListener('focusin', shutOutside);
      document.removeEventListener('keydown', shutByEscape, true);
    };
  }, [open]);
}
