import { z } from 'zod'
import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { SignedOutPage, SignOutPage } from '../../../views/session/sign-out'
import { read } from '../../commands/input/read'
import { heldUntilSignOut, signOut } from '../../commands/sessions/sign-out'
import { tellSignedOut } from '../../commands/sessions/told'
import { hashToken } from '../../commands/tokens'
import { page, seeOther } from '../answer'
import type { Ask, WebContext } from '../context'
import { cookieNames, dropSession } from '../cookies'
import { isSameHost } from '../gate/same-host'
import { route } from '../route'
import { cameFrom } from '../workbench/before'

const signOutForm = z.strictObject({
  /** Asks first, should they lose something by it. A program that says nothing of it is not asked. */
  asks: z.literal('1').optional(),
  /** The browser holds words of theirs that are not sent. */
  unsent: z.literal('1').optional(),
  /** What becomes of these words: they are gone from this browser unless they say so. */
  unsent_words: z.enum(['keep', 'delete']).optional(),
})

export const signOutRoute = route({
  method: 'POST',
  path: paths.session.signOut,
  permission: 'anyone',
  form: signOutForm,
  bare: true,
  run: async ({ c, web, input }) => {
    const form = read(signOutForm, input)
    if (isProblem(form)) return form
    const { asks, unsent, unsent_words: unsentWords = 'delete' } = form
    if (asks && (await losesSomething(c, web, unsent !== undefined))) return 'asked'
    await leave(c, web)
    return unsentWords
  },
  made: ({ c, web }, outcome) => {
    if (outcome === 'asked') return seeOther(c, paths.session.signOut)
    dropSession(c, cookieNames(web.config), c.get('sessionToken'))
    const who = c.get('person')?.id ?? ''
    const here = paths.session.signIn
    return page(c, SignedOutPage({ ...c.get('look'), here, who, unsentWords: outcome }))
  },
})

/** What signing out leads to, and whether they mean it. */
export const askSignOut = route({
  method: 'GET',
  path: paths.session.signOut,
  permission: 'anyone',
  show: async (c, web) => {
    const person = c.get('person')
    if (person?.kind !== 'staff') return seeOther(c, paths.session.signIn)
    const look = { ...c.get('look'), stay: pageBefore(c) }
    return page(c, SignOutPage({ ...look, who: person.id, held: await heldBy(c, web) }))
  },
})

/** Where they were: in the office, or at their workbench. */
const pageBefore = (c: Ask): string => {
  const before = URL.parse(c.req.header('Referer') ?? '')
  const isOffice = before?.pathname.startsWith(paths.office.page) ?? false
  return before && isOffice && isSameHost(before, c.req.header('Host'))
    ? before.pathname
    : cameFrom(c)
}

/** Words that wait in the browser are theirs alone, so that only a session that stands is asked. */
const losesSomething = async (c: Ask, web: WebContext, isUnsent: boolean) =>
  c.get('person')?.kind === 'staff' && (isUnsent || (await heldBy(c, web)) > 0)

const heldBy = async (c: Ask, { desk }: WebContext): Promise<number> => {
  const [person, token] = [c.get('person'), c.get('sessionToken')]
  return person && token ? heldUntilSignOut(desk, token, person.id) : 0
}

const leave = async (c: Ask, { desk, feeds }: WebContext) => {
  const [person, token] = [c.get('person'), c.get('sessionToken')]
  if (token && !person) await desk.store.accounts.closeSession(hashToken(token))
  if (!person || !token) return
  if (person.kind === 'staff') await tellSignedOut(desk, person)
  await signOut(desk, token, person.id)
  feeds.presence.leave(person.id)
}
