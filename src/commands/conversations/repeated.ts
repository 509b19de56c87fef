import type { Body, Entry, SentFile } from '../../../actors/entry'
import type { Person } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { filesOf } from '../../../actors/sent-files'
import type { ConversationRow } from '../../../actors/summary'
import type { Desk } from '../desk'
import { cachedContext, contextOf } from './access'

/** What somebody sends, as far as it is the same when it is sent again. */
type SentAs = { text: string; kind: Body['kind']; files: readonly SentFile[] }

/**
 * What was said before under the same id, as it is now; `into` is the conversation it is looked for in,
 * where that is another one by now.
 * Problems: conflict `otherText`, where it is something else or somebody else's.
 */
export const repeated = async (
  desk: Desk,
  person: Person,
  { conversation, clientId, ...first }: Entry,
  { text, kind, files }: SentAs,
  into?: ConversationRow,
): Promise<{ entry: Entry; repeat: true } | Problem> => {
  const { author, body, edited, changes } = first
  // Of what was changed since, and of what went on elsewhere, the words that it was sent with are no more.
  const isSaid = first.text === text || edited !== null
  const now = await desk.unmasked.transcripts.shown(conversation, clientId)
  // Of what was taken back, or is elsewhere, nothing tells any more what came with it.
  const isGone = now?.body.kind === 'withdrawn' || now?.body.kind === 'notice'
  const isAlike = body.kind === kind && areAlike(filesOf(body), files)
  const isTheirs = author === person.id && changes === null
  if (!(isSaid && isTheirs && (isAlike || isGone))) return new Problem('conflict', 'otherText')
  const entry = now ?? { conversation, clientId, ...first }
  return { entry: (into && (await copyIn(desk, into.id, entry))) ?? entry, repeat: true }
}

/** Whether two lots of files are the same ones, sent again. */
const areAlike = (some: readonly SentFile[], others: readonly SentFile[]): boolean =>
  some.length === others.length &&
  some.every(({ name, bytes }, n) => name === others[n]?.name && bytes === others[n]?.bytes)

/**
 * What a visitor said under this id in another conversation of theirs, which has gone on in this one
 * since: an answer may have been lost on the way. This node may not have heard of it; then the visitor's
 * is the other one to it yet, whose own turn finds it.
 */
export const saidBefore = async (
  desk: Desk,
  person: Person,
  { id }: ConversationRow,
  clientId: string,
): Promise<Entry | undefined> => {
  if (person.kind !== 'visitor') return undefined
  const known = cachedContext(desk, 'visitor', person.id)
  const { conversation, movedFrom = [] } = known ?? (await contextOf(desk, 'visitor', person.id))
  for (const other of [conversation, ...movedFrom]) {
    if (!other || other === id) continue
    const entry = await desk.unmasked.transcripts.byClientId(other, clientId)
    if (entry) return entry
  }
  return undefined
}

/** The line that stands for one here which came from another conversation, as it is now. */
const copyIn = async (
  desk: Desk,
  id: string,
  { conversation, seq }: Entry,
): Promise<Entry | undefined> => {
  const { merges = [] } = await contextOf(desk, 'conversation', id)
  const merge = merges.find(({ from }) => from === conversation)
  if (!merge) return undefined
  const at = merge.first - 1 + seq
  const [copy] = await desk.unmasked.transcripts.before(id, at + 1, 1)
  return copy?.seq === at ? copy : undefined
}
