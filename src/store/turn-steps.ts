import type { AccountRefused } from '../../actors/account-change'
import { idOf } from '../../actors/address'
import { type Entry, isForDesk } from '../../actors/entry'
import type { Mail } from '../../actors/mail'
import { toldOf } from '../../actors/mentions'
import type { OwnRow, OwnRowKey } from '../../actors/rows'
import type { Turn } from '../../actors/turn'
import { linesSteps } from './lines'
import type { WriteStep } from './statements'
import type { TurnStatements } from './turn-statements'

type Stopped = 'stale' | 'repeat' | 'gone' | AccountRefused

/**
 * What committing a turn means, once for both databases. The order matters: mail that is gone
 * or a version that was made says so before anything else can.
 */
export const stepsOf = (s: TurnStatements, turn: Turn, consumes?: string): WriteStep<Stopped>[] => [
  ...(consumes === undefined
    ? []
    : [s.removeMail({ id: consumes }, { onUnchanged: 'gone' as const })]),
  s.journal(turn, { onDuplicate: [{ key: '', outcome: 'stale' }], onCollision: 'stale' }),
  ...turn.entries.flatMap((entry) => entrySteps(s, entry, turn.event.type === 'imported')),
  ...turn.lines.flatMap((lines) => linesSteps(idOf(turn.address), lines)),
  s.putActor(turn, { onDuplicate: [{ key: '', outcome: 'stale' }] }),
  ...turn.cancels.map((slot) => s.removeTimer({ slot })),
  ...turn.mail.map((mail) => s.putMail(posted(turn, mail))),
  ...turn.drops.map((key) => dropStep(s, key)),
  ...turn.keeps.map((row) => keepStep(s, row)),
  ...turn.decisions.map((decision, nth) =>
    s.putDecision({ ...decision, version: turn.version, nth }),
  ),
  ...(turn.summary ? [s.putSummary(turn.summary)] : []),
  ...(turn.account ? s.changeAccount(turn.account) : []),
  ...(turn.audit ? [s.tell(turn.audit)] : []),
]

/**
 * The entry that a line changes points to it, so that it is shown as it is now wherever it is read. What
 * a person said before goes from the transcript with it; whoever keeps an index of words does the
 * same here, by `entry.changes`.
 */
const entrySteps = (s: TurnStatements, entry: Entry, isPast: boolean): WriteStep<Stopped>[] => {
  const { conversation, changes: clientId, seq: edited } = entry
  const line = s.entry(entry, {
    onDuplicate: [
      { key: 'client_id', outcome: 'repeat' },
      // Its place is taken, though its version was free: somebody must look at what is there.
      { key: '', outcome: 'stale' },
    ],
  })
  if (clientId === null) return [line, ...mentionSteps(s, entry, isPast)]
  if (entry.body.kind === 'reaction') return [line, ...reactionSteps(s, entry, clientId)]
  const isRewritten = entry.body.kind !== 'notice'
  const change = { conversation, changes: clientId, seq: edited }
  return [
    line,
    ...(isRewritten ? [s.keepFormerTexts(change), s.emptyFormerTexts(change)] : []),
    ...(entry.body.kind === 'withdrawn'
      ? [s.emptyFormerBodies({ ...change, inside: entry.body.inside }), s.releaseFiles(change)]
      : []),
    ...(isForDesk(entry.body) ? [s.dropMentions(change), ...mentionSteps(s, entry, isPast)] : []),
    s.markEdited({ conversation, clientId, edited }),
    s.hideLine({ conversation, clientId }),
  ]
}

/** Whoever is called by name in it finds that when they come; of what is long past they are not told. */
const mentionSteps = (s: TurnStatements, line: Entry, isPast: boolean): WriteStep[] => {
  const { conversation, clientId, changes, seq, at } = line
  const about = { conversation, entry: changes ?? clientId, seq, at, seen: isPast }
  return toldOf(line).map((agent) => s.putMention({ ...about, agent, place: 'here' }))
}

const reactionSteps = (s: TurnStatements, line: Entry, clientId: string): WriteStep[] => {
  const { conversation, seq, by, name, body } = line
  if (body.kind !== 'reaction') return []
  const key = { conversation, entry: clientId, emoji: body.emoji, author: line.author ?? '' }
  return [
    body.adds ? s.putReaction({ ...key, by, name, seq }) : s.removeReaction(key),
    s.markReacted({ conversation, clientId, reacted: seq }),
  ]
}

const posted = (turn: Turn, mail: Mail) => ({
  ...mail,
  slot: mail.timer ?? mail.id,
  sent: turn.version,
  leasedUntil: 0,
  tries: 0,
  parked: false,
})

const keepStep = (s: TurnStatements, row: OwnRow): WriteStep => {
  if (row.in === 'line') return s.putLine(row)
  if (row.in === 'floor') return s.putFloor(row)
  return s.putPresence(row)
}

const dropStep = (s: TurnStatements, key: OwnRowKey): WriteStep => {
  if (key.in === 'line') return s.removeLine(key)
  if (key.in === 'floor') return s.removeFloor(key)
  return s.removePresence(key)
}
