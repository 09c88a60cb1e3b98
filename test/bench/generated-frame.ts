/** What every generated base has alike: who there is, what risks cost, and sentences that only name themselves. */

import {
  type KnowledgeBase,
  MESSAGES,
  type Role,
  SPEECH,
  type Speech,
} from '../../src/core/knowledge/model.ts';

export const ROLES: readonly Role[] = [
  {
    id: 'user',
    label: 'User',
    phrases: ['i am a user'],
    actsAs: ['user'],
    isSkilled: false,
    fetchSeconds: 0,
    called: 'a user',
  },
  {
    id: 'keeper',
    label: 'Keeper',
    phrases: ['i am the keeper'],
    actsAs: ['user', 'keeper'],
    isSkilled: false,
    fetchSeconds: 120,
    called: 'your keeper',
  },
  {
    id: 'engineer',
    label: 'Engineer',
    phrases: ['i am an engineer'],
    actsAs: ['user', 'keeper', 'engineer'],
    isSkilled: true,
    fetchSeconds: 900,
    called: 'an engineer',
  },
];

export const RISK_COSTS: KnowledgeBase['costs']['risks'] = {
  none: { costSeconds: 0, needs: 0 },
  'loses-entry': { costSeconds: 60, needs: 0.1 },
  'loses-data': { costSeconds: 1200, needs: 0.6 },
  rights: { costSeconds: 300, needs: 0.3 },
  hazard: { costSeconds: 600, needs: 0.4 },
};

export function sentenceFor(key: string): string {
  const names = (MESSAGES as Record<string, readonly string[]>)[key] ?? [];
  return [key.replaceAll('-', ' '), ...names.map((name) => `{${name}}`)].join(' ');
}

export function speech(): Record<Speech, readonly string[]> {
  const rows: Partial<Record<Speech, readonly string[]>> = {};
  for (const act of SPEECH) rows[act] = [act.replaceAll('-', ' ')];
  return rows as Record<Speech, readonly string[]>;
}
