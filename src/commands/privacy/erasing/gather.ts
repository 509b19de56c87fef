import { addressOf } from '../../../../actors/address'
import type { ErasedTalk, ErasurePlan } from '../../../../actors/erasing/erasure'
import { knownTexts } from '../../../../actors/erasing/scrubber'
import type { AnyEvent } from '../../../../actors/events'
import { filesOf } from '../../../../actors/sent-files'
import { nameless } from '../../../../actors/visitor/name'
import type { KeptLine } from '../../../store/ports/remains'
import { contextOf } from '../../conversations/access'
import type { Desk } from '../../desk'
import { talksOfSomeone } from '../person'
import { type Erasing, folded, STRETCH } from './step'

/** Texts that are looked for among what others wrote: more of one person nobody has quoted. */
const MOST_TEXTS = 5_000
/** Characters of these together: a row of either database has room for more. */
const TEXT_CHARS = 2_000_000
/** Signs of a number or the like from which on it is somebody's alone. */
const KNOWN_MARK = 6

/** Addresses of this machine and of networks that many share. */
const SHARED = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1|f[cde]|$)/i

/** Everything by which they are known, out of what they did and what was said of them. */
export const gather: Erasing = async (desk, erasure) => {
  const { plan } = erasure
  const known = { names: new Set<string>(), marks: new Set<string>(plan.marks) }
  const texts = new Set<string>()
  for (const id of plan.customers) {
    const customer = await desk.store.customers.byId(id)
    if (!customer) continue
    known.names.add(customer.name)
    known.marks.add(customer.email)
  }
  for (const visitor of plan.visitors) await readVisitor(desk, visitor, known)
  const talks = await talksWith(desk, plan, known)
  const authors = new Set(plan.visitors)
  for (const { id, own } of talks)
    await eachLine(desk, id, (line) => {
      if (isRemark(line) && own) add(texts, knownTexts(line.text))
      if (line.author === null || !authors.has(line.author)) return
      known.names.add(line.name)
      add(texts, [...knownTexts(line.text), ...filesOf(line.body).map(({ name }) => name)])
    })
  const { customers, visitors } = plan
  const conversations = talks.filter(({ own }) => own).length
  return {
    ...erasure,
    counts: { visitors: visitors.length, accounts: customers.length, conversations },
    plan: {
      ...{ ...plan, talks, names: await ownNames(desk, plan, known.names) },
      marks: [...known.marks].filter((mark) => mark.length >= KNOWN_MARK),
      texts: upTo(TEXT_CHARS, [...texts].filter((text) => text !== '').slice(0, MOST_TEXTS)),
    },
  }
}

type Known = { names: Set<string>; marks: Set<string> }

/** The first of them, as far as there is room. */
const upTo = (chars: number, texts: readonly string[]): string[] => {
  let left = chars
  return texts.filter((text) => {
    left -= text.length
    return left >= 0
  })
}

const add = <Value>(to: Set<Value>, all: readonly Value[]) => {
  for (const one of all) to.add(one)
}

/** Words that came with stars are its visitor's, though the desk tells of them. */
export const isRemark = ({ body }: Pick<KeptLine, 'body'>): boolean =>
  body.kind === 'notice' && body.notice.code === 'rated'

const readVisitor = async (desk: Desk, visitor: string, known: Known) => {
  const address = addressOf('visitor', visitor)
  const visit = await desk.store.visits.of(visitor)
  markAddress(visit?.about.address, known)
  for (let after = 0; ; ) {
    const rows = await desk.store.turns.journal(address, after, STRETCH)
    for (const { event } of rows) if (event) readEvent(event, known)
    after = rows.at(-1)?.version ?? after
    if (rows.length < STRETCH) break
  }
}

/** What one of their events says they are called, and where they are reached. */
const readEvent = (event: AnyEvent, { names, marks }: Known) => {
  if ('name' in event && typeof event.name === 'string') names.add(event.name)
  for (const field of ['email', 'phone', 'subject'] as const) {
    const mark = field in event ? Reflect.get(event, field) : undefined
    if (typeof mark === 'string') marks.add(mark)
  }
  if ('address' in event) markAddress(event.address, { marks })
  if (event.type === 'described' && 'changes' in event) {
    const { name = '', email = '', phone = '' } = event.changes ?? {}
    names.add(name)
    add(marks, [email, phone])
  }
  if (event.type === 'welcomed' || event.type === 'released') {
    const { name, email, subject, profile } = event.known
    names.add(name)
    add(marks, [email, subject, profile.phone])
  }
}

const markAddress = (address: string | undefined, { marks }: Pick<Known, 'marks'>) => {
  if (address && !SHARED.test(address)) marks.add(address)
}

/** Their own conversations, and those that something of these went to. */
const talksWith = async (desk: Desk, plan: ErasurePlan, known: Known): Promise<ErasedTalk[]> => {
  const rows = await talksOfSomeone(desk, plan)
  const own = new Set(rows.map(({ id }) => id))
  for (const { visitorName } of rows) known.names.add(visitorName)
  const all = new Set(own)
  const open = [...own]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const context = await contextOf(desk, 'conversation', id)
    const { mergedInto, merges = [], branches = [], branchedFrom } = context
    const next = [
      ...(mergedInto ? [mergedInto] : []),
      ...(branchedFrom ? [branchedFrom.conversation] : []),
      ...merges.map(({ from }) => from),
      ...branches.map(({ into }) => into),
    ]
    for (const other of next) {
      if (all.has(other)) continue
      all.add(other)
      open.push(other)
    }
  }
  // Each has a nobody of its own, so that nothing says who had the others.
  return [...all].map((id) => ({ id, nobody: desk.clock.id(), own: own.has(id) }))
}

/** Without those that are no name, and those that somebody of the desk has too. */
const ownNames = async (
  { store }: Desk,
  { visitors }: ErasurePlan,
  names: ReadonlySet<string>,
): Promise<string[]> => {
  const staff = (await store.accounts.all()).map(({ name }) => folded(name))
  const none = new Set(['', ...staff, ...visitors.map((id) => folded(nameless(id)))])
  return [...names].map((name) => name.trim()).filter((name) => !none.has(folded(name)))
}

/** Every line of one conversation, in its order. */
export const eachLine = async (
  { store }: Desk,
  conversation: string,
  look: (line: KeptLine) => void,
) => {
  for (let after = 0; ; ) {
    const lines = await store.remains.linesOf(conversation, after, STRETCH)
    for (const line of lines) look(line)
    after = lines.at(-1)?.seq ?? after
    if (lines.length < STRETCH) return
  }
}
