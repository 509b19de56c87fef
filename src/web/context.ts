import type { Context, Hono } from 'hono'
import type { Person, Staff } from '../../actors/people'
import type { Problem } from '../../actors/problem'
import type { MenuEntry } from '../../views/office/context'
import type { PageContext, VisitorContext } from '../../views/page-context'
import type { Edition } from '../../views/words/language'
import type { Desk } from '../commands/desk'
import type { TriggerWatch } from '../commands/visitors/watch-triggers'
import type { Config } from '../config'
import type { Feeds } from '../feeds/feeds'
import type { Reader } from '../reads/entries'
import type { FirstStepsShown } from '../reads/first-steps'
import type { OpenReads } from '../reads/open'
import type { Vitals } from '../vitals/vitals'
import type { Assets } from './assets'
import type { DeskSheets } from './brand/sheets'
import type { Cookies } from './cookie-header'
import type { Strangers } from './gate/strangers'
import type { Faces } from './me/faces'
import type { Forms } from './sent'
import type { Places } from './visit/places'

/**
 * What every handler finds: who asks, from where, and what a page is shown in. To be read with
 * `c.get`: each look at Hono's `c.var` copies all of them.
 */
export type Variables = {
  look: PageContext
  /** The same language, as visitors read it. */
  edition: Edition
  cookies: Cookies
  person: Person | null
  /** The visitor's or the session's raw token, when the browser sent one of the right form. */
  visitorToken: string | undefined
  sessionToken: string | undefined
  /** The client's address as limits count it; the connection is asked by the first who counts. */
  address: () => string
  requestId: string
  /** It came from a page of another site, and is refused for that. */
  isElsewhere: boolean
  /** Whose pages may hold the answer in a frame, as the policy says it; undefined for nobody's. */
  framedBy: string | undefined
  /** Holds what opens something: it is not compressed. */
  secret: boolean
  /** Search engines may show it. */
  findable: boolean
  /** What the fields of a form hold that leads here. */
  forms: Forms
  /** The fields of its form, once they have been read. */
  input: Record<string, unknown> | undefined
  /** The response was made with its headers of security. */
  secured: boolean
}

/** Bun's server rides along, for the peer's address and for upgrades. */
export type Env = { Variables: Variables; Bindings: { server: Bun.Server<unknown> } }
export type Ask = Context<Env>
export type App = Hono<Env>

/** What all routes of a node share. */
export type WebContext = {
  desk: Desk
  config: Config
  reads: OpenReads
  feeds: Feeds
  assets: Assets
  faces: Faces
  /** What pages look like by what the office has set. */
  sheets: DeskSheets
  /** Whether what comes after a desk was set up stands in the menu. */
  firstSteps: FirstStepsShown
  /** The pages of the office that somebody may open. */
  menu: (person: Staff) => MenuEntry[]
  /** Where addresses are. */
  places: Places
  /** Invites by itself who stays on a page. */
  triggers: TriggerWatch
  /** Writes that something was refused for where it came from. */
  logCrossSite: (c: Ask, problem: Problem) => void
  /** Tokens that were nobody's a moment ago. */
  strangers: Strangers
  /** It is about to stop and wants no more visitors. */
  draining: () => boolean
  /** How this node feels. */
  vitals: Vitals
  /** The probes that are open. */
  probes: Set<unknown>
}

/** For whom the answer's entries are drawn. */
export const readerOf = (c: Ask, audience: Reader['audience'], viewer: string): Reader => {
  const { language, zone } = audience === 'visitor' ? visitorLook(c) : c.get('look')
  return { audience, language, zone, viewer }
}

/** What a visitor's page is shown in: in the words that the office has for visitors. */
export const visitorLook = (c: Ask): VisitorContext => ({
  ...c.get('look'),
  language: c.get('edition'),
})

/** What is said to whoever asks: to colleagues as it is built in. */
export const lookOfAsker = (c: Ask): VisitorContext =>
  c.get('person')?.kind === 'staff' ? c.get('look') : visitorLook(c)
