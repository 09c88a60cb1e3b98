/** What stands in the way, in words. */

import type { Texts } from '../texts/texts.ts';
import type { Complaint } from './connection/snapshot.ts';

/** What to tell the person about it. */
export function complaintText(texts: Texts, complaint: Complaint): string {
  switch (complaint) {
    case 'TOO_MANY':
      return texts.tooMany;
    case 'TOO_LARGE':
      return texts.tooLarge;
    case 'NOT_UNDERSTOOD':
      return texts.notUnderstood;
    case 'BAD_IDENTITY':
      return texts.badIdentity;
    case 'NOT_ALLOWED':
      return texts.notAllowed;
    case 'SERVER_TROUBLE':
      return texts.serverTrouble;
  }
}
