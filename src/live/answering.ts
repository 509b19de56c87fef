import type { Clock, Stop } from '../clock'
import { PAGE_SILENCE_MS } from './open-pages'

const SWEEP_MS = 5_000

type Closable = { end(why: 'slow'): void }
type Stream = { connection: Closable; spokeTicks: number | null }

/**
 * Streams whose pages say who they are and answer. Nothing can be said on a stream itself, and a
 * browser that has frozen a page keeps it open: whoever answered once and then falls silent is ended,
 * and comes back by themselves once they run again.
 */
export class AnsweringStreams {
  private readonly clock: Clock
  private readonly streams = new Map<string, Set<Stream>>()
  private readonly stop: Stop

  constructor(clock: Clock) {
    this.clock = clock
    this.stop = clock.every(SWEEP_MS, () => this.sweep())
  }

  /** Follows the stream of one page. What it answers is called when the stream has closed. */
  open(person: string, tab: string, connection: Closable): () => void {
    const key = keyOf(person, tab)
    const stream: Stream = { connection, spokeTicks: null }
    const same = this.streams.get(key) ?? new Set()
    this.streams.set(key, same.add(stream))
    return () => {
      same.delete(stream)
      if (same.size === 0 && this.streams.get(key) === same) this.streams.delete(key)
    }
  }

  /** The page has said something. */
  spoke(person: string, tab: string): void {
    for (const stream of this.streams.get(keyOf(person, tab)) ?? [])
      stream.spokeTicks = this.clock.ticks()
  }

  close(): void {
    this.stop()
  }

  private sweep(): void {
    const oldest = this.clock.ticks() - PAGE_SILENCE_MS
    for (const { connection, spokeTicks } of [...this.streams.values()].flatMap((all) => [...all]))
      if (spokeTicks !== null && spokeTicks < oldest) connection.end('slow')
  }
}

const keyOf = (person: string, tab: string): string => `${person} ${tab}`
