import type { SentFile } from '../../../actors/entry'
import { limits } from '../../../actors/limits'
import type { Written } from '../../../actors/moving/line'
import { type Given, groupsOf, NO_GROUP, textIn } from './few'
import type { Mark } from './marks'
import type { Staging } from './staging'
import type { Cell, Row } from './tables'
import { kept, parted, plainOf, unescaped, upTo } from './text'
import { type FoundFile, type Upload, uploadIn } from './uploads'

/** A chat that has a place in time, and whose it is. */
export type Chat = Row<'chats'> & { at: number; owner: string }
type Entry = Written<'conversation'>['entries'][number]
type FileLine = Written<'file'>

/** Lines of one conversation at most: what goes on after that goes on in the next. */
const MOST_CHATS = 2_000

/** Chats of one visitor between which no longer time passed than the gap, ms; the newest come first. */
export function* talksIn(staging: Staging, gap: number): Generator<Chat[]> {
  const rows = staging.db.query<Chat, []>(
    "select * from chats where at is not null and owner <> '' order by owner, at desc, cast(cid as integer) desc",
  )
  let talk: Chat[] = []
  for (const chat of rows.iterate()) {
    const next = talk.at(-1)
    const goesOn = next && next.owner === chat.owner && next.at - chat.at <= gap
    if (next && !(goesOn && talk.length < MOST_CHATS)) {
      yield talk.toReversed()
      talk = []
    }
    talk.push(chat)
  }
  if (talk.length > 0) yield talk.toReversed()
}

type Agent = { id: string; name: string; group: string }
type Names = { agents: ReadonlyMap<string, Agent>; visitors: (id: string) => string }

export const namesIn = (staging: Staging): Names => {
  const groups = groupsOf(staging)
  const agents = staging.all('services').flatMap((row): [string, Agent][] => {
    const id = row.service_id
    if (id === null) return []
    const name = upTo(textIn(row.nick_name) || textIn(row.user_name), limits.name)
    return [[id, { id, name: name || `Agent ${id}`, group: groups(row.group_id)[0] ?? NO_GROUP }]]
  })
  const one = staging.db.query<{ name: Cell; visitor_name: Cell }, [string]>(
    'select name, visitor_name from visitors where visitor_id = ?',
  )
  return {
    agents: new Map(agents),
    visitors: (id) => {
      const row = one.get(id)
      return row ? upTo(textIn(row.name) || textIn(row.visitor_name), limits.name) : ''
    },
  }
}

export type Brought = {
  line: Written<'conversation'>
  files: readonly { line: FileLine; path: string }[]
  /** Chats that say nothing, or of which it is not known who said it. */
  empty: readonly { id: string; why: 'textMissing' | 'directionMissing' }[]
}

/** A conversation made of chats and of how it was rated; null where none of them says anything. */
export const conversationOf = async (
  chats: readonly Chat[],
  marks: readonly Mark[],
  { source }: Given,
  names: Names,
  find: (upload: Upload) => Promise<FoundFile | undefined>,
): Promise<Brought | { line: null; empty: Brought['empty'] }> => {
  const [first] = chats
  if (!first) return { line: null, empty: [] }
  const id = `chat ${first.cid}`
  const called = names.visitors(first.owner)
  const [entries, files, empty]: [Entry[], Brought['files'][number][], Brought['empty'][number][]] =
    [[], [], []]
  for (const chat of chats) {
    const who = writerOf(chat, names, called)
    if (!who) {
      empty.push({ id: chat.cid ?? '', why: 'directionMissing' })
      continue
    }
    const said = await saidIn(chat, who.by, find)
    if (said === null) empty.push({ id: chat.cid ?? '', why: 'textMissing' })
    else addEntries(entries, chat, who, said)
    if (said?.file) {
      const { name, type, bytes } = said.file
      const of = { kind: 'file', source, source_id: fileOf(chat), conversation: id } as const
      const line = { ...of, client_id: clientIdOf(chat, 0), name, type, bytes, at: chat.at }
      files.push({ line, path: said.file.path })
    }
  }
  const last = entries.at(-1)
  if (!last) return { line: null, empty }
  const agent = entries.findLast(({ by, author }) => by === 'agent' && author)?.author ?? null
  const known = agent === null ? undefined : names.agents.get(agent)
  const closedAt = last.at
  addNotice(entries, closedAt, { code: 'closed', by: 'silence', name: '' }, '')
  addMarks(entries, marks, closedAt)
  const of = { kind: 'conversation', source, source_id: id, visitor: first.owner } as const
  const line = { ...of, visitor_name: called, department: known?.group ?? NO_GROUP }
  const held = { agent, agent_name: known?.name ?? '' }
  return {
    line: { ...line, ...held, opened_at: first.at, closed_at: closedAt, entries },
    files,
    empty,
  }
}

