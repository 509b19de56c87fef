import type { Problem } from '../../actors/problem'
import type { Typed } from '../../actors/typed-settings'
import type { PageContext } from '../page-context'
import type { Drawing } from '../parts/icon'
import type { Me } from '../parts/me-menu'
import type { Language } from '../words/language'

/** What a page is called, and what it says after something was done, by a word in its address. */
export type PageWords<Said extends string = string> = {
  title: string
  said: Record<Said, string>
}

/** What the menu is divided into, in its order. */
export const menuGroups = ['today', 'insight', 'desk', 'system'] as const
export type MenuGroup = (typeof menuGroups)[number]

/** A page of the office as its menu has it. */
export type MenuEntry<Said extends string = string> = {
  path: string
  /** Where in the menu it stands; left out, among what the desk is set up by. */
  group?: MenuGroup
  icon: Drawing
  words: Record<Language, PageWords<Said>>
}

/** A form that was sent and not taken: which of the page's, why, and what was typed in it. */
export type Refused = { form: string; problem: Problem; typed: Typed }

/** What every page of the office is given. */
export type OfficeContext = PageContext & {
  me: Me
  /** What of the office they may open. */
  menu: readonly MenuEntry[]
  /** Where in the menu they are. */
  page: MenuEntry
  /** What was just done, in a sentence. */
  said?: string
  refused?: Refused
}
