import { isMeant, type Trigger } from '../../../actors/visitor/trigger'
import type { Visit } from '../../../actors/visitor/visit'
import type { Stop } from '../../clock'
import type { Desk } from '../desk'
import { sendInvitation } from './invite'
import { triggersOf } from './triggers'

/** Visitors for whom a trigger waits; of more than these none is invited by itself. */
const MAX_WAITING = 20_000

/**
 * Invites by itself who stays on a page. What waits is in memory alone: it is asked again before
 * it invites, and the visitor's own turn sees to it that each trigger does so once.
 */
export const watchTriggers = (desk: Desk, isHere: (visitor: string) => boolean) => {
  const waiting = new Map<string, Set<Stop>>()
  const lose = (problem: unknown) => desk.log.warn('a trigger was not looked at', { problem })

  const fire = async ({ visitor }: Visit, since: number, { id }: Trigger) => {
    const visit = await desk.store.visits.of(visitor)
    const [page] = visit?.pages ?? []
    if (!visit || page?.at !== since || !isHere(visitor)) return
    const trigger = (await triggersOf(desk)).find((one) => one.id === id)
    if (!trigger || !isMeant(trigger, whereOf(visit))) return
    const by = { agent: null, agentName: '', trigger: id }
    await sendInvitation(desk, visitor, { words: trigger.text, ...by })
  }

  const plan = async (visit: Visit, timers: Set<Stop>) => {
    const [page] = visit.pages
    if (!page) return
    const meant = (await triggersOf(desk)).filter((one) => isMeant(one, whereOf(visit)))
    // They went on meanwhile.
    if (waiting.get(visit.visitor) !== timers) return
    if (meant.length === 0) waiting.delete(visit.visitor)
    for (const trigger of meant) {
      const dueMs = Math.max(0, page.at + trigger.afterMs - desk.clock.now())
      const stop = desk.clock.after(dueMs, () => {
        timers.delete(stop)
        if (timers.size === 0 && waiting.get(visit.visitor) === timers)
          waiting.delete(visit.visitor)
        void fire(visit, page.at, trigger).catch(lose)
      })
      timers.add(stop)
    }
  }

  return {
    /** They have another page before them, or the same one again. */
    consider(visit: Visit) {
      for (const stop of waiting.get(visit.visitor) ?? []) stop()
      waiting.delete(visit.visitor)
      if (waiting.size >= MAX_WAITING) return
      const timers = new Set<Stop>()
      waiting.set(visit.visitor, timers)
      void plan(visit, timers).catch(lose)
    },
    close() {
      for (const timers of waiting.values()) for (const stop of timers) stop()
      waiting.clear()
    },
  }
}
export type TriggerWatch = ReturnType<typeof watchTriggers>

const whereOf = ({ pages: [page], visits, about: { language } }: Visit) => ({
  ...{ url: page?.url ?? '', visits, language },
})
