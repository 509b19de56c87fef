import { canReopen } from '../../../actors/conversation/rights'
import { type ConversationRow, isOver } from '../../../actors/summary'
import { paths } from '../../../views/paths'
import type { Desk } from '../../commands/desk'
import { newToken } from '../../commands/tokens'
import { current } from '../../commands/visitors/current'
import { seeOther } from '../answer'
import type { Ask, WebContext } from '../context'
import { cookieNames, keepCookie } from '../cookies'
import { isPrefetch } from '../gate/prefetch'
import { isShownInFrame } from '../gate/site-frame'
import { visitor } from '../person'
import { route } from '../route'
import { chatPages } from './page'

/** The conversation, or the form that begins one. */
export const showChat = route({
  method: 'GET',
  path: paths.chat.page,
  permission: 'anyone',
  show: (c, web) => {
    // On somebody's site it is the frame's own page, which that site may hold.
    if (!isShownInFrame(c) || isPrefetch(c.req.raw)) return answerChat(c, web)
    return seeOther(c, paths.widget.page + (URL.parse(c.req.url)?.search ?? ''))
  },
})

/** The same page, wherever it is shown. */
export const answerChat = async (c: Ask, { desk, config, reads }: WebContext) => {
  const show = chatPages(desk, reads)
  const person = visitor(c)
  // Given out before the first message: a first message that is sent twice is one visitor's.
  if (!c.get('visitorToken')) {
    const token = newToken()
    keepCookie(c, cookieNames(config), 'visitor', token)
    c.set('visitorToken', token)
  }
  const row = person && (await current(desk, person.id))
  const anew = c.req.query('new') !== undefined && row && isOver(row)
  if (!row || anew || isOld(desk, row)) return show.start(c)
  return show.chat(c, person, row)
}

/** When it can no longer be gone on with, the visitor is greeted anew. */
const isOld = (desk: Desk, row: ConversationRow) => isOver(row) && !canReopen(row, desk.clock.now())
