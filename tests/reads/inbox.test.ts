import { expect, test } from 'bun:test'
import { departmentSettings } from '../../actors/department/settings'
import type { Staff } from '../../actors/people'
import { readLists } from '../../src/reads/inbox'
import type { Reads } from '../../src/reads/reads'
import { conversationRow, departmentRow } from '../support/turns'

const ana = { kind: 'staff', id: 'ana', role: 'agent', departments: ['shoes'] } as unknown as Staff

test('an agent may answer an offer for as long as its department says, from the choice on', async () => {
  const offered = conversationRow('lamp', {
    ...{ department: 'shoes', state: 'offered', offeredTo: 'ana' },
  })
  const chosen: Record<string, number> = { 'lamp ana': 70_000, 'lamp amir': 90_000 }
  const desk = {
    store: {
      conversations: {
        held: async () => [offered],
        lineHeads: async () => [],
      },
      mentions: { unseen: async () => [] },
      turns: { chosenAt: async (id: string, agent: string) => chosen[`${id} ${agent}`] },
    },
    departments: {
      all: async () => [
        departmentRow('shoes', { settings: { ...departmentSettings.initial, accept: 8_000 } }),
      ],
    },
    clock: { now: () => 71_000 },
    visitorPresence: { ask: () => {}, of: () => null },
  } as unknown as Reads
  const { offers } = await readLists(desk, ana, { view: 'mine' })
  expect(offers.map(({ until }) => until)).toEqual([78_000])
})
