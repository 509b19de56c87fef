import type { Forms } from '../../actors/text/phrase'
import type { Wording } from '../../actors/text/wording'
import { editionOf } from '../../views/words'
import { type Edition, type Language, languages } from '../../views/words/language'
import type { Texts as Changed } from '../../views/words/reword'
import { visitorText } from '../../views/words/visitor-texts'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { versionOf } from './editable'

/** How often nodes that share a store look for what a lost ring would have told, ms. */
const LOOK_MS = 20_000

type Needed = { store: Store; bus: Bus; clock: Clock; log: Log }

/**
 * What visitors read otherwise than it is built in, as this node knows it: every page asks, so it
 * waits for nothing. It is read at the start, when another node says so, and now and then.
 */
export class Texts {
  private readonly desk: Needed
  private readonly editions = new Map<Language, Edition>(languages.map((each) => [each, each]))
  private readonly listeners = new Set<{ worded(): void }>()
  private readonly stops: (() => void)[]
  private reads = 0
  private newestRead = 0

  constructor(desk: Needed) {
    this.desk = desk
    const { bus, clock, store } = desk
    const look = () => this.look()
    this.stops = [
      bus.subscribeAll(({ what }) => {
        if (what === 'texts') look()
      }),
      bus.onReconnect(look),
      ...(store.shared ? [clock.every(LOOK_MS, look)] : []),
    ]
  }

  /** A language as visitors read it now. */
  edition(language: Language): Edition {
    return this.editions.get(language) ?? language
  }

  /** Reads them again, and tells who listens where they are others. Rejects when they cannot be read. */
  async load(): Promise<void> {
    const nth = ++this.reads
    const all = await this.desk.store.texts.all()
    // An earlier read that took longer brings nothing back.
    if (nth < this.newestRead) return
    this.newestRead = nth
    const before = languages.map((each) => this.edition(each)).join()
    for (const language of languages) this.editions.set(language, inUse(language, all))
    if (languages.map((each) => this.edition(each)).join() === before) return
    for (const listener of [...this.listeners]) listener.worded()
  }

  /** Tells a page when it is worded otherwise, until the returned function is called. */
  watch(page: { worded(): void }): () => void {
    this.listeners.add(page)
    return () => void this.listeners.delete(page)
  }

  close(): void {
    for (const stop of this.stops) stop()
    this.listeners.clear()
  }

  private look(): void {
    this.load().catch((problem) =>
      this.desk.log.warn('the texts of visitors could not be read', { problem }),
    )
  }
}

/** What of the texts of a language is said otherwise, as far as this desk still says it at all. */
export const changedIn = (language: Language, all: readonly Wording[]): Changed =>
  Object.fromEntries(
    all.flatMap(({ word, forms, ...of }): [string, Forms][] =>
      of.language === language && visitorText(language, word) ? [[word, forms]] : [],
    ),
  )

const inUse = (language: Language, all: readonly Wording[]): Edition => {
  const texts = changedIn(language, all)
  return Object.keys(texts).length === 0 ? language : editionOf(language, texts, versionOf(texts))
}
