import { idOf } from '../../actors/address'
import { deskGroupIn, deskGroupName } from '../../actors/desk/settings'
import type { Fact } from '../../actors/facts'
import { maskedFact } from '../../actors/masking/entries'
import type { Mask } from '../../actors/masking/mask'
import { paths } from '../../views/paths'
import { me } from '../../views/words/me'
import type { Bus } from '../bus/bus'
import { type PushParts, senderOver } from './send'
import { type Told, toldOver } from './told'

/** How long the list of who wants to be told is taken for true, ms. */
const KNOWN_MS = 5_000
/** How long nodes remember which of them told of an offer, ms. */
const TOLD_MS = 10 * 60_000
/** At most so many at once: what is more is left to the pages. */
const AT_ONCE = 200

/**
 * Tells browsers whose pages are closed, or asleep: of an offer, of a conversation that came, of a
 * visitor's words, of their name in a note. It hears what rings and asks for no turn; nobody waits for it, and where nobody
 * wants to be told a ring costs nothing.
 */
export const openPusher = (parts: PushParts & { bus: Bus; masks: { mask: Mask } }) => {
  const { store, bus, clock, log, masks } = parts
  const send = senderOver(parts)
  const find = toldOver(parts)
  let wanted: ReadonlySet<string> = new Set()
  let askedAt = Number.NEGATIVE_INFINITY
  let underway = 0

  const subscribers = async (): Promise<ReadonlySet<string>> => {
    if (clock.ticks() - askedAt < KNOWN_MS) return wanted
    askedAt = clock.ticks()
    wanted = new Set(await store.profiles.subscribers())
    return wanted
  }

  const tell = async ({ event, agent, conversation, key, text }: Told): Promise<void> => {
    if (!(await subscribers()).has(agent)) return
    const first = await store.accounts.countAttempt(`push ${key}`, clock.now(), TOLD_MS)
    if (first.count > 1) return
    const now = clock.now()
    const [profile, pushes] = await Promise.all([
      store.profiles.find(agent),
      store.profiles.pushesOf(agent, now),
    ])
    const usual = async () =>
      deskGroupIn('notices', await store.accounts.setting(deskGroupName('notices')))
    const rules = profile?.notices ?? (await usual())
    if (rules[event] === 'never') return
    const url = paths.workbench.conversation(conversation)
    await Promise.all(
      pushes.map((push) => {
        const words = (push.language === 'zh' ? me.zh : me.en).told
        const body = rules.pushText && text ? text : words.open
        const always = rules[event] === 'always'
        return send(push, { about: conversation, title: words[event], body, url, always })
      }),
    )
  }

  const hear = async (fact: Fact): Promise<void> => {
    if (underway >= AT_ONCE) return
    underway += 1
    try {
      const known = await subscribers()
      // Whoever is called is known before anything is read.
      const isFor = fact.what === 'mentioned' ? known.has(idOf(fact.topic)) : known.size > 0
      const told = isFor ? await find(maskedFact(fact, masks.mask)) : null
      if (told) await tell(told)
    } catch (problem) {
      log.warn('nobody was told by push', { problem })
    } finally {
      underway -= 1
    }
  }

  const leave = bus.subscribeAll((fact) => {
    // What somebody has read rings without a line.
    if (fact.what === 'mentioned' && fact.conversation && fact.seq !== undefined) void hear(fact)
    if (!fact.topic.startsWith('conversation:')) return
    if (fact.what === 'state' || (fact.what === 'said' && fact.entry)) void hear(fact)
  })
  return { close: leave }
}
