import { nothingMeasured } from '../../../actors/figures/measures'
import { BoardPage, boardInMenu } from '../../../views/office/board/page'
import type { Board } from '../../../views/office/board/shown'
import type { OfficeContext } from '../../../views/office/context'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const board: Board = {
  due: [
    {
      ...{ id: data.conversation, departmentName: 'Orders', visitorName: data.long.slice(0, 60) },
      ...{ agentName: 'Ana', late: true },
      sla: { kind: 'next', dueAt: data.now - 48_000, soonAt: data.now - 90_000, left: 0 },
    },
    {
      ...{ id: data.amir, departmentName: 'Orders', visitorName: 'Vera K.', agentName: '' },
      late: false,
      sla: { kind: 'first', dueAt: data.now + 48_000, soonAt: data.now - 9_000, left: 0 },
    },
  ],
  today: Array.from({ length: 12 }, (_, nth) => ({
    hour: 8 + nth,
    now: {
      ...nothingMeasured,
      conversations: nth * 3,
      answered: nth * 2,
      firstAnswerMs: nth * 90_000,
    },
    before: { ...nothingMeasured, conversations: 30 - nth },
  })),
  hour: 14,
  lines: [
    { id: 'orders', name: 'Orders & delivery', waiting: 3, since: data.now - 95_000 },
    { id: 'billing', name: data.long.slice(0, 80), waiting: 0, since: null },
  ],
  agents: [
    {
      ...{ id: data.ana, name: 'Ana', status: 'ready', present: true, load: 2, capacity: 3 },
      holds: [
        { id: data.conversation, visitorName: 'Vera K.', state: 'active' },
        { id: data.amir, visitorName: '王小明', state: 'offered' },
      ],
    },
    {
      ...{ id: data.amir, name: 'Amir Haddad', status: 'away', present: false, load: 0 },
      ...{ capacity: 3, holds: [] },
    },
  ],
}

const contextOf = (given: Parameters<Picture['page']>[0]): OfficeContext => ({
  ...lookOf(given),
  ...{ menu: [boardInMenu], page: boardInMenu, me: { id: data.olga, name: 'Olga' } },
})

export const boardPictures: Picture[] = [
  {
    name: 'office-live',
    page: (given) => <BoardPage {...contextOf(given)} board={board} />,
  },
  {
    name: 'office-live-wall',
    page: (given) => <BoardPage {...contextOf(given)} board={board} wall />,
  },
  {
    name: 'office-live-nothing',
    once: true,
    page: (given) => (
      <BoardPage {...contextOf(given)} board={{ ...board, due: [], today: [], agents: [] }} />
    ),
  },
]
