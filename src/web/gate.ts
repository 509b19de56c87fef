import type { Person } from '../../actors/people'
import { isProblem, Problem } from '../../actors/problem'
import { paths } from '../../views/paths'
import type { Language } from '../../views/words/language'
import { allows } from '../policies/permissions'
import { answerProblem } from './answer'
import type { Ask, WebContext } from './context'
import { turnAwayBlocked } from './gate/blocked'
import { identify } from './gate/identify'
import { look } from './gate/locale'
import { isPrefetch } from './gate/prefetch'
import { returnWords } from './gate/return-words'
import { guard, isThemself } from './gate/same-origin'
import { signInFirst } from './gate/sign-in-first'
import { drawForFrame, isForFrame } from './gate/site-frame'
import { keepWords } from './keep-words'
import type { Door, Route } from './route'
import type { Forms } from './sent'

type Stop = Response | undefined | Promise<Response | undefined>

/** What of a route the gate has to know. */
type Entrance = Pick<
  Route,
  'permission' | 'live' | 'framed' | 'findable' | 'secret' | 'refuse' | 'renewsS'
> & {
  /** What the fields of a form hold that leads here. */
  forms: Forms
  /** The page that links of the answer lead back to, where none is at the path itself. */
  pageOf?: (path: string) => string
}

/**
 * Runs before every handler: what the answer is to be shown in, whether the request comes from
 * here, who asks, and whether such a person may knock at this door. A Response stops; undefined
 * goes on. A promise only when somebody else must be asked first.
 */
export const gate = (web: WebContext) => {
  const { desk, config, feeds } = web
  const { texts, settings } = web.reads
  const worded = (language: Language) => texts.edition(language)
  const lookAt = look(desk, config, {
    files: () => web.sheets.names(web.faces.names()),
    brand: () => settings.of('brand').name,
    privacy: () => settings.of('brand').privacy,
    edition: worded,
  })
  const refuse = guard(config)
  const recognise = identify(desk, config, web.strangers)

  /** Who works or visits is there: by a page that is read, or by a form. */
  const notice = (c: Ask, entrance: Entrance) => {
    const person = c.get('person')
    if (!person || isPrefetch(c.req.raw)) return
    if (person.kind === 'visitor') noticeVisitor(c, entrance, person.id)
    else if (c.req.path.startsWith(paths.workbench.page)) noticeAgent(c, entrance, person.id)
  }

  const noticeVisitor = (c: Ask, entrance: Entrance, id: string) => {
    // Their page's own word, and its connections, speak for themselves.
    if (entrance.live || c.req.path === paths.chat.presence) return
    // A form has shown already where it comes from.
    if (c.req.method !== 'GET' || isThemself(c.req.raw, config)) feeds.visitorPages.request(id)
  }

  const noticeAgent = (c: Ask, entrance: Entrance, id: string) => {
    if (!isThemself(c.req.raw, config)) return
    // What a browser shows, and no stream: no connection need come after it.
    if (c.req.method === 'GET' && !entrance.live && isShown(c))
      feeds.presence.page(id, entrance.renewsS)
    else feeds.presence.request(id)
  }

  return (c: Ask, entrance: Entrance): Stop => {
    lookAt(c, entrance.pageOf?.(c.req.path))
    if (settings.of('customers').customers) c.set('look', { ...c.get('look'), accounts: true })
    c.set('framedBy', entrance.framed ? "'self'" : undefined)
    c.set('findable', entrance.findable)
    c.set('secret', entrance.secret)
    c.set('forms', entrance.forms)
    const refused = refuse(c)
    // Another site has asked, not they: what it is refused is no act of theirs.
    c.set('isElsewhere', isProblem(refused))
    if (isProblem(refused)) return returnWords(web, c, entrance, refused, { recognise, turnAway })
    if (refused || c.req.path.startsWith(files)) return refused
    const known = () => {
      const kept = turnAwayBlocked(web, c, entrance)
      if (kept) return kept
      notice(c, entrance)
      return turnAway(web, c, entrance)
    }
    const asked = isForFrame(c) ? drawForFrame(web, c).then(() => recognise(c)) : recognise(c)
    return asked ? asked.then(known) : known()
  }
}

/** Where a browser shows what it asks for: in a tab, or in the frame of a page without a script. */
const shown: ReadonlySet<string> = new Set(['document', 'iframe'])

/**
 * Whether a browser asks to show it. On plain http that is not localhost it says nothing of that, but
 * that it would rather have it by https, which none says who only fetches it.
 * Source: Upgrade Insecure Requests, "The Upgrade-Insecure-Requests HTTP Request Header Field".
 */
const isShown = (c: Ask): boolean => {
  const destination = c.req.header('Sec-Fetch-Dest')
  if (destination !== undefined) return shown.has(destination)
  return c.req.header('Upgrade-Insecure-Requests') === '1'
}

/** Where nobody is asked who they are. */
const files = paths.static('')

type Doorway = Pick<Entrance, 'permission' | 'live'>

/** Whoever is turned away with a form in their hands keeps what they wrote. */
const turnAway = (web: WebContext, c: Ask, { permission, live }: Doorway): Stop => {
  const why = whyNot(c.get('person'), permission)
  if (!why) return undefined
  const answer = () => (why.code === 'unknown' ? signInFirst(web, c, live) : answerProblem(c, why))
  return keepWords(c, web.desk.clock)?.then(answer) ?? answer()
}

const whyNot = (person: Person | null, permission: Door): Problem | undefined => {
  if (permission === 'anyone') return undefined
  if (permission === 'visitor')
    return person?.kind === 'visitor' ? undefined : new Problem('missing', 'missing')
  if (person?.kind !== 'staff') return new Problem('unknown', 'signInFirst')
  return allows(person, permission) ? undefined : new Problem('forbidden', 'notAllowed')
}

/** The door of an address that leads nowhere: what is under the office is said to nobody else. */
export const doorOf = (path: string): Door =>
  path === paths.office.page || path.startsWith(`${paths.office.page}/`) ? 'office.use' : 'anyone'
