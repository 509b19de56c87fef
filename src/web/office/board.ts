import { BoardPage, boardInMenu, boardPath } from '../../../views/office/board'
import { readBoard } from '../../reads/office-board'
import { staff } from '../person'
import type { Route } from '../route'
import { officePage } from './page'

const page = officePage({
  ...{ path: boardPath, permission: 'board.read', menu: boardInMenu },
  find: (c) => staff(c),
  read: ({ desk }, person) => readBoard(desk.store, person),
  draw: (board, context) => BoardPage({ ...context, board }),
})

/** What goes on now. */
export const boardRoutes: readonly Route[] = [page.show]
