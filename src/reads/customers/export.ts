import { addressOf } from '../../../actors/address'
import { contextIn } from '../../../actors/current'
import type { ConversationRow } from '../../../actors/summary'
import { transcriptData } from '../../../views/transcript/file/data'
import type { Language } from '../../../views/words/language'
import type { Customer } from '../../store/ports/customers'
import type { Store } from '../../store/store'
import { wholeTranscript } from '../whole-transcript'

const STRETCH = 50

type Reading = { language: Language; zone: string; now: number }
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** What is kept of a customer beside what was said. What colleagues write down for each other is theirs. */
export const readKept = async (store: Store, customer: Customer, visitor: string, now: number) => {
  const [stored, visit, sessions] = await Promise.all([
    store.turns.load(addressOf('visitor', visitor)),
    store.visits.of(visitor),
    store.customers.sessionsOf(customer.id, now),
  ])
  const context = contextIn('visitor', stored?.snapshot)
  const { phone = '', company = '' } = context?.profile ?? {}
  return {
    account: {
      ...{ name: customer.name, email: customer.email, language: customer.language },
      ...{ created: iso(customer.createdAt), email_confirmed: iso(customer.provenAt) },
      seen: iso(customer.seenAt),
    },
    known: {
      ...{ name: context?.name ?? '', email: context?.email ?? '', phone, company },
      ...{ address: context?.address ?? '', from_site: context?.fromSite ?? {} },
    },
    visit: visit ? { ...visit, startedAt: iso(visit.startedAt), at: iso(visit.at) } : null,
    sessions: sessions.map(({ address, browser, createdAt }) => ({
      ...{ address, browser, since: iso(createdAt) },
    })),
  }
}

/** Their conversations one after the other, each with all that they could read in it. */
export async function* conversationsOf(store: Store, visitor: string, reading: Reading) {
  let last: ConversationRow | undefined
  for (;;) {
    const rows = await store.conversations.page(
      {
        ...{ filter: { visitor }, sight: { all: true, person: '', departments: [] } },
        ...{ order: 'opened', descending: true },
        after: last ? { by: last.openedAt, id: last.id } : null,
      },
      STRETCH,
    )
    for (const row of rows) {
      const entries = await wholeTranscript(store, row.id, 'visitor')
      const file = { conversation: row.id, entries, audience: 'visitor', viewer: visitor } as const
      const { entries: said } = transcriptData({ ...file, ...reading })
      yield {
        ...{ id: row.id, opened: iso(row.openedAt), ended: iso(row.closedAt) },
        ...{ with: row.agentName, stars: row.stars, said },
      }
    }
    last = rows.at(-1)
    if (rows.length < STRETCH) return
  }
}
