import { NotToReadPage } from '../../views/fault'
import { answerMissing, givenBack, page, wantsPage } from './answer'
import { type Ask, lookOfAsker } from './context'

/** 405: whoever reads an address that only takes in forms is shown the way to its page. */
export const answerWrongMethod = (c: Ask, allow: string): Response => {
  c.header('Allow', allow)
  if (c.req.method === 'GET' && wantsPage(c))
    return page(c, <NotToReadPage {...lookOfAsker(c)} />, 405)
  // It came by a form, with words in it.
  return givenBack(c).sent ? answerMissing(c, 405) : c.text('Method Not Allowed', 405)
}
