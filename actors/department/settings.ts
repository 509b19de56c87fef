import type { SlaTerms } from '../conversation/sla-terms'
import { strategies } from '../entry'
import { HEAD_ROWS, MOST_IN_A_ROW, MOST_KEPT_DAYS } from '../limits'
import {
  addresses,
  choice,
  department,
  duration,
  type Field,
  fieldList,
  flag,
  lines,
  linesIn,
  name,
  number,
  openHours,
  settingsOf,
  words,
} from '../settings'
import { settingGroups } from './setting-groups'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
const MONTH_MS = 30 * DAY_MS

/** What a department makes of the language that its visitors speak, and of what they come with. */
export const fitRules = ['any', 'preferred', 'required'] as const

/** How a department works. Whoever adds a setting adds a line here, its use and its words. */
export const departmentSettings = settingsOf({
  /** Whether it is the chosen one's at once, or rings first. */
  acceptance: choice(['automatic', 'manual'], 'automatic'),
  /** Who is chosen for a conversation. */
  strategy: choice(strategies, 'least-loaded'),
  /** How much longer than it was a wait counts for each step of priority; 0 where all wait alike. */
  headStart: duration(0, DAY_MS, 10 * MINUTE_MS),
  /** Whom it goes one step further for: visitors who are known by one of these words. */
  vip: words(10, 40, 'VIP'),
  /** Whether who is chosen must speak the visitor's language, goes first if they do, or need not. */
  languageRule: choice(fitRules, 'any'),
  /** How long somebody who speaks it is waited for where they go first. */
  languageWait: duration(0, HOUR_MS, 30 * SECOND_MS),
  /** Whether who is chosen must be good at what it is about, goes first if they are, or need not be. */
  skillRule: choice(fitRules, 'any'),
  /** How long nobody else gets it where they must be. */
  skillWait: duration(SECOND_MS, DAY_MS, 2 * MINUTE_MS),
  /** How many are offered to one in a row while another one is free; 0 for any number. */
  fairLimit: number(0, MOST_IN_A_ROW, 0),
  /** The department that has who would wait too long here; none where it is empty. */
  overflowTo: department(),
  /** How many wait here before others are handed on; 0 for any number. */
  overflowLength: number(0, HEAD_ROWS, 0),
  /** How long they wait here before they are handed on; 0 for as long as it takes. */
  overflowWait: duration(0, DAY_MS, 0),
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
  /** Minutes of a voice message; 0 where none are recorded. */
  voiceLength: number(0, 30, 5),
  /** Whether agents see what a visitor types before it is sent; the visitor is told. */
  sneakPeek: flag(false),
  /** What visitors may say of a good talk and of a bad one by a press, in each language. */
  praiseEn: lines(12, 40, 'Friendly\nQuick\nSolved it'),
  praiseZh: lines(12, 40, '态度好\n响应快\n问题已解决'),
  blameEn: lines(12, 40, 'Slow\nNot solved\nUnfriendly'),
  blameZh: lines(12, 40, '响应慢\n问题未解决\n态度不好'),
  /** Where messages are mailed that were left while nobody came; nowhere when it is empty. */
  leftTo: addresses(5),
  /** What an agent says of a conversation before it ends. */
  wrapUpFields: fieldList(),
  /** How long a first answer, each next one and a solution may take; 0 where nothing is promised. */
  slaFirst: duration(0, MONTH_MS, 0),
  slaNext: duration(0, MONTH_MS, 0),
  slaSolve: duration(0, MONTH_MS, 0),
  /** The share of these times, in %, for what is of high or urgent priority. */
  slaHaste: number(1, 100, 100),
  /** Days for which its conversations are kept after their end; 0 for as long as those of the desk. */
  keepDays: number(0, MOST_KEPT_DAYS, 0),
  /** What visitors read it to be called, in each language; its own name where it is empty. */
  nameEn: name(),
  nameZh: name(),
  /** When it takes new conversations. */
  hours: openHours(),
})
export type DepartmentSettings = typeof departmentSettings.initial

/** Those by which it is decided who is next, and with whom: they have a page of their own. */
export const routingKeys = [
  ...(['headStart', 'vip', 'languageRule', 'languageWait'] as const),
  ...(['skillRule', 'skillWait', 'fairLimit'] as const),
  ...(['overflowTo', 'overflowLength', 'overflowWait'] as const),
]
const isRouting = ({ key }: Field): boolean => (routingKeys as readonly string[]).includes(key)
const grouped: readonly string[] = Object.values(settingGroups).flat()

/** The fields of the page of routing, and all others in the order of their groups. */
export const routingFields = departmentSettings.fields.filter(isRouting)
export const otherFields = departmentSettings.fields
  .filter((field) => !isRouting(field))
  .toSorted((a, b) => grouped.indexOf(a.key) - grouped.indexOf(b.key))

/** The clocks of a conversation, in ms: those of its department when it was opened. */
export type Timings = Pick<DepartmentSettings, 'patience' | 'accept' | 'silence'>

export const timingsOf = ({ patience, accept, silence }: Timings): Timings => ({
  patience,
  accept,
  silence,
})

/** For how long after its opening the exceptions of its hours are known to a conversation, days. */
const AHEAD_DAYS = 400

/** What a department promises of a conversation that is opened now; nothing where it promises nothing. */
export const slaOf = (settings: DepartmentSettings, at: number): { sla?: SlaTerms } => {
  const { slaFirst: first, slaNext: next, slaSolve: solve, slaHaste: haste, hours } = settings
  if (first + next + solve === 0) return {}
  const [from, to] = [-1, AHEAD_DAYS].map((days) =>
    new Date(at + days * DAY_MS).toISOString().slice(0, 10),
  )
  const exceptions = hours.exceptions.filter(
    (one) => one.yearly || (one.to >= (from ?? '') && one.from <= (to ?? '')),
  )
  const own = hours.use === 'always' ? null : { ...hours, exceptions }
  return { sla: { first, next, solve, haste, hours: own } }
}

/** What may be sent in one message. */
export type FileLimits = Pick<
  DepartmentSettings,
  'fileSize' | 'imageSize' | 'fileCount' | 'voiceLength'
> & {
  /** What a field for files offers to choose from; left out where that is all there is, empty for nothing. */
  accepted?: string
}

export const initialTimings: Timings = timingsOf(departmentSettings.initial)

/** What there is to say of a talk beside its stars, in one language. */
export type Remarks = { praise: readonly string[]; blame: readonly string[] }

/** In every language that visitors read. */
export const remarksOf = (settings: DepartmentSettings): Record<'en' | 'zh', Remarks> => ({
  en: { praise: linesIn(settings.praiseEn), blame: linesIn(settings.blameEn) },
  zh: { praise: linesIn(settings.praiseZh), blame: linesIn(settings.blameZh) },
})

/** Stars from which on nothing was bad, and up to which nothing was good. */
const [PRAISED, BLAMED] = [4, 2]

/** Those that go with so many stars: what is in the middle is told by both. */
export const fittingRemarks = ({ praise, blame }: Remarks, stars: number): readonly string[] => [
  ...(stars > BLAMED ? praise : []),
  ...(stars < PRAISED ? blame : []),
]
