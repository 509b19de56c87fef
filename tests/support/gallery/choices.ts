import type { Decision } from '../../../actors/decision'

type People = { ana: string; amir: string; olga: string }

/** What the line chose: everybody who was looked at, and what counted for and against them. */
export const choicesOf = (
  { ana, amir, olga }: People,
  conversation: string,
  at: number,
): Decision[] => [
  {
    ...{ department: 'orders', conversation, ticket: 1, at, strategy: 'least-loaded', chosen: ana },
    candidates: [
      { ...free(ana, 'Ana', 2), marks: ['asked', 'speaks', 'skilled'] },
      { ...free(amir, 'Amir', 3), marks: ['speaks', 'hadShare'] },
      { agent: 'nils', name: '', load: 1, capacity: 5, score: null, reject: 'language' },
      { agent: olga, name: 'Olga', load: 0, capacity: 5, score: null, reject: 'away' },
      { agent: 'wei', name: 'Wei', load: 5, capacity: 5, score: null, reject: 'full' },
    ],
    others: { full: 12, away: 3 },
  },
]

const free = (agent: string, name: string, load: number) =>
  ({ agent, name, load, capacity: 5, score: load, reject: null }) as const
