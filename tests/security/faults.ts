import type { Desk } from '../../src/commands/desk'
import type { Store } from '../../src/store/store'
import { Unavailable } from '../../src/store/unavailable'

/** What nobody outside may ever read, as a database or a bug would say it. */
export const INDISCREET =
  'select "token_hash" from "sessions": SQLITE_IOERR\n    at read (/srv/bellhop/src/store/sqlite.ts:7:1)'

export const faults = {
  500: () => new Error(INDISCREET),
  503: () => new Unavailable(INDISCREET),
  507: () => new Unavailable(INDISCREET, { full: true }),
} as const

type Port = Record<string, (...args: never[]) => Promise<unknown>>
const ports = [
  ...(['turns', 'mail', 'transcripts', 'conversations', 'departments', 'agents'] as const),
  ...(['visitors', 'accounts', 'visits', 'nodes', 'letters'] as const),
]

/** While `work` runs, every call of the store fails with a fault of its own making, past its masks too. */
export const whileBroken = async <Result>(
  { store, desk }: { store: Store; desk?: Pick<Desk, 'unmasked'> },
  fault: () => Error,
  work: () => Promise<Result>,
): Promise<Result> => {
  const all = [
    ...ports.map((name) => store[name] as unknown as Port),
    ...(desk ? [desk.unmasked.transcripts as unknown as Port] : []),
  ]
  const healthy = all.map((port) => ({ ...port }))
  const ping = store.ping
  const fail = async () => {
    throw fault()
  }
  for (const port of all) for (const call of Object.keys(port)) port[call] = fail
  store.ping = fail
  try {
    return await work()
  } finally {
    for (const [n, port] of all.entries()) Object.assign(port, healthy[n])
    store.ping = ping
  }
}
