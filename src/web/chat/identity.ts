import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { hashToken } from '../../commands/tokens'
import { identify, identityForm } from '../../commands/visitors/identify'
import { attributesForm, report } from '../../commands/visitors/report'
import { cookieNames, dropVisitor, keepCookie } from '../cookies'
import { deskOrigin } from '../desk-origin'
import { visitor } from '../person'
import { route } from '../route'

/** A site proves who its visitor is. Its page is to be drawn anew where that changed something. */
export const identifyVisitor = route({
  method: 'POST',
  path: paths.chat.identity,
  permission: 'anyone',
  form: identityForm,
  run: ({ c, web, input }) => {
    const origin = deskOrigin(c, web.config)
    const token = c.get('visitorToken')
    return identify(web.desk, visitor(c), input, {
      address: c.get('address')(),
      audience: [origin, `${origin}/`],
      ...(token ? { token } : {}),
    })
  },
  made: ({ c, web }, { token, changed }) => {
    if (token) {
      web.strangers.visitors.drop(hashToken(token))
      keepCookie(c, cookieNames(web.config), 'visitor', token)
    }
    return c.body(null, 204, changed ? { 'HX-Refresh': 'true' } : {})
  },
})

/** Whoever sits here next is somebody else: this browser forgets its visitor. */
export const forgetVisitor = route({
  method: 'POST',
  path: paths.chat.forgetting,
  permission: 'anyone',
  run: ({ c, web }) => {
    dropVisitor(c, cookieNames(web.config))
    return null
  },
})

/** What a site's page says of its visitor. */
export const reportVisitor = route({
  method: 'POST',
  path: paths.chat.attributes,
  permission: 'anyone',
  form: attributesForm,
  run: async ({ c, web, input }) => {
    const token = c.get('visitorToken')
    // The page before it came with one.
    if (token === undefined) return new Problem('invalid', 'cookiesBlocked')
    const address = c.get('address')()
    const outcome = await report(web.desk, visitor(c), input, { address, token })
    web.strangers.visitors.drop(hashToken(token))
    return outcome
  },
})
