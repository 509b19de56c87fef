import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { SESSION_LIFE_MS } from '../../commands/sessions/begin'
import type { CameIn } from '../../commands/sessions/come-in'
import { HALF_MS } from '../../commands/sessions/half'
import { signIn } from '../../commands/sessions/sign-in'
import { signOut } from '../../commands/sessions/sign-out'
import { tellSignedOut } from '../../commands/sessions/told'
import { hashToken } from '../../commands/tokens'
import { seeOther } from '../answer'
import { cookieNames, dropBegun, keepCookie } from '../cookies'
import type { Asked } from '../route'
import { fromOf } from './from'

type In = Pick<Asked, 'c' | 'web'>

/**
 * Begins a session in this browser, by the token of a sign-in. The one that was there ends with it: nobody
 * can have set its token for us beforehand.
 */
export const beginSession = async ({ c, web }: In, token: string): Promise<void> => {
  const [before, old] = [c.get('person'), c.get('sessionToken')]
  if (before && old) await signOut(web.desk, old, before.id)
  // One that opens nothing yet is nobody's.
  else if (old) await web.desk.store.accounts.closeSession(hashToken(old))
  if (before?.kind === 'staff') await tellSignedOut(web.desk, before)
  const names = cookieNames(web.config)
  if (c.get('cookies').has(names.half)) dropBegun(c, names, 'half')
  keepCookie(c, names, 'session', token, SESSION_LIFE_MS)
}

/** Goes on with who has shown a first factor: to the page of the second, to set one up, or in. */
export const goIn = async (
  asked: In,
  came: CameIn,
  next: string | undefined,
): Promise<Response> => {
  const { c, web } = asked
  if ('half' in came) {
    keepCookie(c, cookieNames(web.config), 'half', came.half, HALF_MS)
    return seeOther(c, paths.session.secondFor(next))
  }
  await beginSession(asked, came.token)
  if (came.confined) return seeOther(c, paths.session.factorAfter(next))
  return seeOther(c, next ?? paths.workbench.page)
}

/** Signs in who has just chosen a password and leads on, to the workbench mostly; where it fails, to the page for that. */
export const enter = async (
  { c, web }: In,
  account: { email: unknown; password: unknown },
  to: string = paths.workbench.page,
): Promise<Response> => {
  const signedIn = await signIn(web.desk, account, fromOf(c))
  if (isProblem(signedIn)) return seeOther(c, paths.session.signIn)
  return goIn({ c, web }, signedIn, to)
}
