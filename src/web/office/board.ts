import type { Staff } from '../../../actors/people'
import { BoardPage, boardFeedPath, boardInMenu, boardPath } from '../../../views/office/board/page'
import { refreshS } from '../../../views/refresh'
import { noHandlers } from '../../live/socket'
import { readBoard } from '../../reads/office-board'
import { staffOf } from '../gate/identify'
import { staff } from '../person'
import { type Route, route } from '../route'
import { openStream } from '../stream'
import { officePage } from './page'

const page = officePage({
  ...{ path: boardPath, permission: 'board.read', menu: boardInMenu, renewsS: refreshS.lists },
  find: (c) => ({ person: staff(c), wall: c.req.query('wall') !== undefined }),
  read: async ({ reads }, { person, wall }) => ({ board: await readBoard(reads, person), wall }),
  told: ({ board }) => board,
  draw: ({ board, wall }, context) => BoardPage({ ...context, board, wall }),
})

const feed = route({
  ...{ method: 'GET', path: boardFeedPath, permission: 'board.read', live: true },
  show: (c, web) => {
    const token = c.get('sessionToken')
    const session = {
      staff: staff(c),
      check: async () => (await staffOf(web.desk, token)) as Staff | null,
    }
    const { language } = c.get('look')
    return openStream(c, web, 'sse', noHandlers, (pipe, caller) =>
      web.feeds.board(session, language, pipe, caller),
    )
  },
})

/** What goes on now, live. */
export const boardRoutes: readonly Route[] = [page.show, feed]
