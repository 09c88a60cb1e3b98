import type { Statement } from '../article-map.ts';

/** The pieces of the last eleven lines of the article, and where they stand. */
export const LINES_10_TO_20: readonly Statement[] = [
  {
    id: 'L10a',
    words: 'Trying to change restricted parameters without proper authorization.',
    stands: [
      ['problem:unauthorised-parameter-change', 'restricted setting', 'without the right'],
      ['step:leave-restricted-setting', 'setting'],
      ['question:scale-activity', 'changing another setting'],
      ['question:line-activity', 'changing a machine setting'],
    ],
  },
  {
    id: 'L10b',
    words: 'Sensor/Module Failover:',
    stands: [
      ['problem:sensor-module-failover', 'sensor or module has failed'],
      ['step:check-sensor', 'sensor or module'],
      ['step:check-loadcell', 'load cell'],
    ],
  },
  {
    id: 'L10c',
    words: 'I can provide the exact command lines, port',
    copyOf: 'L2a',
  },
  {
    id: 'L11',
    words: 'What is the of your Optima terminal or cash register?',
    stands: [
      ['question:device', 'what kind of device', 'till, checkout or cash register'],
      ['question:till-kind', 'till look like'],
      ['message:hand-over-report', 'device'],
    ],
  },
  {
    id: 'L12',
    words: "If the key still isn't working, the issue might be more technical:",
    stands: [
      ['step:repeat-action', 'still refused', 'more technical'],
      ['message:hand-over', 'needs a person'],
    ],
  },
  {
    id: 'L13',
    words: 'Troubleshooting the Optima Key Supervisor Error: Causes and Solutions',
    stands: [['base:title', 'key supervisor error']],
  },
  {
    id: 'L14a',
    words: 'If you are trying to calibrate the scale, ensure the seal switch is in the OFF position.',
    stands: [
      ['problem:seal-switch-on', 'seal switch OFF'],
      ['step:seal-switch-off', 'set the seal switch to OFF'],
      ['step:calibrate-and-verify', 'calibrate'],
      ['question:scale-activity', 'calibrating'],
    ],
  },
  {
    id: 'L14b',
    words:
      'If the switch is ON, the device may trigger a supervisor/key error when you try to access settings C01 through C07.',
    stands: [
      ['problem:seal-switch-on', 'C01 to C07', 'seal switch is ON', 'supervisor or key error'],
      ['question:settings-page', 'C01 to C07', 'seal switch is ON'],
      ['question:seal-switch', 'with the switch ON'],
      ['question:used-for-trade', 'law decides'],
    ],
  },
  {
    id: 'L14c',
    words: 'Step 2: Clear Pending Transactions and Reset the',
    copyOf: 'L4b',
  },
  {
    id: 'L15a',
    words: 'Look at the "Last Sync" timestamp.',
    stands: [
      ['step:check-last-sync', '"Last Sync" timestamp'],
      ['question:last-sync', '"Last Sync"'],
      ['problem:terminal-sync-stale', 'last sync'],
    ],
  },
  {
    id: 'L15b',
    words:
      'If it has been offline for days, force a manual database download or "Initialize Terminal" command from the software console to overwrite corrupted local authorization files.',
    stands: [
      ['problem:terminal-sync-stale', 'for days'],
      ['problem:local-auth-file-corrupted', '"Initialize Terminal"', 'damaged'],
      ['step:download-database', 'manual database download', 'software console'],
      ['step:initialise-terminal', '"Initialize Terminal" command', 'local authorisation files'],
    ],
  },
  {
    id: 'L15c',
    words: 'Step 5: Check Internal Ribbon Cables If authorized to open the terminal enclosure:',
    stands: [
      ['problem:internal-ribbon-cable-loose', 'flat cable inside'],
      ['problem:reader-disconnected', 'cable'],
      ['step:power-off-unplug', 'authorised to open this unit'],
      ['step:reseat-ribbon', 'ribbon cable inside', 'open the unit'],
    ],
  },
  {
    id: 'L15d',
    words: 'Power off the unit safely.',
    stands: [['step:power-off-unplug', 'switch the unit off the usual way']],
  },
  {
    id: 'L16',
    words:
      'Press the or [C] button on the keypad multiple times to exit the current menu or transaction screen.',
    stands: [
      ['step:clear-c', '[C] (clear) key several times', 'leave the menu', 'start screen'],
      ['problem:pending-transaction', 'menu is still open'],
    ],
  },
  {
    id: 'L17a',
    words: 'Interrupting a standard diagnostic or end-of-day (Z-Report) process.',
    stands: [
      ['problem:z-report-interrupted', 'end-of-day (Z) report or a diagnostic was interrupted'],
      ['step:check-z-counter', 'whether the Z was completed'],
      ['question:z-finished', 'interrupted', 'diagnostic'],
      ['question:function-wanted', 'end of day'],
    ],
  },
  {
    id: 'L17b',
    words: '2. Missing or Faulty Physical Supervisor Key',
    stands: [
      ['problem:supervisor-key-missing-or-faulty', 'supervisor key is lost, bent'],
      ['problem:credential-damaged', 'damaged'],
      ['step:try-spare-key', 'spare supervisor key'],
      ['step:try-other-credential', 'cross-test'],
      ['question:key-condition', 'supervisor key', 'lost'],
    ],
  },
  {
    id: 'L18',
    words: 'Sometimes the terminal gets stuck in a loop trying to execute the unauthorized command.',
    stands: [
      ['problem:stuck-command-loop', 'refused command', 'again and again'],
      ['step:void-or-suspend', 'finish, suspend or void each'],
      ['question:comes-back', 'repeating a refused command'],
    ],
  },
  {
    id: 'L19a',
    words:
      "When the appears, it means the system has encountered a high-privilege conflict, a hardware mismatch, or an unauthorized operational request that requires a supervisor's physical key, passcode, or digital credential to clear.",
    stands: [
      [
        'message:why-nothing-asked',
        "supervisor's physical key, passcode or digital credential",
        'privilege',
        'hardware that does not match',
        'not allowed',
      ],
      ['problem:unauthorised-action', 'without the right'],
      ['problem:hardware-mismatch', 'another type than the unit expects'],
      ['question:supervisor-proof', 'metal key', 'card, fob or round key', 'code or PIN'],
    ],
  },
  {
    id: 'L19b',
    words: 'Primary Causes of the Error 1. Unauthorized High-Privilege Actions',
    stands: [
      ['problem:unauthorised-action', 'what only a supervisor may do'],
      ['step:supervisor-authorises', 'authorise this one action'],
    ],
  },
  {
    id: 'L20a',
    words:
      ': A disconnect between the workstation and the centralized supervisor software that manages the cutting line functions.',
    stands: [
      [
        'problem:workstation-supervisor-disconnect',
        'workstation',
        'centralised supervisor software that manages the cutting line functions',
      ],
      ['step:check-server-reachable', 'workstation', 'server'],
      ['step:restart-supervisor-service', 'central supervisor software'],
      ['family:cutting-line', 'cutting line'],
    ],
  },
  {
    id: 'L20b',
    words: 'Snap-on Equipment Troubleshooting Steps Verify the Physical Key',
    stands: [
      ['family:workshop-equipment', 'snap-on'],
      ['problem:key-not-fully-inserted', 'wheel balancer'],
      ['step:check-key-position', 'supervisor key home in its lock'],
      ['question:key-seat', 'key lock'],
    ],
  },
];
