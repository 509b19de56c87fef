import { addressOf } from '../../../actors/address'
import type { ConversationContext } from '../../../actors/conversation/context'
import type { SlaTerms } from '../../../actors/conversation/sla-terms'
import { noticeOf } from '../../../actors/entry'
import type { AnyEvent } from '../../../actors/events'
import type { Stored } from '../../../actors/snapshot'
import type { ConversationRow } from '../../../actors/summary'
import { type Turn, takeTurn } from '../../../actors/turn'
import { events } from './events'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const START = Date.UTC(2026, 10, 23, 10)
const address = addressOf('conversation', 'own')
const SLOT = `${address}/due.sla`

export const minutes: SlaTerms = {
  ...{ first: MINUTE_MS, next: 10 * MINUTE_MS, solve: 0, haste: 50, hours: null },
}
const opened = events['Vera opens it']

/** A conversation whose timers go off at their own time, as the postman would bring them. */
export const openTalk = (sla: SlaTerms | null, start = START) => {
  let stored: Stored | undefined
  let due: number | null = null
  let written = 0
  const told: { at: number; kind: string; share: number }[] = []
  const step = (event: AnyEvent): Turn => {
    const turn = takeTurn(address, stored, event)
    stored = JSON.parse(JSON.stringify({ version: turn.version, snapshot: turn.snapshot }))
    if (event.type === 'due.sla') due = null
    for (const { timer, dueAt } of turn.mail)
      if (timer === SLOT) [due, written] = [dueAt, written + 1]
    if (turn.cancels.includes(SLOT)) [due, written] = [null, written + 1]
    for (const entry of turn.entries) {
      const notice = noticeOf(entry)
      if (notice?.code === 'sla')
        told.push({ at: event.at, kind: notice.kind, share: notice.share })
    }
    return turn
  }
  /** Lets time pass until then: whatever comes due goes off at that moment. */
  const pass = (until: number) => {
    for (let nth = 0; due !== null && due <= until && nth < 50; nth += 1)
      step({ type: 'due.sla', at: due })
  }
  const at = (event: AnyEvent, when: number) => {
    pass(when)
    return step({ ...event, at: when } as AnyEvent)
  }
  at({ ...opened, ...(sla ? { sla } : {}) } as never, start)
  return {
    ...{ at, pass, told },
    due: () => due,
    written: () => written,
    context: () => stored?.snapshot.context as ConversationContext,
    row: (turn: Turn) => turn.summary as unknown as ConversationRow,
  }
}

export const ana = { agent: 'ana', name: 'Ana', claim: 2, word: 2 }
export const assigned = {
  ...{ type: 'assigned', ...ana, ticket: 1, offer: 1 },
  how: { how: 'chosen', strategy: 'least-loaded', candidates: 1 },
} as never as AnyEvent
let said = 0
export const says = (by: 'visitor' | 'agent'): AnyEvent =>
  ({
    ...{ type: 'said', by, author: by === 'agent' ? 'ana' : 'vera', name: by, text: 'Hello' },
    clientId: `said-by-${++said}`,
  }) as never
