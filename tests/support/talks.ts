import { addressOf } from '../../actors/address'
import type { AnyEvent } from '../../actors/events'
import type { Came } from '../../actors/figures/episode'
import type { Stored } from '../../actors/snapshot'
import { takeTurn } from '../../actors/turn'
import type { Store } from '../../src/store/store'

const timings = { patience: 60_000, accept: 30_000, silence: 600_000 }
const how = { how: 'chosen', strategy: 'least-loaded', candidates: 2 } as const
const MINUTE_MS = 60_000

export type Pasts = {
  departments: readonly { id: string; name: string }[]
  agents: readonly { id: string; name: string }[]
  /** The first begin here, ms UTC, and the others on the days after it. */
  from: number
  days: number
}

/** Whole numbers from 0 to below `below`, the same for the same seed. */
export const dice = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What happened in one conversation, as if it had been so: with all that can happen to one. */
export const pastOf = (nth: number, { departments, agents, from, days }: Pasts): AnyEvent[] => {
  const roll = dice(nth * 7_919 + 17)
  const pick = <One>(all: readonly One[]): One => all[roll(all.length)] as One
  const events: AnyEvent[] = []
  let at = from + roll(days) * 86_400_000 + roll(86_400) * 1_000 + roll(1_000)
  let said = 0
  let word = 0
  let ticket = 1
  const visitor = `visitor-${nth}`
  const pass = (most: number) => {
    at += 1 + roll(most)
  }
  const add = (event: object) => events.push({ at, ...event } as unknown as AnyEvent)
  const asks = () => add({ ...saying(++said), by: 'visitor', author: visitor, name: 'Vera' })
  const answers = (agent: { id: string; name: string }) =>
    add({ ...saying(++said), by: 'agent', author: agent.id, name: agent.name })
  const accept = (agent: { id: string; name: string }) => {
    word += 1
    add({
      type: 'assigned',
      agent: agent.id,
      name: agent.name,
      claim: word,
      word,
      ticket,
      offer: word,
      how,
    })
  }
  const talk = (agent: { id: string; name: string }) => {
    for (let turn = roll(4); turn >= 0; turn -= 1) {
      pass(7 * MINUTE_MS)
      answers(agent)
      if (roll(3) > 0) {
        pass(9 * MINUTE_MS)
        asks()
        if (roll(3) === 0) asks()
      }
    }
    add({ type: 'seen', by: 'agent', upTo: said })
    // Somebody who does not hold it: that is no answer.
    if (roll(4) === 0) add({ ...saying(++said), by: 'agent', author: 'nobody', name: 'N' })
  }
  const end = (agent: { id: string; name: string }) => {
    pass(20 * MINUTE_MS)
    if (roll(2) === 0) add({ type: 'ended', by: 'agent', author: agent.id, name: agent.name })
    else add({ type: 'ended', by: 'visitor', author: visitor, name: 'Vera' })
    if (roll(2) === 0) return
    pass(MINUTE_MS)
    add({ type: 'rated', stars: 1 + roll(5), comment: '', commented: false })
    if (roll(4) === 0) add({ type: 'rated', stars: 1 + roll(5), comment: '', commented: false })
  }

  const department = pick(departments)
  const sla = { first: 120_000, next: 0, solve: 0, haste: 100, hours: null }
  const came: Came = {
    source: pick(['', 'newsletter', 'search.example']),
    ...{ country: pick(['', 'DE', 'CN']), device: pick(['desktop', 'mobile']) },
  }
  add({
    ...{ type: 'opened', visitor, name: 'Vera', timings, came, ...(roll(2) ? { sla } : {}) },
    ...{ department: department.id, departmentName: department.name },
    ...{
      clientId: `c-${++said}`,
      text: 'Hello',
      visitorWants: { language: pick(['en', 'zh']), topics: [] },
    },
  })
  if (roll(6) === 0) {
    pass(10 * MINUTE_MS)
    add({ type: 'ended', by: 'visitor', author: visitor, name: 'Vera' })
    return events
  }
  let agent = pick(agents)
  pass(6 * MINUTE_MS)
  accept(agent)
  talk(agent)
  if (roll(3) === 0)
    add({ type: 'tagged', name: 'Ana', add: pick(['Refund', 'Delivery']), remove: null })
  if (roll(4) === 0) add({ type: 'tagged', name: 'Ana', add: 'Broken lamp', remove: null })
  if (roll(4) === 0) {
    const to = pick(departments)
    pass(MINUTE_MS)
    add({
      ...{ type: 'handed', by: agent.id, name: agent.name },
      to: { department: to.id, departmentName: to.name },
    })
    ticket += 1
    agent = pick(agents)
    pass(5 * MINUTE_MS)
    accept(agent)
    talk(agent)
  }
  if (roll(9) === 0) return events
  end(agent)
  if (roll(4) === 0) {
    pass(300 * MINUTE_MS)
    add({ type: 'reopened', by: 'visitor', name: 'Vera' })
    ticket += 1
    asks()
    agent = pick(agents)
    pass(9 * MINUTE_MS)
    accept(agent)
    talk(agent)
    end(agent)
  }
  return events
}

const saying = (nth: number) => ({ type: 'said', clientId: `c-${nth}`, text: 'Words' })

/** Lets all of it happen in a store: each turn with its journal, and nobody is told. */
export const letHappen = async (
  { turns }: Pick<Store, 'turns'>,
  conversation: string,
  events: readonly AnyEvent[],
): Promise<void> => {
  const address = addressOf('conversation', conversation)
  let stored: Stored | undefined
  for (const event of events) {
    const turn = takeTurn(address, stored, event)
    await turns.commit({ ...turn, mail: [], cancels: [] })
    stored = { version: turn.version, snapshot: turn.snapshot }
  }
}
