/**
 * Every limit once. Lengths are in code points (an emoji is one), `…Bytes` in UTF-8 bytes,
 * times in milliseconds. zod, the pages and both databases take them from here.
 */
export const limits = {
  text: 4000,
  textBytes: 16 * 1024,
  /** Of people and of departments. */
  name: 120,
  email: 254,
  /** Of the name of a machine, and of each of its labels (RFC 1035). */
  host: 253,
  label: 63,
  clientId: 64,
  /** Bytes of the name of where something was brought in from, and of its id there. */
  origin: 64,
  originId: 800,
  /** Of one emoji: the longest there are have 35. */
  emojiBytes: 64,
  comment: 1000,
  /** Of why somebody is away, in their own words. */
  awayFor: 60,
  passwordMin: 15,
  password: 1024,
  capacity: 50,
  page: 50,
  /** Of the name of a file. */
  fileName: 255,
} as const

/** Bytes of a megabyte as limits of files count it. */
export const MB_BYTES = 1024 * 1024
/** All files of one message together, whatever each may be. */
export const FILES_BYTES = 100 * MB_BYTES

/** How long an agent may be out of reach before their conversations go back to the line. */
export const GRACE_MS = 30_000
/** How long after their last sign nobody is held to be there in any case, ms. */
export const LONGEST_SILENCE_MS = 70_000
/** Whatever the silence before: a page on its way to the next has this, ms. */
export const SHORTEST_GRACE_MS = 10_000

/** How many of a department's line one turn looks at. */
export const HEAD_ROWS = 50
/** How many conversations in a row a department may let one agent be offered. */
export const MOST_IN_A_ROW = 10

/** How long after an offer that everybody refused the line asks them again. */
export const ASK_AGAIN_MS = 15_000

/** How long after it was said somebody may change what they said, or take it back. */
export const CHANGE_WINDOW_MS = 5 * 60_000

/** Different emoji that one entry may have. */
export const MOST_REACTIONS = 20
/** How long nobody who declined an invitation is asked again. */
export const REFUSAL_MS = 30 * 24 * 3_600_000

/** How long a visitor may reopen a closed conversation. */
export const REOPEN_WINDOW_MS = 24 * 3_600_000

/** Ten years: the longest time that can be said for how long conversations are kept, days. */
export const MOST_KEPT_DAYS = 3_650

/** How long what was merged can be taken apart again. */
export const MERGE_UNDO_MS = 24 * 3_600_000

/** How long a visitor may rate a closed conversation. */
export const RATE_WINDOW_MS = 7 * 24 * 3_600_000

/** Messages that wait in one conversation to be sent later. */
export const MOST_SCHEDULED = 20
/** How far ahead a message may be scheduled, ms. */
export const LONGEST_SCHEDULE_MS = 366 * 86_400_000

/** Of what a visitor types, as much as is shown before it is sent: its end, in UTF-16 units. */
export const SNEAK_PEEK_CHARS = 1_000
