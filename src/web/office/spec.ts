import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Problem } from '../../../actors/problem'
import type { MenuEntry, OfficeContext } from '../../../views/office/context'
import type { Permission } from '../../policies/permissions'
import type { Ask, WebContext } from '../context'
import type { Asked } from '../route'

type Soon<Value> = Value | Promise<Value>

/** A page of the office: who may open it, what it shows, how it is drawn. */
export type Page<Subject, Data, Said extends string> = {
  path: string
  permission: Permission
  /** Where in the menu it is found: the page that has this one's path stands there itself. */
  menu: MenuEntry<Said>
  /** It holds what opens something, and is not compressed. */
  secret?: boolean
  /** Where no script runs, it asks for itself again after so many seconds. */
  renewsS?: number
  /** What it is about; a Problem when there is no such thing. */
  find: (c: Ask, web: WebContext) => Soon<Subject | Problem>
  /** All that it shows, in one read. */
  read: (web: WebContext, subject: Subject) => Promise<Data>
  draw: (data: Data, context: OfficeContext) => Child
  /** What a program is told of it; all of it, unless this says less. */
  told?: (data: Data) => object
}

/** What can be done on a page: its form, what is done with it, what is said afterwards. */
export type Verb<Outcome, Subject, Said extends string, Data = object> = {
  path: string
  /** Who may do it, where not everybody may who opens the page. */
  permission?: Permission
  /** Which of the page's forms it is. */
  name: string
  form?: z.ZodObject
  /** It reads its form itself, as it comes. */
  streams?: true
  run: (asked: Asked<Subject>) => Soon<Outcome | Problem>
  /** What the page says afterwards, by its word. */
  said: Said
  /** The page afterwards; the same one when it is left out. */
  to?: (asked: Asked<Subject>, outcome: Outcome) => string
  /** What it is about is gone then: a program is told nothing of it. */
  removes?: true
  /** What the page has in it this once: then it is the answer itself, and nowhere led to. */
  shown?: (outcome: Outcome) => Partial<Data>
  /** What a program is told of what it made; without it, what the page is then. */
  made?: (outcome: Outcome) => object
}