/** What kefu systems call it to their visitors. */
const ROBOT = '智能助手'

type Writer = Pick<Entry, 'by' | 'author' | 'name'>

/** What an agent or a robot wrote goes to the visitor; where nobody's name is on it, it was the robot. */
const writerOf = (chat: Chat, { agents }: Names, visitor: string): Writer | undefined => {
  if (chat.direction === 'to_service') return { by: 'visitor', author: chat.owner, name: visitor }
  if (chat.direction !== 'to_visitor') return undefined
  const id = chat.service_id
  if (id === null || id === '' || id === '0') return { by: 'bot', author: null, name: ROBOT }
  const agent = agents.get(id)
  return { by: 'agent', author: agent ? id : null, name: agent?.name ?? `Agent ${id}` }
}

type SaidHere = { text: string; file?: FoundFile }

/** What a chat says; null for nothing. A file whose bytes are nowhere is told of by its name and address. */
const saidIn = async (
  chat: Chat,
  by: Entry['by'],
  find: (upload: Upload) => Promise<FoundFile | undefined>,
): Promise<SaidHere | null> => {
  const content = kept(chat.content ?? '')
  const upload = uploadIn(content)
  if (upload) {
    const file = await find(upload)
    return file
      ? { text: '', file }
      : { text: [upload.name, upload.url].filter(Boolean).join('\n') }
  }
  const text = (by === 'bot' ? plainOf(content) : unescaped(content)).trim()
  return text === '' ? null : { text }
}

const clientIdOf = ({ cid }: Chat, part: number) => `kefu-${cid}${part > 0 ? `-${part + 1}` : ''}`
const fileOf = ({ cid }: Chat) => `chat ${cid}`

const addEntries = (entries: Entry[], chat: Chat, who: Writer, { text, file }: SaidHere) => {
  const files: SentFile[] = file
    ? [{ id: fileOf(chat), name: file.name, type: file.type, bytes: file.bytes }]
    : []
  const body = files.length > 0 ? ({ kind: 'text', files } as const) : ({ kind: 'text' } as const)
  const parts = parted(text, limits.text)
  for (const [nth, part] of parts.entries())
    entries.push({
      ...{ seq: entries.length + 1, client_id: clientIdOf(chat, nth), ...who, at: chat.at },
      ...{ text: part, body: nth === 0 ? body : { kind: 'text' } },
    })
}

type Notice = Extract<Entry['body'], { kind: 'notice' }>['notice']

const addNotice = (
  entries: Entry[],
  at: number,
  notice: Notice,
  text: string,
  changes: string | null = null,
): string => {
  const seq = entries.length + 1
  const client_id = `desk-${seq}`
  const body = { kind: 'notice', notice } as const
  entries.push({ seq, client_id, by: 'desk', author: null, name: '', at, text, body, changes })
  return changes ?? client_id
}

/** Of several ratings each takes the place of the one before. */
const addMarks = (entries: Entry[], marks: readonly Mark[], closedAt: number) => {
  let first: string | null = null
  let last = closedAt
  for (const { at, stars, text, remarks } of marks) {
    last = Math.max(last, at)
    const pressed = remarks === '' ? {} : { remarks: remarks.split('\n').slice(0, 12) }
    const words = upTo(text, limits.comment)
    first = addNotice(entries, last, { code: 'rated', stars, ...pressed }, words, first)
  }
}
