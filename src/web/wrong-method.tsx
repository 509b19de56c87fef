import { NotToReadPage } from '../../views/fault'
import { page, wantsPage } from './answer'
import type { Ask } from './context'

/** 405: whoever reads an address that only takes in forms is shown the way to its page. */
export const answerWrongMethod = (c: Ask, allow: string): Response => {
  c.header('Allow', allow)
  return c.req.method === 'GET' && wantsPage(c)
    ? page(c, <NotToReadPage {...c.get('look')} />, 405)
    : c.text('Method Not Allowed', 405)
}
