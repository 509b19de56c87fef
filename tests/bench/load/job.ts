/** What the load generator is asked to do, one JSON line on its stdin, and what it answers. */
export type Job = MessagesJob | PagesJob | HoldJob

export type Wire = 'http' | 'socket.io'

/** Visitors post and readers read, each message told apart from all others. */
export type MessagesJob = {
  do: 'messages'
  wire: Wire
  /** Where visitors post, and where the readers are connected. */
  postPort: number
  readPort: number
  /** One conversation each: the cookie of its visitor. */
  visitors: string[]
  readers: number
  /** How many posts are under way at once. */
  inFlight: number
  /** Messages a second on a fixed schedule; null posts again as soon as one is answered. */
  rate: number | null
  /** Not counted in figures, but in what is lost. */
  warmUp: number
  seconds: number
  /** Whose CPU time is read at both ends of the measured time. */
  pids: number[]
}

/** One page, asked for again and again. */
export type PagesJob = {
  do: 'pages'
  port: number
  path: string
  cookie: string
  inFlight: number
  warmUp: number
  seconds: number
  pids: number[]
}

/** Streams that are opened and held until the generator is told to end. */
export type HoldJob = { do: 'hold'; port: number; streams: { path: string; cookie: string }[] }

export type Counts = { lost: number; duplicate: number; outOfOrder: number; refused: number }

export type Result = {
  /** Messages delivered to all their readers, or pages, per second. */
  perSecond: number
  /** Deliveries per second: messages × readers. */
  deliveriesPerSecond: number
  /** From sending, or from the moment the schedule says, to a reader; ms. */
  p50: number
  p99: number
  counts: Counts
  /** Share of one core that the generator itself used, and that the measured programs used. */
  busy: number
  serverBusy: number
  sent: number
}

export const noCounts: Counts = { lost: 0, duplicate: 0, outOfOrder: 0, refused: 0 }
