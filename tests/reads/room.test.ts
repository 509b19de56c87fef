import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Role, Staff } from '../../actors/people'
import type { ConversationRow, ConversationState } from '../../actors/summary'
import { readRoom } from '../../src/reads/room'
import { openTestDesk, type TestDesk } from '../support/desk'
import { conversationRow } from '../support/turns'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const staff = (id: string, departments: string[], role: Role = 'agent'): Staff => ({
  ...{ kind: 'staff', id, name: id, role, departments },
})
const ana = staff('ana', ['support'])
const amir = staff('amir', ['support'])
const olga = staff('olga', [], 'admin')

const rowIn = (state: ConversationState): ConversationRow =>
  conversationRow('lamp', {
    ...{ department: 'support', state, visitor: 'vera' },
    agent: state === 'active' || state === 'closed' || state === 'rated' ? 'ana' : null,
    offeredTo: state === 'offered' ? 'ana' : null,
    closedAt: state === 'closed' || state === 'rated' ? 1 : null,
  })

/** What anybody who watches may do, whatever state it is in. */
const always = ['note', 'tag', 'prioritize', 'snooze']

/** What who supervises may do too, in any state, and to one that is open. */
const supervises = ['whisper', 'lookIn', 'merge', 'unmerge', 'split', 'unsplit', 'block']
const overrules = [...supervises, 'takeOver', 'transfer', 'end']

/** The other buttons somebody is shown, by state: what is not named is not there. */
const shown: [ConversationState, who: Staff, buttons: string[]][] = [
  ['waiting', ana, ['take']],
  ['waiting', olga, ['take', ...overrules]],
  ['left', amir, ['take']],
  ['offered', ana, ['answerOffer', 'take']],
  ['offered', amir, ['take']],
  ['active', ana, ['say', 'transfer', 'end']],
  ['active', amir, []],
  ['active', olga, overrules],
  ['closed', ana, ['take']],
  ['closed', amir, ['take']],
  ['rated', olga, ['take', ...supervises]],
]

describe('the buttons of a room', () => {
  test.each(shown)('%s', async (state, who, buttons) => {
    const { rights } = await readRoom(desk.web.reads, who, rowIn(state))
    const there = Object.entries(rights).flatMap(([name, is]) => (is ? [name] : []))
    expect(there.toSorted()).toEqual([...always, ...buttons].toSorted())
  })
})
