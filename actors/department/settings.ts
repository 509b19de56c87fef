import { strategies } from '../entry'
import { choice, duration, flag, number, settingsOf } from '../settings'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS

/** How a department works. Whoever adds a setting adds a line here, its use and its words. */
export const departmentSettings = settingsOf({
  /** Whether it is the chosen one's at once, or rings first. */
  acceptance: choice(['automatic', 'manual'], 'automatic'),
  /** Who is chosen for a conversation. */
  strategy: choice(strategies, 'least-loaded'),
  /** How long who waits is promised somebody. */
  patience: duration(SECOND_MS, WEEK_MS, 10 * MINUTE_MS),
  /** How long it rings at one agent. */
  accept: duration(SECOND_MS, WEEK_MS, 30 * SECOND_MS),
  /** How long a visitor may leave an answer without one before it ends. */
  silence: duration(SECOND_MS, WEEK_MS, 30 * MINUTE_MS),
  /** Megabytes of one file that is sent. */
  fileSize: number(1, 100, 20),
  /** Megabytes of an image. */
  imageSize: number(1, 50, 10),
  /** Files of one message. */
  fileCount: number(1, 20, 10),
  /** Whether agents see what a visitor types before it is sent; the visitor is told. */
  sneakPeek: flag(false),
})
export type DepartmentSettings = typeof departmentSettings.initial

/** The clocks of a conversation, in ms: those of its department when it was opened. */
export type Timings = Pick<DepartmentSettings, 'patience' | 'accept' | 'silence'>

export const timingsOf = ({ patience, accept, silence }: Timings): Timings => ({
  patience,
  accept,
  silence,
})

/** What may be sent in one message. */
export type FileLimits = Pick<DepartmentSettings, 'fileSize' | 'imageSize' | 'fileCount'>

export const initialTimings: Timings = timingsOf(departmentSettings.initial)
