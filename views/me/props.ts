import type { Day } from '../../actors/agent/day'
import type { NoticeRules } from '../../actors/agent/notices'
import type { OfficeContext } from '../office/context'
import type { SessionLine } from '../office/sessions'
import { sentenceFor } from '../words'

/** Their second factor; null while they have none. */
export type OwnFactor = {
  since: number | null
  codesLeft: number
  isForced: boolean
  passkeys: number
}

export type MeDetails = {
  name: string
  /** Mark of their picture. */
  avatar: string | null
  notices: NoticeRules
  load?: number
  capacity?: number
  day: Day
  factor: OwnFactor
}

export type MePageProps = OfficeContext & {
  details: MeDetails
  /** Where they are signed in. */
  sessions: readonly SessionLine[]
  /** By which push services know the desk. */
  pushKey: string
}

/** What is wrong with a field, if it was this one. */
export const problemOf = ({ refused, language }: OfficeContext, field: string) =>
  refused?.problem.field === field ? sentenceFor(refused.problem, language) : undefined
