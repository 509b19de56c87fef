import { type Address, addressOf, idOf, kindOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { Decision } from '../../actors/decision'
import { headOf } from '../../actors/department/line'
import type { Entry } from '../../actors/entry'
import type { AnyEvent } from '../../actors/events'
import type { Mail } from '../../actors/mail'
import { logicOf } from '../../actors/registry'
import type { FloorRow, LineRow, Needs, OwnRow, OwnRowKey, Reads } from '../../actors/rows'
import { noReads } from '../../actors/rows'
import type { Stored } from '../../actors/snapshot'
import { type Turn, takeTurn } from '../../actors/turn'

/**
 * The actors alone, without store, bus or clock: mail lies in a list, time is a number, and the
 * test decides what is delivered when. What it does with a turn is what a commit does.
 */
export const openActorHarness = (start = 1_000_000) => {
  const actors = new Map<Address, Stored>()
  const entries: Entry[] = []
  const line = new Map<string, LineRow>()
  const floor = new Map<string, FloorRow>()
  const presence = new Set<string>()
  const decisions: Decision[] = []
  const journal: Turn[] = []
  let mail: Mail[] = []
  let now = start

  const readsFor = (needs: Needs): Reads => {
    if (!needs) return noReads
    const own = [...line.values()].filter((row) => row.department === needs.department)
    return {
      line: headOf(own, needs),
      row: line.get(`${needs.department} ${needs.conversation}`) ?? null,
      floor: [...floor.values()].filter((agent) => agent.department === needs.department),
    }
  }

  const send = (address: Address, event: AnyEvent): Turn => {
    const stored = actors.get(address)
    const needs = logicOf(kindOf(address)).needs(idOf(address), event, () =>
      contextIn(kindOf(address), stored?.snapshot),
    )
    const turn = takeTurn(address, stored, event, readsFor(needs))
    // Snapshots must survive being written down.
    actors.set(
      address,
      JSON.parse(JSON.stringify({ version: turn.version, snapshot: turn.snapshot })),
    )
    journal.push(turn)
    entries.push(...turn.entries)
    decisions.push(...turn.decisions)
    const slots = new Set([...turn.cancels, ...turn.mail.flatMap((one) => one.timer ?? [])])
    mail = [...mail.filter((one) => !one.timer || !slots.has(one.timer)), ...turn.mail]
    for (const row of turn.keeps) keep(row)
    for (const key of turn.drops) drop(key)
    return turn
  }

  const keep = (row: OwnRow) => {
    if (row.in === 'line') line.set(`${row.department} ${row.conversation}`, row)
    if (row.in === 'floor') floor.set(`${row.department} ${row.agent}`, row)
    if (row.in === 'presence') presence.add(`${row.agent} ${row.node}`)
  }
  const drop = (key: OwnRowKey) => {
    if (key.in === 'line') line.delete(`${key.department} ${key.conversation}`)
    if (key.in === 'floor') floor.delete(`${key.department} ${key.agent}`)
    if (key.in === 'presence') presence.delete(`${key.agent} ${key.node}`)
  }

  /** Delivers one piece of due mail; `pick` chooses among what is due. Answers the turn. */
  const deliver = (pick: (due: Mail[]) => Mail | undefined = ([first]) => first) => {
    const next = pick(mail.filter((one) => one.dueAt <= now))
    if (!next) return undefined
    mail = mail.filter((one) => one !== next)
    return send(next.to, { ...next.event, at: now } as AnyEvent)
  }

  return {
    actors,
    entries,
    decisions,
    journal,
    line,
    floor,
    presence,
    now: () => now,
    mail: () => mail,
    send,
    deliver,
    /** Delivers until nothing is due. */
    settle: (pick?: (due: Mail[]) => Mail | undefined) => {
      for (let turns = 0; turns < 10_000; turns += 1) if (!deliver(pick)) return
      throw new Error('the actors do not come to rest')
    },
    /** Turns the clock and delivers nothing: what falls due waits to be picked. */
    later(ms: number) {
      now += ms
    },
    /** Lets time pass, firing what falls due at its own moment. */
    pass(ms: number) {
      const end = now + ms
      for (let turns = 0; turns < 10_000; turns += 1) {
        const next = mail.map((one) => one.dueAt).sort((a, b) => a - b)[0]
        if (next === undefined || next > end) break
        now = Math.max(now, next)
        deliver()
      }
      now = end
    },
    state: (address: Address) => actors.get(address)?.snapshot.value,
    context: <C>(address: Address) => actors.get(address)?.snapshot.context as C,
    waiting: (department: string) => readsFor({ department, line: 1e6, conversation: null }).line,
    conversation: (id: string) => addressOf('conversation', id),
  }
}
export type ActorHarness = ReturnType<typeof openActorHarness>
