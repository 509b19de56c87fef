import { paths } from '../../../views/paths'
import { SignedOutPage } from '../../../views/problem'
import { signOut } from '../../commands/sessions/sign-out'
import { page } from '../answer'
import type { Ask, WebContext } from '../context'
import { cookieNames, dropSession } from '../cookies'
import { route } from '../route'

export const signOutRoute = route({
  method: 'POST',
  path: paths.session.signOut,
  permission: 'anyone',
  run: ({ c, web }) => leave(c, web),
  made: ({ c, web }) => {
    dropSession(c, cookieNames(web.config), c.get('sessionToken'))
    const who = c.get('person')?.id ?? ''
    return page(c, SignedOutPage({ ...c.get('look'), here: paths.session.signIn, who }))
  },
})

const leave = async (c: Ask, { desk, feeds }: WebContext) => {
  const [person, token] = [c.get('person'), c.get('sessionToken')]
  if (!person || !token) return
  await signOut(desk, token, person.id)
  feeds.presence.leave(person.id)
}
