import type { Statement } from '../article-map.ts';

/** The pieces of the first nine lines of the article, and where they stand. */
export const LINES_1_TO_9: readonly Statement[] = [
  {
    id: 'L1',
    words: 'Optima Key Supervisor Error [new] -',
    stands: [['base:title', 'optima key supervisor error']],
  },
  {
    id: 'L2a',
    words:
      'I can provide the exact command lines, port numbers, or patch steps tailored to your environment.',
    stands: [
      ['step:check-licence-port', 'port 1947', 'TCP 80 and 443'],
      ['step:allow-licence-port', 'TCP and UDP 1947'],
      ['step:restart-key-service', 'ComarchML', 'hasplms.exe'],
    ],
  },
  {
    id: 'L2b',
    words: 'Share public link',
    dropped: 'The words of a button of the web page, without content.',
  },
  {
    id: 'L3',
    words:
      'You are developing on the Tuya IoT platform or using an app that integrates "Optima" devices, and you receive a Key Supervisor API error.',
    stands: [
      ['family:tuya-api', 'tuya iot platform'],
      ['question:software-kind', 'app that integrates optima devices', 'key supervisor api error'],
      ['question:message-form', 'api response'],
      ['question:tuya-code', 'answer of the API'],
      ['problem:tuya-api-not-authorised', '28841105'],
      ['problem:tuya-account-not-linked', '1106'],
      ['problem:tuya-sign-or-secret-invalid', '1004'],
      ['problem:tuya-plan-expired-or-quota', '28841002'],
      ['problem:tuya-token-problem', '1010'],
      ['problem:tuya-data-center-or-ip', '1114'],
      ['problem:tuya-clock-skew', '1013'],
      ['problem:tuya-bad-request', '1100'],
      ['problem:tuya-rate-limited', '1110'],
      ['problem:tuya-service-error', '500'],
      ['problem:tuya-device-offline', '2001'],
    ],
  },
  {
    id: 'L4a',
    words: 'Firmly place the supervisor key back onto the reader and re-attempt the operation.',
    stands: [
      ['problem:credential-not-seated', 'firmly', 'on the reader'],
      ['step:hold-credential', 'firmly on the reader'],
    ],
  },
  {
    id: 'L4b',
    words: 'Step 2: Clear Pending Transactions and Reset the State',
    stands: [
      ['problem:pending-transaction', 'a sale, an entry or a menu is still open'],
      ['step:void-or-suspend', 'open, held or suspended sales'],
      ['step:finish-open-sale', 'start screen'],
      ['question:open-sale', 'pending transaction'],
    ],
  },
  {
    id: 'L5a',
    words:
      'During system updates, database migrations, or employee shifts, permission profiles can sync incorrectly.',
    stands: [
      [
        'problem:profile-sync-incomplete',
        'update',
        'migration',
        'shift',
        'permission profiles',
        'synced wrongly',
      ],
      ['step:compare-profiles-after-update', 'update, migration or change of shift'],
      ['step:rerun-profile-sync', 'permission profiles'],
      ['question:happened-before', 'update', 'migration', 'shift'],
    ],
  },
  {
    id: 'L5b',
    words:
      'If a manager’s account profile is accidentally stripped of its supervisor flags in the back-office software, the terminal will reject their credentials.',
    stands: [
      ['problem:supervisor-flag-stripped', 'back-office software', 'supervisor flags', 'rejects'],
      ['step:compare-supervisor-profile', 'flags'],
      ['step:restore-supervisor-flag', 'supervisor flag'],
    ],
  },
  {
    id: 'L5c',
    words: '4. Cleared or Corrupted RAM (Memory Loss)',
    stands: [
      ['problem:ram-cleared-or-corrupted', 'memory was lost'],
      ['step:restore-program', 'supervisor set-up'],
      ['step:replace-backup-battery', 'back-up cells'],
      ['question:settings-kept', 'memory'],
    ],
  },
  {
    id: 'L6a',
    words: 'Access the Optima software’s “Hardware Management” section.',
    stands: [
      ['problem:controller-credential-mismatch', 'controller'],
      ['step:open-hardware-management', '"Hardware Management" of the Optima software'],
      ['family:access-control', 'hardware management'],
    ],
  },
  {
    id: 'L6b',
    words: 'Locate the controller showing the error.',
    stands: [
      ['step:locate-controller', 'controller that shows the error'],
      ['question:controller-state', 'controller that shows the error'],
    ],
  },
  {
    id: 'L6c',
    words: 'Perform a (sometimes labeled “Replace Supervisor Credential”).',
    stands: [['step:replace-supervisor-credential', 'sometimes labelled "Replace Supervisor Credential"']],
  },
  {
    id: 'L6d',
    words: 'This process rewrites the key’s certificate into the controller’s secure memory.',
    stands: [
      ['problem:controller-credential-mismatch', 'certificate', 'secure memory'],
      [
        'step:replace-supervisor-credential',
        "rewrites the key's certificate into the controller's secure memory",
      ],
    ],
  },
  {
    id: 'L6e',
    words: 'optima key supervisor error',
    stands: [
      ['base:title', 'optima key supervisor error'],
      ['question:message-form', 'key supervisor error'],
    ],
  },
  {
    id: 'L7a',
    words: 'Attempt the restricted action again.',
    stands: [
      ['step:repeat-action', 'what was refused once more'],
      ['step:reauth-retry', 'sign in afresh'],
      ['question:fresh-sign-in', 'try it once more'],
    ],
  },
  {
    id: 'L7b',
    words: 'If it works, the issue was likely just a session timeout for the previous user.',
    stands: [
      ['problem:session-timeout', 'sign-in had run out', 'the shift before', 'afresh cures it'],
      ['question:fresh-sign-in', 'earlier sign-in had simply run out'],
    ],
  },
  {
    id: 'L7c',
    words: '2. Clean the Physical Connections',
    stands: [
      ['problem:reader-contacts-dirty', 'contacts', 'dirty'],
      ['step:clean-reader', 'clean the reader', 'wipe the contact'],
    ],
  },
  {
    id: 'L8a',
    words: 'Include the terminal card/key readers in your weekly maintenance checklist.',
    stands: [['problem:reader-contacts-dirty', 'card and key readers on the weekly check list']],
  },
  {
    id: 'L8b',
    words: 'Use pressurized air and electronic contact cleaners to prevent grit accumulation.',
    stands: [
      ['problem:reader-contacts-dirty', 'pressurised air', 'electronic contact cleaner', 'grit'],
      ['step:blow-out-reader', 'pressurised air'],
      ['step:clean-reader', 'contact cleaner'],
    ],
  },
  {
    id: 'L9a',
    words:
      'Follow these troubleshooting steps in sequence to clear the error and restore your system to working order.',
    stands: [['message:welcome', 'follow its steps in order']],
  },
  {
    id: 'L9b',
    words: 'Step 1: Verify the Physical Key Position If your Optima unit uses a physical key override:',
    stands: [
      ['problem:key-not-fully-inserted', 'not pushed home'],
      ['step:check-key-position', 'supervisor key home in its lock'],
      ['question:supervisor-proof', 'physical key'],
    ],
  },
  {
    id: 'L9c',
    words: 'Ensure the supervisor key is fully inserted into the lock.',
    stands: [
      ['problem:key-not-fully-inserted', 'all the way in the lock'],
      ['step:check-key-position', 'straight into the lock until it stops'],
      ['question:key-seat', 'all the way in'],
    ],
  },
];
