import type { Address } from '../../../actors/address'
import type { Mail } from '../../../actors/mail'
import type { Clock } from '../../clock'
import type { Store } from '../../store/store'

/** After so many failures a piece of mail is set aside. */
export const DELIVERY_TRIES = 8
/** How often actors whose mail waits are looked at, and how often others are looked for, ms. */
const CHECK_MS = 1_000
const SEARCH_MS = 60_000
/** Actors looked at at once: that many broken at a time wait for nothing but a new program. */
const WATCHED_ACTORS = 200

/**
 * Dead letters. All are retried once at start, with all their tries, since the program may be a
 * mended one; later with one try each time their actor's version moves, on whatever node, since
 * what was wrong may be over.
 */
export const openDeadLetters = ({ store, clock }: { store: Store; clock: Clock }) => {
  /** The version each of these actors was at when its mail was set aside. */
  const known = new Map<Address, number>()
  let started = false
  let lookAt = Number.NEGATIVE_INFINITY
  let searchAt = clock.ticks() + SEARCH_MS

  /** Those of other nodes too: a node that was stopped does not look after its own. */
  const search = async () => {
    const addresses = await store.mail.deadLetterAddresses(WATCHED_ACTORS)
    const versions = await store.turns.versions(addresses)
    for (const address of known.keys()) if (!addresses.includes(address)) known.delete(address)
    for (const address of addresses)
      if (!known.has(address)) known.set(address, versions.get(address) ?? 0)
  }

  const returnMail = async () => {
    const versions = await store.turns.versions([...known.keys()])
    for (const [address, before] of known) {
      if ((versions.get(address) ?? 0) === before) continue
      await store.mail.requeueDeadLetters(address, DELIVERY_TRIES - 1)
      known.delete(address)
    }
  }

  return {
    async put({ id, to }: Pick<Mail, 'id' | 'to'>, problem: string) {
      const version = (await store.turns.versions([to])).get(to) ?? 0
      await store.mail.setAside(id, problem)
      if (known.size < WATCHED_ACTORS) known.set(to, version)
    },
    /** Retries what may go through by now; asks the store at most once a second. */
    async look() {
      const now = clock.ticks()
      if (!started) await store.mail.requeueDeadLetters(null, 0)
      started = true
      if (now >= searchAt) {
        await search()
        searchAt = now + SEARCH_MS
      }
      if (known.size === 0 || now < lookAt) return
      lookAt = now + CHECK_MS
      await returnMail()
    },
  }
}
export type DeadLetters = ReturnType<typeof openDeadLetters>
