import type { OpenDesk } from '../../open'
import { advice } from './advice'
import { afternoon } from './afternoon'
import { billing } from './billing'
import { openChat } from './chat'
import { begin, end, shifts } from './day'
import type { DayClock } from './day-clock'
import { lateAdvice } from './late-advice'
import { furnish } from './office'
import { orders } from './orders'
import { hireCrew, work } from './people'

export const chats = [...orders, ...afternoon, ...billing, ...advice, ...lateAdvice]

const minutes = (hour: string) => {
  const [hours = 0, rest = 0] = hour.split(':').map(Number)
  return hours * 60 + rest
}

/** How long the demo's day is, ms. */
export const DEMO_DAY_MS = (minutes(end) - minutes(begin)) * 60_000

/**
 * Lets the day happen on an empty desk whose postman does not make rounds of its own: everything
 * through the same commands and turns as any other day, on a clock that runs as fast as it can.
 */
export const playDay = async (opened: OpenDesk, clock: DayClock) => {
  const start = clock.now()
  const at = (hour: string) => start + (minutes(hour) - minutes(begin)) * 60_000
  const { crew, lead } = await hireCrew(opened)
  await furnish(opened.desk, lead)
  const agenda = openAgenda()
  for (const [hour, agent, does] of shifts)
    agenda.add(at(hour), () => work(opened, crew[agent], does))
  chats.forEach((chat, n) => {
    const { step } = openChat(opened.desk, crew, chat, n + 1)
    const go = async () => {
      const next = await step()
      if (next !== null) agenda.add(clock.now() + next * 1000, go)
    }
    agenda.add(at(chat.at), go)
  })
  await finishTurns(opened)
  for (let next = agenda.next(start + DEMO_DAY_MS); next; next = agenda.next(start + DEMO_DAY_MS)) {
    await pass(opened, clock, next.at)
    await next.run()
    await finishTurns(opened)
  }
  await pass(opened, clock, start + DEMO_DAY_MS)
}

/** Lets time go by; what falls due on the way happens at its own moment. */
const pass = async (opened: OpenDesk, clock: DayClock, until: number) => {
  const { mail } = opened.desk.store
  for (;;) {
    const due = await mail.nextDue(clock.now())
    if (due === null || due > until) break
    clock.set(due)
    await opened.postman.round()
    await finishTurns(opened)
  }
  clock.set(until)
}

/** Until all mail that is due has been delivered. */
const finishTurns = async ({ desk, postman }: OpenDesk) => {
  do {
    await desk.system.rest()
    await desk.clock.sleep(0)
  } while (postman.underway() > 0)
}

/** What is to happen, in order; at the same moment in the order it was written down. */
const openAgenda = () => {
  type Item = { at: number; n: number; run: () => Promise<unknown> }
  const items: Item[] = []
  let written = 0
  return {
    add(at: number, run: Item['run']) {
      written += 1
      items.push({ at, n: written, run })
      items.sort((a, b) => a.at - b.at || a.n - b.n)
    },
    /** The next one not after `last`. */
    next: (last: number) => (items[0] && items[0].at <= last ? items.shift() : undefined),
  }
}
