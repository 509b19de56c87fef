import { addressOf } from '../../../actors/address'
import { searchKeyOf, type Tag, tagNamed } from '../../../actors/tag'
import type { Clock } from '../../clock'
import type { Log } from '../../log'
import type { Store } from '../../store/store'
import type { System } from '../system'

/** Pause between two rounds while some are to be told, ms. */
export const RETAG_MS = 2_000
/** Conversations of one round, and how many of them at a time: who talks goes before. */
const ROUND = 500
const AT_ONCE = 10

type Parts = {
  store: Pick<Store, 'tags' | 'conversations'>
  system: Pick<System, 'send'>
  clock: Pick<Clock, 'now'>
  log: Log
}

/**
 * Tells the conversations that have a tag what it is called now, or that it is gone: some in each round,
 * until none has it. It goes on where it was after a restart, and twice is as good as once. Answers whether
 * there may be more to tell.
 */
export const retagOver = ({ store, system, clock, log }: Parts) => {
  const tell = async (id: string, tag: Tag, add: string | null) => {
    const event = { type: 'tagged' as const, at: clock.now(), name: '', add, remove: tag.name }
    return (await system.send(addressOf('conversation', id), event)).outcome === 'done'
  }

  const round = async (tag: Tag, all: readonly Tag[]) => {
    const keys = [searchKeyOf(tag.key)]
    const ids = await store.conversations.matchingIds({ keys }, ROUND)
    const add = tag.into === null ? null : (tagNamed(tag.into, all)?.name ?? null)
    let done = 0
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const told = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => tell(id, tag, add)))
      done += told.filter(Boolean).length
    }
    if (ids.length > 0 && done > 0) return
    // What is set aside cannot be told; nobody waits for it.
    if (ids.length > 0)
      log.warn('conversations keep a tag that is gone', { conversations: ids.length })
    await store.tags.settle(tag)
  }

  return async (): Promise<boolean> => {
    const leaving = await store.tags.leaving()
    if (leaving.length === 0) return false
    const all = await store.tags.all()
    for (const tag of leaving) await round(tag, all)
    return true
  }
}
