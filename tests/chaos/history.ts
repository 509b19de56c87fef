/** One message somebody meant to send, whatever became of it. */
export type Op = {
  /** The conversation's id, or the client id of its first message while the id is not known. */
  conversation: string
  by: 'visitor' | 'agent'
  /** Unlike any other text of the run. */
  text: string
  /** The client ids it was sent under: one, however often it was sent. */
  ids: string[]
  sends: number
  /** Answers that said the program itself was at fault: status 500. */
  broken: number
  invokedAt: number
  endedAt: number | null
  /** `ok` it was answered as sent; `fail` it was refused; `unknown` no answer ever came. */
  outcome: 'ok' | 'fail' | 'unknown'
  /** What a refusal said. */
  why?: string
  /** Each request, where it is written down. */
  tries?: Try[]
  /** Its place as the answer told it. */
  seq: number | null
  /** Said to colleagues alone. */
  inside?: true
  file?: SentBytes
  /** What was done to it after it was answered, one after the other. */
  changes?: Change[]
}

/** A file as its sender has it. */
export type SentBytes = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** One thing that was done to a message: said otherwise, taken back (null), or an emoji put to it. */
export type Change = Attempt & ({ to: string | null } | { emoji: string; author: string })

/** How sending something went, as of a message. */
export type Attempt = Pick<Op, 'sends' | 'broken' | 'outcome' | 'why' | 'tries'>

/** One request of it: to which node, when by the steady clock, and its answer; null for none. */
export type Try = { url: string; began: number; ms: number; status: number | null }

/** A tag that somebody put on a conversation. */
export type Tagged = Attempt & { conversation: string; tag: string }

/** An entry as a page shows it. */
export type Shown = { id: string; seq: number; text: string } & Partial<Now>

/** What it is by now beside its text. */
export type Now = {
  withdrawn: boolean
  /** Ids of what came with it. */
  files: readonly string[]
  /** Each emoji that was put to it, with how many did. */
  reactions: readonly string[]
}

/** What a reader's page showed in the end, and what went wrong on the way. */
export type Screen = {
  reader: string
  conversation: string
  audience: 'visitor' | 'desk'
  /** In the order of the page. */
  items: readonly Shown[]
  /** Texts of colleagues that the reader was brought. Nought for a visitor. */
  inside: number
  /** Entries that came after one with a higher seq. */
  outOfOrder: number
  /** Entries that came again and took the place of themselves. */
  replays: number
  reconnects: number
}

/** A line as the database has it; of an entry that was changed, as it is now. */
export type Row = {
  conversation: string
  seq: number
  clientId: string
  text: string
  /** Client id of the entry that it changes. */
  changes?: string | null
  /** Left out of what a visitor sees. */
  forDesk: boolean
  /** What the desk tells in it. */
  notice?: string | null
} & Partial<Now>

/** How many conversations an agent held at one moment, and how many they may. */
export type Holding = { agent: string; load: number; capacity: number }

/** Two conversations that were merged and taken apart by turns. */
export type Pair = { from: string; into: string; acts: (Attempt & { merges: boolean })[] }

/** A file as one of those who may read it was given it. */
export type Fetched = { entry: string; reader: 'visitor' | 'agent'; same: boolean }

/** What is looked at when all is quiet, beside the lines. */
export type Remains = {
  fetched: readonly Fetched[]
  tagged: readonly Tagged[]
  /** Tags as the conversations have them. */
  tags: readonly { conversation: string; tag: string }[]
  /** Texts that were taken back or said otherwise, and where each of them still is. */
  traces: readonly { text: string; where: string }[]
  /** Ids of all files that are kept, anywhere. */
  kept: readonly string[]
  /** What the pages show that are opened anew. */
  fresh: readonly Screen[]
}

export type History = {
  ops: readonly Op[]
  screens: readonly Screen[]
  rows: readonly Row[]
  holdings?: readonly Holding[]
  /** Conversations whose journal, entries and actor tell different things. */
  torn?: number
  /** Programs that ended without being killed. */
  exits?: number
  pairs?: readonly Pair[]
  remains?: Partial<Remains>
}
