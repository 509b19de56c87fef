import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { SESSION_LIFE_MS, signIn } from '../../commands/sessions/sign-in'
import { signOut } from '../../commands/sessions/sign-out'
import { tellSignedOut } from '../../commands/sessions/told'
import { seeOther } from '../answer'
import { cookieNames, keepCookie } from '../cookies'
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
  if (before?.kind === 'staff') await tellSignedOut(web.desk, before)
  keepCookie(c, cookieNames(web.config), 'session', token, SESSION_LIFE_MS)
}

/** Signs in who has just chosen a password and leads on, to the workbench mostly; where it fails, to the page for that. */
export const enter = async (
  { c, web }: In,
  account: { email: unknown; password: unknown },
  to: string = paths.workbench.page,
): Promise<Response> => {
  const signedIn = await signIn(web.desk, account, fromOf(c))
  if (isProblem(signedIn)) return seeOther(c, paths.session.signIn)
  await beginSession({ c, web }, signedIn.token)
  return seeOther(c, to)
}
