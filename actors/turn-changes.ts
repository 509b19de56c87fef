import { type Address, idOf } from './address'
import type { Decision } from './decision'
import type { Effect } from './effects'
import type { Entry } from './entry'
import type { Fact } from './facts'
import type { Lines } from './lines'
import { type Mail, mailId } from './mail'
import type { OwnRow, OwnRowKey } from './rows'

/** What the effects of a turn change, each in its own list. */
type Changes = {
  /** Tells, and what comes due at a time of day. */
  tells: Mail[]
  /** Slots of what does not come due any more. */
  stops: string[]
  entries: Entry[]
  keeps: OwnRow[]
  drops: OwnRowKey[]
  decisions: Decision[]
  facts: Fact[]
  lines: Lines[]
}

export const changesOf = (
  address: Address,
  version: number,
  at: number,
  effects: readonly Effect[],
): Changes => {
  const changes: Changes = {
    tells: [],
    stops: [],
    entries: [],
    keeps: [],
    drops: [],
    decisions: [],
    facts: [],
    lines: [],
  }
  for (const [n, effect] of effects.entries()) {
    if (effect.do === 'append')
      changes.entries.push({ ...effect.entry, conversation: idOf(address), edited: null })
    else if (effect.do === 'tell') {
      const id = mailId(address, version, n)
      changes.tells.push({ id, to: effect.to, event: effect.event, dueAt: at, timer: null })
    } else if (effect.do === 'time') putTime(changes, address, { version, at }, effect)
    else if (effect.do === 'keep') changes.keeps.push(effect.row)
    else if (effect.do === 'drop') changes.drops.push(effect.key)
    else if (effect.do === 'decide') changes.decisions.push(effect.decision)
    else if (effect.do === 'write') changes.lines.push(effect.lines)
    else changes.facts.push(effect.fact)
  }
  return changes
}

/** Keeps when something comes due, in the slot that is named for it: an earlier time is over with it. */
const putTime = (
  changes: Changes,
  address: Address,
  { version, at }: { version: number; at: number },
  { due, at: dueAt }: Extract<Effect, { do: 'time' }>,
) => {
  const timer = `${address}/${due}`
  if (dueAt === null) {
    changes.stops.push(timer)
    return
  }
  const event = { type: due, at: dueAt, delayMs: Math.max(0, dueAt - at) }
  changes.tells.push({ id: mailId(address, version, due), to: address, event, dueAt, timer })
}
