import { setCookie } from 'hono/cookie'
import { isProblem } from '../../../actors/problem'
import { HomePage } from '../../../views/home'
import { paths } from '../../../views/paths'
import { SignedOutPage } from '../../../views/problem'
import { SignInPage } from '../../../views/session/sign-in'
import { sentenceFor } from '../../../views/words'
import { languages } from '../../../views/words/language'
import type { Desk } from '../../commands/desk'
import { isSessionOfDisabled } from '../../commands/sessions/disabled'
import { SESSION_LIFE_MS, signIn } from '../../commands/sessions/sign-in'
import { signOut } from '../../commands/sessions/sign-out'
import type { Config } from '../../config'
import { answerProblem, page, seeOther } from '../answer'
import { fields, typed } from '../body'
import type { App, Ask } from '../context'
import { cookieNames, keepCookie } from '../request/cookies'

/** The front door, signing in and out, and the two switches of every page. */
export const sessionRoutes = (
  app: App,
  desk: Desk,
  config: Config,
  live: { signedOut: (agent: string) => void },
) => {
  const names = cookieNames(config)

  app.get(paths.home, (c) =>
    page(c, HomePage({ ...c.get('look'), staff: c.get('person')?.kind === 'staff' })),
  )

  app.get(paths.session.signIn, async (c) => {
    const next = safeNext(c.req.query('next'))
    if (c.get('person')?.kind === 'staff') return seeOther(c, next ?? paths.workbench.page)
    const shutOut = await isSessionOfDisabled(desk, c.get('sessionToken'))
    return page(c, SignInPage({ ...c.get('look'), next, shutOut }))
  })

  app.post(paths.session.signIn, async (c) => {
    const input = await fields(c)
    const signedIn = await signIn(desk, input, { address: c.get('address')() })
    if (isProblem(signedIn)) {
      const problem = sentenceFor(signedIn, c.get('look').language)
      const email = typed(input, 'email')
      const next = safeNext(input.next)
      return answerProblem(c, signedIn, SignInPage({ ...c.get('look'), email, next, problem }))
    }
    // The old token dies with the old sign-in: nobody can have set it for us beforehand.
    const [before, token] = [c.get('person'), c.get('sessionToken')]
    if (before && token) await signOut(desk, token, before.id)
    keepCookie(c, names, 'session', signedIn.token, SESSION_LIFE_MS)
    return seeOther(c, safeNext(input.next) ?? paths.workbench.page)
  })

  app.post(paths.session.signOut, async (c) => {
    const [person, token] = [c.get('person'), c.get('sessionToken')]
    if (person && token) {
      await signOut(desk, token, person.id)
      live.signedOut(person.id)
    }
    setCookie(c, names.session, '', { path: '/', maxAge: 0, secure: names.secure, httpOnly: true })
    return page(c, SignedOutPage({ ...c.get('look'), here: paths.session.signIn }))
  })

  app.post(paths.language, async (c) => {
    const input = await fields(c)
    const language = languages.find((each) => each === input.language)
    if (language) keepPreference(c, names.secure, 'language', language)
    return seeOther(c, safeNext(input.back) ?? paths.home)
  })

  app.post(paths.theme, async (c) => {
    const input = await fields(c)
    const theme = ['auto', 'light', 'dark'].find((each) => each === input.theme)
    if (theme) keepPreference(c, names.secure, 'theme', theme)
    return seeOther(c, safeNext(input.back) ?? paths.home)
  })
}

const keepPreference = (c: Ask, secure: boolean, name: string, value: string) =>
  setCookie(c, name, value, { path: '/', sameSite: 'Lax', secure, maxAge: 365 * 24 * 3600 })

/**
 * A path of our own to go on to, or undefined: never another site, however it is spelled
 * (`//evil`, `/\evil`, `/..//evil`).
 */
export const safeNext = (next: unknown): string | undefined => {
  if (typeof next !== 'string' || !/^\/[\w\-./?=&%]{0,500}$/.test(next)) return undefined
  if (next.startsWith('//')) return undefined
  const url = new URL(next, 'http://desk.invalid')
  return url.host === 'desk.invalid' && !url.pathname.startsWith('//') ? next : undefined
}
