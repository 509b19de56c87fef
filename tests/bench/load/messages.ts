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
  const { rate } = job
  const posting =
    rate === null ? loop(job, talks, book, until) : schedule({ ...job, rate }, talks, book, until)
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

/** The next message, from the visitor whose turn it is. */
const post = async (job: MessagesJob, talks: Talks, book: Book, at: number) => {
  const nth = book.size()
  const visitor = nth % job.visitors.length
  const id = `m${visitor}-${process.pid}-${nth}`
  book.sent(id, at)
  book.answered(id, await talks.post(visitor, id))
}

/** Closed loop: as many posts under way as the job says; the next when one is answered. */
const loop = async (job: MessagesJob, talks: Talks, book: Book, until: number) => {
  const worker = async () => {
    while (performance.now() < until) {
      await post(job, talks, book, performance.now())
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
const schedule = async (
  job: MessagesJob & { rate: number },
  talks: Talks,
  book: Book,
  until: number,
) => {
  const gap = 1000 / job.rate
  const under = new Set<Promise<void>>()
  let due = performance.now()
  while (due < until) {
    for (const now = performance.now(); due <= now && due < until; due += gap) {
      const one = post(job, talks, book, due)
      under.add(one)
      void one.finally(() => under.delete(one))
    }
    await Bun.sleep(1)
  }
  await Promise.all(under)
}
