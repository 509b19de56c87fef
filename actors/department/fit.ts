import type { FloorRow, LineRow } from '../rows'
import { linesIn } from '../settings'
import { commonTo, precedenceOf } from './place'
import type { DepartmentSettings } from './settings'

/** By what a department chooses, and when, ms UTC. */
export type Terms = Pick<
  DepartmentSettings,
  'strategy' | 'languageRule' | 'languageWait' | 'skillRule' | 'skillWait' | 'fairLimit'
> & { at: number }

/** What of a row it is chosen by. */
export type Asked = Pick<LineRow, 'refused' | 'since' | 'language' | 'precedence'>

/** Whether they speak its language. Who names no language is asked in any, as is what names none. */
export const fits = (
  { languages }: Pick<FloorRow, 'languages'>,
  row: Pick<Asked, 'language'>,
): boolean => {
  if (languages === '' || row.language === '') return true
  const wanted = baseOf(row.language)
  return linesIn(languages).some((one) => baseOf(one) === wanted)
}

/** `zh-Hant` is read by who speaks `zh`. */
const baseOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? ''

/** Whether who is on duty could ever be given one of such a visitor: nobody else is there for them. */
export const isForThem = (
  { languageRule }: Pick<DepartmentSettings, 'languageRule'>,
  row: Pick<Asked, 'language'>,
  agent: Pick<FloorRow, 'languages'>,
): boolean => languageRule !== 'required' || fits(agent, row)

/** Whether nobody else may have it now but who speaks its language. */
export const waitsForLanguage = (terms: Terms, row: Asked): boolean => {
  if (terms.languageRule === 'required') return true
  return terms.languageRule === 'preferred' && terms.at < row.since + terms.languageWait
}

/**
 * When others may have one that waits for who speaks its language, or for who is good at what it is about,
 * ms UTC; null when they may, or never do.
 */
export const othersFrom = (terms: Terms, row: Asked): number | null => {
  const { languageRule, languageWait, skillWait } = terms
  const ends = [
    ...(languageRule === 'preferred' && row.language !== '' ? [row.since + languageWait] : []),
    ...(isSkilled(terms, row) ? [row.since + skillWait] : []),
  ].filter((end) => end > terms.at)
  return ends.length > 0 ? Math.min(...ends) : null
}

const isSkilled = ({ skillRule }: Terms, row: Asked): boolean =>
  skillRule === 'required' && precedenceOf(row).topics.length > 0

/**
 * What nobody may have it now without being good at: of what it is about all that anybody here is good
 * at. What nobody here is keeps nobody waiting.
 */
export const skillsNeeded = (
  terms: Terms,
  row: Asked,
  floor: readonly Pick<FloorRow, 'skills'>[],
): readonly string[] => {
  if (!isSkilled(terms, row) || terms.at >= row.since + terms.skillWait) return []
  const all = floor.map(({ skills }) => skills).join('\n')
  return precedenceOf(row).topics.filter((topic) => commonTo([topic], all) > 0)
}

/** Whether they are good at all of it. */
export const isGoodAt = (
  { skills }: Pick<FloorRow, 'skills'>,
  needed: readonly string[],
): boolean => commonTo(needed, skills) === needed.length

/** How much of what it is about they are good at. */
export const skillsOf = ({ skills }: Pick<FloorRow, 'skills'>, row: Asked): number =>
  commonTo(precedenceOf(row).topics, skills)

/** Number of the oldest offer that is somebody's newest: whoever had many since then has had their share. */
export const oldestOffer = (free: readonly FloorRow[]): number =>
  free.reduce((oldest, { lastOffer }) => Math.min(oldest, lastOffer), Number.POSITIVE_INFINITY)

/** Whether they were offered as many in a row as they may, while another one who is free got none. */
export const hasHadShare = (
  { fairLimit }: Pick<Terms, 'fairLimit'>,
  { recent }: Pick<FloorRow, 'recent'>,
  oldest: number,
): boolean => fairLimit > 0 && (recent ?? []).filter((offer) => offer > oldest).length >= fairLimit
