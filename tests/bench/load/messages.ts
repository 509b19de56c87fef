import { type Book, openBook } from './book'
import { watchCpu } from './cpu'
import type { MessagesJob, Result } from './job'
import { openTalks, type Talks } from './talks'

/** How long the last deliveries may take before they are lost, ms. */
const DRAIN = 10_000

export const runMessages = async (job: MessagesJob): Promise<Result> => {
  const book = openBook(job.readers)
  const talks = await openTalks(job, book)
  const until = performance.now() + (job.warmUp + job.seconds) * 1000
  const posting =
    job.rate === null ? loop(job, talks, book, until) : schedule(job, talks, book, until)
  await Bun.sleep(job.warmUp * 1000)
  const spent = watchCpu(job.pids)
  book.count(true)
  await Bun.sleep(job.seconds * 1000)
  book.count(false)
  const { seconds, busy, serverBusy } = spent()
  await posting
  const end = performance.now() + DRAIN
  while (!book.isComplete() && performance.now() < end) await Bun.sleep(5)
  talks.end()
  return { ...book.figures(seconds), busy, serverBusy }
}

const post = async (talks: Talks, book: Book, visitor: number, nth: number, at: number) => {
  const id = `m${visitor}-${process.pid}-${nth}`
  book.sent(id, at)
  book.answered(id, await talks.post(visitor, id))
}

/** Closed loop: as many posts under way as the job says; the next when one is answered. */
const loop = async (job: MessagesJob, talks: Talks, book: Book, until: number) => {
  let nth = 0
  const worker = async () => {
    while (performance.now() < until) {
      nth += 1
      await post(talks, book, nth % job.visitors.length, nth, performance.now())
      // Alone means alone: the one before has arrived everywhere.
      if (job.inFlight === 1) await Promise.race([book.complete(), Bun.sleep(DRAIN)])
    }
  }
  await Promise.all(Array.from({ length: job.inFlight }, worker))
}

/**
 * Open loop: a message is due at its moment whether or not those before it were answered, and
 * its time runs from that moment, so a stall is paid by all who wait in it.
 */
const schedule = async (job: MessagesJob, talks: Talks, book: Book, until: number) => {
  const gap = 1000 / (job.rate ?? 1)
  const under = new Set<Promise<void>>()
  let nth = 0
  let due = performance.now()
  while (due < until) {
    for (const now = performance.now(); due <= now && due < until; due += gap) {
      nth += 1
      const one = post(talks, book, nth % job.visitors.length, nth, due)
      under.add(one)
      void one.finally(() => under.delete(one))
    }
    await Bun.sleep(1)
  }
  await Promise.all(under)
}
