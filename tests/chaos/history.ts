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
  /** Its place as the answer told it. */
  seq: number | null
}

/** What a reader's page showed in the end, and what went wrong on the way. */
export type Screen = {
  reader: string
  conversation: string
  audience: 'visitor' | 'desk'
  /** In the order of the page. */
  items: readonly { id: string; seq: number; text: string }[]
  /** Entries that came after one with a higher seq. */
  outOfOrder: number
  /** Entries that came again and took the place of themselves. */
  replays: number
  reconnects: number
}

/** An entry as the database has it. */
export type Row = {
  conversation: string
  seq: number
  clientId: string
  text: string
  /** Left out of what a visitor sees. */
  forDesk: boolean
}

/** How many conversations an agent held at one moment, and how many they may. */
export type Holding = { agent: string; load: number; capacity: number }

export type History = {
  ops: readonly Op[]
  screens: readonly Screen[]
  rows: readonly Row[]
  holdings?: readonly Holding[]
  /** Conversations whose journal, entries and actor tell different things. */
  torn?: number
  /** Programs that ended without being killed. */
  exits?: number
}
