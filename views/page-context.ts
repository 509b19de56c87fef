import type { Edition, Language } from './words/language'

export type Theme = 'auto' | 'light' | 'dark'

/**
 * What the files under /static are called in pages, by their plain names: with a mark of what is in
 * them, so that browsers may keep them. A name that is not in it stays plain.
 */
export type FileNames = Readonly<Record<string, string>>

/** What every page is shown in: whose language, which colours, whose clock. */
export type PageContext<Read extends Edition = Language> = {
  language: Read
  theme: Theme
  /** Of this response's content security policy. */
  nonce: string
  /** Path of this page, so that the language and theme switches come back to it. */
  here: string
  /** ms UTC */
  now: number
  /** IANA name or offset, for clocks. */
  zone: string
  files?: FileNames
  /** What the desk calls itself to its visitors; left out where it goes by the program's name. */
  brand?: string
  /** Visitors may have accounts of their own here. */
  accounts?: true
  /** Where it is told what the desk does with what it is told; left out where it says so nowhere. */
  privacy?: string
  /** Which life of the desk's data it was drawn in. */
  epoch?: string
  /** It stands in a frame on somebody's site: on which it may. */
  frame?: { sites: readonly string[] }
}

/** The same for visitors, who read the words of the desk as the office has them. */
export type VisitorContext = PageContext<Edition>
