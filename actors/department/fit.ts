import type { FloorRow, LineRow } from '../rows'
import { linesIn } from '../settings'
import { commonTo, precedenceOf } from './place'
import type { DepartmentSettings } from './settings'

/** By what a department chooses, and when, ms UTC. */
export type Terms = Pick<
  DepartmentSettings,
  'strategy' | 'languageRule' | 'languageWait' | 'skillRule' | 'fairLimit'
> & { at: number }

/** What of a row it is chosen by. */
export type Asked = Pick<LineRow, 'refused' | 'since' | 'language' | 'precedence'>

/** Whether they speak its language. Who names no language is asked in any, as is what names none. */
export const fits = ({ languages }: Pick<FloorRow, 'languages'>, row: Asked): boolean => {
  if (languages === '' || row.language === '') return true
  const wanted = baseOf(row.language)
  return linesIn(languages).some((one) => baseOf(one) === wanted)
}

/** `zh-Hant` is read by who speaks `zh`. */
const baseOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? ''

/** Whether nobody else may have it now but who speaks its language. */
export const waitsForLanguage = (terms: Terms, row: Asked): boolean => {
  if (terms.languageRule === 'required') return true
  return terms.languageRule === 'preferred' && terms.at < row.since + terms.languageWait
}

/** From when on anybody may have one that waits for who speaks its language, ms UTC; null when that is so, or never. */
export const anybodyFrom = (terms: Terms, row: Asked): number | null =>
  terms.languageRule === 'preferred' && row.language !== '' && waitsForLanguage(terms, row)
    ? row.since + terms.languageWait
    : null

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
