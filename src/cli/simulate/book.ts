/** Where what was written is read: a first question in the list of who gets it, the rest in the talk. */
export type Reader = 'list' | 'agent' | 'visitor'

/** How long words took to whom they were for, ms. */
export type Delays = { p50: number; p95: number; p99: number; worst: number }

export type Counts = {
  sent: number
  /** Answered with anything but yes: whoever wrote it was told so. */
  refused: number
  delivered: number
  /** The desk said yes, and it came to nobody. */
  lost: number
  /** A first question, until it is in the list of the agent who got it. */
  toLists: Delays
  toAgents: Delays
  toVisitors: Delays
}

/** What is looked for in what a page is sent: nobody writes so by chance. */
const MARK = /~(?:ask|say)-\d+-\d+~/g

/** Marks of messages in a piece of HTML. */
export const marksIn = (html: string): string[] => [...new Set(html.match(MARK))]

/** What was sent, whether the desk took it, and when it was seen at the other end. */
export const openBook = (ticks: () => number) => {
  type Line = { to: Reader; at: number; took: number | null; isAcked: boolean }
  const lines = new Map<string, Line>()
  let refused = 0
  const delaysTo = (to: Reader): Delays =>
    delaysOf([...lines.values()].flatMap((line) => (line.to === to ? (line.took ?? []) : [])))
  return {
    sent: (mark: string, to: Reader) =>
      void lines.set(mark, { to, at: ticks(), took: null, isAcked: false }),
    acked(mark: string) {
      const line = lines.get(mark)
      if (line) line.isAcked = true
    },
    refused(mark: string) {
      refused += 1
      lines.delete(mark)
    },
    /** Whether it is the first time that it is seen. */
    seen(mark: string): boolean {
      const line = lines.get(mark)
      if (!line || line.took !== null) return false
      line.took = ticks() - line.at
      return true
    },
    waiting: () =>
      [...lines.values()].filter(({ took, isAcked }) => took === null && isAcked).length,
    count: (): Counts => {
      const all = [...lines.values()]
      return {
        ...{ sent: all.length + refused, refused },
        delivered: all.filter(({ took }) => took !== null).length,
        lost: all.filter(({ took, isAcked }) => took === null && isAcked).length,
        ...{
          toLists: delaysTo('list'),
          toAgents: delaysTo('agent'),
          toVisitors: delaysTo('visitor'),
        },
      }
    },
  }
}
export type Book = ReturnType<typeof openBook>

const delaysOf = (delays: readonly number[]): Delays => {
  const sorted = delays.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) }
}
