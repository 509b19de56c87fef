import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { hashToken, newToken } from '../../commands/tokens'
import { pageForm, viewPage } from '../../commands/visitors/view-page'
import { cookieNames, keepCookie, preferences } from '../cookies'
import { zoneIn } from '../gate/locale'
import { isOurs } from '../gate/same-origin'
import { visitor } from '../person'
import { route } from '../route'
import { browserIn } from '../visit/browser'

/** The chat in its frame is no page that somebody looks at: the site tells of its own. */
const isFrame = (input: unknown, origins: readonly string[]): boolean => {
  const page = URL.parse(pageForm.safeParse(input).data?.url ?? '')
  return page !== null && page.pathname === paths.widget.page && !origins.includes(page.origin)
}

/** A visitor has a page of the site before them. Who has no cookie gets one, and is known by the next. */
export const viewInChat = route({
  method: 'POST',
  path: paths.chat.trail,
  permission: 'anyone',
  form: pageForm,
  run: async ({ c, web, input }) => {
    const { desk, config } = web
    const token = c.get('visitorToken')
    if (token === undefined) {
      keepCookie(c, cookieNames(config), 'visitor', newToken())
      return null
    }
    const address = c.get('address')()
    const known = visitor(c)
    const { origins } = await web.reads.sites.get()
    if (isFrame(input, origins)) return null
    const visit = await viewPage(desk, known, input, {
      ...{ token, address, place: web.places(address) },
      language: c.get('look').language,
      zone: zoneIn(preferences(c.get('cookies'), 'zone')) ?? '',
      ...browserIn(c.req.header('User-Agent')),
      origin: new URL(config.baseUrl).origin,
      // A site that may hold the chat tells of its own pages.
      isOurs: (origin) => origins.includes(origin) || isOurs(origin, c.req.raw, config),
    })
    if (isProblem(visit)) return visit
    if (!known) {
      web.strangers.visitors.drop(hashToken(token))
      web.feeds.visitorPages.request(visit.visitor)
    }
    web.triggers.consider(visit)
    return null
  },
})
