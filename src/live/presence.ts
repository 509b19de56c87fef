import type { Clock, Stop } from '../clock'

/** How long a request counts as presence, ms, of whoever does not ask again by themselves. */
export const REQUEST_MS = 60_000
/** Some time for the way of a word, ms. */
const WAY_MS = 5_000
/** How long somebody is believed of whom a word is due every so many ms: two of them may be missed. */
const silenceOf = (everyMs: number): number => 2 * everyMs + WAY_MS
/**
 * How long somebody who is connected is believed without a word, ms: they answer a heartbeat every
 * 15 s. A machine that sleeps keeps its connections open.
 */
export const SILENCE_MS = silenceOf(15_000)
/** How long somebody stays whose last connection closed, ms: mostly the next page opens one. */
export const LINGER_MS = 5_000
const SWEEP_MS = 1_000

/** When the last sign came, the newest page was asked for, and a connection opened or spoke. */
type Signs = {
  isHere: boolean
  connections: number
  /** Connections of programs that promised no answers: they count while they are open. */
  mute: number
  signAt: number
  pageAt: number
  spokeAt: number
  /** How long the last sign counts where nothing is connected, ms. */
  countsMs: number
  /** Until when they stay whose last connection closed; null while one is open, or none ever was. */
  staysUntil: number | null
}

/** One connection of somebody: it says when its page has spoken, and when it has closed. */
export type Presenter = { spoke(): void; closed(): void }

/**
 * Which agents are here, as this node sees it: while they answer on a feed or socket of theirs;
 * where there is none, while their page renews itself, or for 60 s after any request. That a
 * connection is open says nothing: nobody may be left at its other end. Counts are in memory; `appeared` and `vanished` are called once per
 * change, and after `close` not at all: a node that drains hands its agents to another.
 */
export class Presence {
  private readonly agents = new Map<string, Signs>()
  private readonly clock: Clock
  private readonly changed: {
    appeared(agent: string): void
    vanished(agent: string, silentMs: number): void
  }
  private readonly stop: Stop
  private closed = false

  constructor(
    clock: Clock,
    changed: { appeared(agent: string): void; vanished(agent: string, silentMs: number): void },
  ) {
    this.clock = clock
    this.changed = changed
    this.stop = clock.every(SWEEP_MS, () => this.sweep())
  }

  /** Any request of an agent, also the answer of their page to a heartbeat. */
  request(agent: string): void {
    const signs = this.of(agent)
    signs.signAt = this.clock.ticks()
    signs.countsMs = REQUEST_MS
    signs.staysUntil = null
    if (signs.isHere) return
    signs.isHere = true
    if (!this.closed) this.changed.appeared(agent)
  }

  /**
   * A page an agent asked for, to read it: it may be one that opens no connection. One that renews
   * itself every `renewsS` seconds then is missed when it does not: its browser stands still.
   */
  page(agent: string, renewsS?: number): void {
    this.request(agent)
    const signs = this.of(agent)
    signs.pageAt = this.clock.ticks()
    if (renewsS !== undefined) signs.countsMs = Math.min(REQUEST_MS, silenceOf(renewsS * 1000))
  }

  /**
   * A connection of an agent opened; `isAsked` unless a browser made it before anybody looks,
   * `answers` unless it is a program's that only reads.
   */
  connect(agent: string, { isAsked = true, answers = true } = {}): Presenter {
    if (isAsked) this.request(agent)
    const signs = this.of(agent)
    signs.connections++
    signs.staysUntil = null
    if (!answers) signs.mute++
    signs.spokeAt = this.clock.ticks()
    let open = true
    return {
      spoke: () => {
        if (!open) return
        this.request(agent)
        signs.spokeAt = this.clock.ticks()
      },
      closed: () => {
        if (open) this.disconnect(signs, answers)
        open = false
      },
    }
  }

  /** Signed out: gone at once, whatever they asked for last, unless they are connected elsewhere. */
  leave(agent: string): void {
    const signs = this.agents.get(agent)
    if (!signs) return
    signs.pageAt = 0
    if (signs.connections === 0) signs.staysUntil = this.clock.ticks()
    this.sweep()
  }

  has(agent: string): boolean {
    return this.agents.get(agent)?.isHere ?? false
  }

  /** Whoever is here appears once more: others may have taken this node for dead. */
  tellAgain(): void {
    if (this.closed) return
    for (const [agent, { isHere }] of this.agents) if (isHere) this.changed.appeared(agent)
  }

  close(): void {
    this.closed = true
    this.stop()
    this.agents.clear()
  }

  private of(agent: string): Signs {
    const known = this.agents.get(agent)
    if (known) return known
    const times = { signAt: 0, pageAt: 0, spokeAt: 0, countsMs: REQUEST_MS, staysUntil: null }
    const signs: Signs = { isHere: false, connections: 0, mute: 0, ...times }
    this.agents.set(agent, signs)
    return signs
  }

  /** Others of theirs may answer yet; the last one takes its own signs with it. */
  private disconnect(signs: Signs, answers: boolean): void {
    signs.connections--
    if (!answers) signs.mute--
    if (signs.connections > 0) return
    const lingers = this.clock.ticks() + LINGER_MS
    const reads = signs.pageAt > signs.spokeAt
    signs.staysUntil = reads ? Math.max(signs.pageAt + signs.countsMs, lingers) : lingers
  }

  /** Whoever is gone by now vanishes. */
  private sweep(): void {
    const now = this.clock.ticks()
    for (const [agent, signs] of this.agents) {
      if (signs.mute > 0 || now < endOf(signs)) continue
      const was = signs.isHere
      signs.isHere = false
      if (signs.connections === 0) this.agents.delete(agent)
      if (was && !this.closed) this.changed.vanished(agent, now - signs.signAt)
    }
  }
}

/** When nobody is held to be there any more. A page that may be one without a connection has its own time. */
const endOf = ({ connections, signAt, pageAt, spokeAt, countsMs, staysUntil }: Signs): number => {
  if (staysUntil !== null) return staysUntil
  if (connections === 0) return signAt + countsMs
  return signAt + (pageAt <= spokeAt ? SILENCE_MS : Math.max(SILENCE_MS, countsMs))
}
