import type { Counts } from './job'
import { percentile } from './percentile'

type Message = {
  at: number
  /** 1 for each of its readers that has it, and how many have. */
  had: Uint8Array
  readers: number
  acked: boolean
  counted: boolean
}

/**
 * What was sent and what arrived where. A message is delivered when each of its readers has it
 * once, after everything with a lower seq.
 */
export const openBook = (readers: number) => {
  const messages = new Map<string, Message>()
  const newest: number[] = []
  const waits: number[] = []
  const counts = { duplicate: 0, outOfOrder: 0, refused: 0 }
  let counting = false
  let delivered = 0
  let deliveries = 0
  let open = 0
  let done = 0
  let waiting: (() => void)[] = []
  const close = () => {
    open -= 1
    if (open > 0) return
    for (const resolve of waiting) resolve()
    waiting = []
  }

  return {
    sent(id: string, at: number) {
      messages.set(id, {
        ...{ at, had: new Uint8Array(readers), readers: 0 },
        ...{ acked: false, counted: counting },
      })
      open += 1
    },
    answered(id: string, isDone: boolean) {
      const message = messages.get(id)
      if (!message) return
      message.acked = isDone
      if (isDone) return
      counts.refused += 1
      close()
    },
    arrived(reader: number, id: string, seq: number) {
      const message = messages.get(id)
      if (!message) return
      if (message.had[reader % readers]) {
        counts.duplicate += 1
        return
      }
      if (seq <= (newest[reader] ?? 0)) counts.outOfOrder += 1
      newest[reader] = seq
      message.had[reader % readers] = 1
      message.readers += 1
      if (message.counted) waits.push(performance.now() - message.at)
      if (counting) deliveries += 1
      if (message.readers < readers) return
      close()
      done += 1
      if (counting) delivered += 1
    },
    /** From now on, or no longer, what happens counts in the figures. */
    count(on: boolean) {
      counting = on
    },
    isComplete: () => open === 0,
    /** How many were sent. */
    size: () => messages.size,
    /** How many have arrived everywhere. */
    done: () => done,
    /** When everything sent has arrived everywhere. */
    complete: () =>
      open === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)),
    figures(seconds: number) {
      const all = [...messages.values()]
      const lost = all.filter((one) => one.acked && one.readers < readers).length
      return {
        perSecond: delivered / seconds,
        deliveriesPerSecond: deliveries / seconds,
        p50: percentile(waits, 0.5),
        p99: percentile(waits, 0.99),
        counts: { lost, ...counts } satisfies Counts,
        sent: all.length,
      }
    },
  }
}
export type Book = ReturnType<typeof openBook>
