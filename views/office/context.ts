import type { Problem } from '../../actors/problem'
import type { Typed } from '../../actors/typed-settings'
import type { PageContext } from '../page-context'
import type { IconName } from '../parts/icon'
import type { Me } from '../parts/me-menu'
import type { Words } from '../words'

/** The pages of the office, by what they are called in its menu. */
export type OfficePageName = keyof Words['office']['menu']
/** What a page says after something was done. */
export type SaidWord = keyof Words['office']['said']

/** A line of the office's menu. */
export type MenuEntry = { page: OfficePageName; path: string; icon: IconName }

/** A form that was sent and not taken: which of the page's, why, and what was typed in it. */
export type Refused = { form: string; problem: Problem; typed: Typed }

/** What every page of the office is given. */
export type OfficeContext = PageContext & {
  me: Me
  /** What of the office they may open. */
  menu: readonly MenuEntry[]
  page: OfficePageName
  said?: SaidWord
  refused?: Refused
}
