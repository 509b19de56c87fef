import { addressOf } from '../../../../actors/address'
import type { Body } from '../../../../actors/entry'
import { type ErasedTalk, more } from '../../../../actors/erasing/erasure'
import { GONE, type Scrubber, scrubbed } from '../../../../actors/erasing/scrubber'
import { filesOf, keptOf } from '../../../../actors/sent-files'
import { nameless } from '../../../../actors/visitor/name'
import type { KeptLine } from '../../../store/ports/remains'
import type { Desk } from '../../desk'
import { hideOrigins } from '../../moving/hidden'
import { eachLine, isRemark } from './gather'
import { type Scrubbers, scrubbersOf } from './scrubbers'
import { type Erasing, PAUSE_MS, STRETCH } from './step'

/**
 * Every line of the desk: what they said is no more, and what others said of it keeps its place without
 * their words. Those of their own conversations are among them, and copies of these elsewhere.
 */
export const lines: Erasing = async (desk, erasure, keep) => {
  const { plan } = erasure
  const work = {
    ...{ desk, scrubbers: await scrubbersOf(desk, plan), authors: new Set(plan.visitors) },
    talks: new Map(plan.talks.map((talk) => [talk.id, talk])),
  }
  let done = erasure
  for (const { id, nobody } of plan.talks) {
    await desk.store.remains.dropFormer(id, plan.visitors)
    const to = { author: nobody, name: nameless(nobody) }
    await desk.store.remains.giveReactions(id, plan.visitors, to)
  }
  for (;;) {
    const all = await desk.store.remains.lines(placeIn(done.cursor), STRETCH)
    const went = await eraseLines(work, all)
    const last = all.at(-1)
    done = {
      ...{ ...done, cursor: last ? `${last.conversation} ${last.seq}` : done.cursor },
      counts: more(
        more(more(done.counts, 'messages', went.messages), 'quotes', went.quotes),
        ...(['files', went.files] as const),
      ),
    }
    if (all.length < STRETCH) {
      for (const { id, own } of plan.talks) if (own) await dropUnnamed(desk, id)
      // Pages that were drawn with it are drawn anew.
      desk.bus.publish(
        plan.visitors.map((id) => ({ topic: addressOf('visitor', id), what: 'erased' })),
      )
      return done
    }
    if (went.messages + went.quotes > 0) await keep(done)
    await desk.clock.sleep(PAUSE_MS)
  }
}

/** Files that no line names any more: what was taken back while a hold kept it. */
const dropUnnamed = async (desk: Desk, conversation: string): Promise<void> => {
  const left = new Set(await desk.store.retention.filesOf(conversation))
  if (left.size === 0) return
  await eachLine(desk, conversation, ({ body }) => {
    for (const { id } of keptOf(filesOf(body))) left.delete(id)
  })
  for (const id of left) await desk.files.remove(id)
  await hideOrigins(desk.store, 'file', [...left])
  await desk.store.files.forget([...left])
}

const placeIn = (cursor: string) => {
  const [conversation, seq] = cursor.split(' ')
  return conversation === undefined || seq === undefined ? null : { conversation, seq: Number(seq) }
}

type Work = {
  desk: Desk
  scrubbers: Scrubbers
  authors: ReadonlySet<string>
  talks: ReadonlyMap<string, ErasedTalk>
}

const eraseLines = async (
  { desk, scrubbers, authors, talks }: Work,
  all: readonly KeptLine[],
): Promise<{ messages: number; quotes: number; files: number }> => {
  const went = { messages: 0, quotes: 0, files: 0 }
  const changed: KeptLine[] = []
  const files: string[] = []
  for (const line of all) {
    const talk = talks.get(line.conversation)
    if (talk && line.author !== null && authors.has(line.author)) {
      const kept = keptOf(filesOf(line.body)).map(({ id }) => id)
      files.push(...kept)
      went.messages += 1
      went.files += kept.length
      changed.push(emptied(line, talk))
      continue
    }
    const scrub = scrubFor(line, talk, scrubbers)
    const now = talk?.own && isRemark(line) ? { ...line, text: '' } : quoteless(line, scrub)
    if (now === line) continue
    went.quotes += 1
    changed.push(now)
  }
  // The bytes first: what is cut short here is found again by the line that names them.
  for (const id of files) await desk.files.remove(id)
  await hideOrigins(desk.store, 'file', files)
  await desk.store.files.forget(files)
  if (changed.length > 0) await desk.store.remains.putLines(changed)
  const elsewhere = changed.map((line) => line.conversation).filter((id) => !talks.has(id))
  for (const id of new Set(elsewhere)) await desk.store.search.forget(id)
  return went
}

const scrubFor = (
  { by }: KeptLine,
  talk: ErasedTalk | undefined,
  { within, elsewhere, others }: Scrubbers,
): Scrubber => (talk ? within : by === 'visitor' ? others : elsewhere)

/** As if its author had taken it back, whoever that was; a reaction has no words. */
const emptied = (line: KeptLine, { nobody }: ErasedTalk): KeptLine => ({
  ...line,
  ...{ author: nobody, name: nameless(nobody), text: '', body: gone(line.body) },
})

const gone = (body: Body): Body => {
  if (body.kind === 'reaction') return body
  return { kind: 'withdrawn', inside: body.kind === 'answers' }
}

/** The same line where it says nothing of them. A name that is all of a field is shown as none. */
const quoteless = (line: KeptLine, scrub: Scrubber): KeptLine => {
  const text = scrub(line.text)
  const body = scrubbed(line.body, scrub)
  const name = line.by === 'visitor' ? scrub(line.name) : line.name
  if (text === line.text && body === line.body && name === line.name) return line
  return { ...line, text, body: withPlaces(body, text, line.text), name: name === GONE ? '' : name }
}

/** Where colleagues are called by name is no place any more once words before it went. */
const withPlaces = (body: Body, text: string, before: string): Body =>
  'mentions' in body && text !== before ? { ...body, mentions: [] } : body
