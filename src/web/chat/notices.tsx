/** What people should know beside the conversation: no network, something in the way, something copied. */

import { fill, type Texts } from '../texts/texts.ts';
import { complaintText } from './complaint.ts';
import type { Snapshot } from './connection/snapshot.ts';
import { useScreen } from './screen.tsx';

/** A notice with at most one thing to press. */
export interface NoticesProps {
  readonly snapshot: Snapshot;
  readonly onRetry: () => void;
  /** Something that was just done or could not be; null: nothing. */
  readonly told: string | null;
  readonly onDismiss: () => void;
}

/** The notices above the field, read out when they come. */
export function Notices({ snapshot, onRetry, told, onDismiss }: NoticesProps) {
  const { texts } = useScreen();
  const trouble = troubleText(texts, snapshot);
  return (
    <div class="notices" role="status">
      {trouble !== null && (
        <div class="notice is-trouble">
          <p>{trouble}</p>
          {canRetry(snapshot) && (
            <button type="button" class="button" onClick={onRetry}>
              {texts.tryNow}
            </button>
          )}
        </div>
      )}
      {told !== null && (
        <div class="notice">
          <p>{told}</p>
          <button type="button" class="link" onClick={onDismiss}>
            {texts.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

/** A message that will never be taken is not helped by trying. */
const canRetry = ({ complaint }: Snapshot): boolean =>
  complaint !== 'TOO_LARGE' && complaint !== 'NOT_UNDERSTOOD';

/** What stands in the way, or null. */
function troubleText(texts: Texts, { status, complaint, lines }: Snapshot): string | null {
  if (complaint !== null) return complaintText(texts, complaint);
  switch (status) {
    case 'connecting':
    case 'online':
      return null;
    case 'refused':
      return texts.notAllowed;
    case 'offline': {
      const count = lines.filter((line) => line.from === 'person' && line.delivery === 'waiting').length;
      if (count === 0) return texts.offlineNotice;
      return count === 1 ? texts.offlineWaitingOne : fill(texts.offlineWaiting, { count });
    }
  }
}
