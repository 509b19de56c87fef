import { makeZip } from 'client-zip'
import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { SentFile } from '../../actors/entry'
import { filesOf } from '../../actors/sent-files'
import { ArchivePage, type ArchiveTalk } from '../../views/office/privacy/archive'
import { transcriptData } from '../../views/transcript/file/data'
import { isNoteOf, type TranscriptFile } from '../../views/transcript/file/lines'
import { TranscriptFilePage } from '../../views/transcript/file/page'
import type { Language } from '../../views/words/language'
import type { Store } from '../store/store'
import { wholeTranscript } from './whole-transcript'

/** Whose data it is, and for whom it is written. */
export type ArchiveAsk = {
  visitors: readonly string[]
  customers: readonly string[]
  emails: readonly string[]
  conversations: readonly string[]
  language: Language
  zone: string
  now: number
}

type Bytes = Blob | ReadableStream<Uint8Array>
type Needed = {
  store: Store
  /** What is in a file; undefined when it is gone. */
  bytesOf: (id: string, bytes: number) => Promise<Bytes | undefined>
}

/** Letters that are looked through for one address. */
const LETTERS = 10_000

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/**
 * All that is kept of one person, as a ZIP that is written while it is read: never more of it is held than
 * one conversation. What colleagues wrote for each other is in a file of its own, to be looked at before it
 * is handed on.
 */
export const archiveOf = (needed: Needed, ask: ArchiveAsk): ReadableStream<Uint8Array> =>
  makeZip(filesIn(needed, ask))

async function* filesIn(needed: Needed, ask: ArchiveAsk) {
  const { store } = needed
  const lastModified = new Date(ask.now)
  const file = (name: string, input: string) => ({ name, lastModified, input })
  const json = (name: string, value: object) => file(name, JSON.stringify(value, null, 2))
  const known = await readKnown(store, ask)
  yield json('data.json', known.theirs)
  const talks: ArchiveTalk[] = []
  const notes: object[] = []
  for (const id of ask.conversations) {
    const talk = await readTalk(store, id, ask)
    if (!talk) continue
    const name = `conversations/${id}`
    yield json(`${name}.json`, { ...talk.about, ...transcriptData(talk.file) })
    yield file(`${name}.html`, String(TranscriptFilePage(talk.file)))
    for (const one of talk.files) {
      const input = await needed.bytesOf(one.id, one.bytes)
      if (input) yield { name: `files/${fileName(one)}`, lastModified, input }
    }
    talks.push({ path: `${name}.html`, openedAt: talk.openedAt, lines: talk.file.entries.length })
    if (talk.notes.length > 0) notes.push({ conversation: id, notes: talk.notes })
  }
  yield json('colleagues.json', { ...known.colleagues, notes })
  const { language, zone, now } = ask
  yield file('index.html', String(ArchivePage({ ...known, talks, language, zone, now })))
}

/** Told apart by its id, whatever others are called. */
const fileName = ({ id, name }: SentFile): string =>
  `${id.slice(-8)}-${name.replace(/[/\\:\0]/g, '_')}`

const readKnown = async (store: Store, { visitors, customers, emails, now }: ArchiveAsk) => {
  const contexts = await Promise.all(
    visitors.map(async (id) => {
      const stored = await store.turns.load(addressOf('visitor', id))
      return contextIn('visitor', stored?.snapshot)
    }),
  )
  const visits = await Promise.all(visitors.map((id) => store.visits.of(id)))
  const accounts = await Promise.all(customers.map((id) => readAccount(store, id, now)))
  const letters = await Promise.all(emails.map((address) => lettersTo(store, address)))
  return {
    names: [...new Set(contexts.flatMap((one) => one?.name || []))],
    emails,
    theirs: {
      visitors: contexts.flatMap((one) =>
        one
          ? {
              ...{ id: one.id, name: one.name, email: one.email, language: one.language },
              ...{ phone: one.profile.phone, company: one.profile.company },
              ...{ address: one.address, subject: one.subject, from_site: one.fromSite },
            }
          : [],
      ),
      accounts: accounts.flatMap((one) => one ?? []),
      visits: visits.flatMap((one) =>
        one ? { ...one, startedAt: iso(one.startedAt), at: iso(one.at) } : [],
      ),
      mail: letters.flat(),
    },
    colleagues: {
      profiles: contexts.flatMap((one) =>
        one
          ? {
              ...{ visitor: one.id, notes: one.profile.notes, tags: one.profile.tags },
              attributes: one.profile.attributes,
            }
          : [],
      ),
    },
  }
}

const readAccount = async ({ customers }: Store, id: string, now: number) => {
  const customer = await customers.byId(id)
  if (!customer) return undefined
  const sessions = await customers.sessionsOf(id, now)
  return {
    ...{ name: customer.name, email: customer.email, language: customer.language },
    ...{ created: iso(customer.createdAt), seen: iso(customer.seenAt) },
    sessions: sessions.map(({ address, browser, createdAt }) => ({
      ...{ address, browser, since: iso(createdAt) },
    })),
  }
}

const lettersTo = async ({ letters }: Store, address: string) => {
  const rows = await letters.page({ address, oldestFirst: true, after: null }, LETTERS)
  return rows.map(({ at, kind, subject, state }) => ({ at: iso(at), kind, subject, state }))
}

const readTalk = async (store: Store, id: string, { language, zone, now }: ArchiveAsk) => {
  const row = await store.conversations.find(id)
  if (!row) return undefined
  const entries = await wholeTranscript(store, id, 'visitor')
  const inside = await wholeTranscript(store, id, 'desk')
  const viewer = row.visitor
  const about = { conversation: id, language, zone, now, viewer }
  const file: TranscriptFile = { ...about, entries, audience: 'visitor' }
  const noted: TranscriptFile = { ...about, entries: inside.filter(isNoteOf), audience: 'desk' }
  return {
    ...{ file, openedAt: row.openedAt },
    about: { opened: iso(row.openedAt), ended: iso(row.closedAt), stars: row.stars },
    files: entries.filter(({ by }) => by === 'visitor').flatMap(({ body }) => filesOf(body)),
    notes: transcriptData(noted).entries,
  }
}
