import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { accept, decline } from '../../src/commands/agents/answer-offer'
import { transfer } from '../../src/commands/conversations/transfer'
import { readDecisions } from '../../src/reads/decisions'
import { paths } from '../../views/paths'
import { putDepartment } from '../support/departments'
import { goOnDuty, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { askOf, signIn } from '../web/ask'
import { Screen } from './page'

let desk: TestDesk
let ana: Staff
let amir: Staff
beforeAll(async () => {
  desk = await openTestDesk()
  ana = await hire(desk, 'Ana')
  amir = await hire(desk, 'Amir')
})
afterAll(() => desk.close())

/** A page of somebody that shows only why a conversation is with whom it is. */
const follow = (staff: Staff, why: string): Screen => {
  const screen = new Screen()
  const reader = { audience: 'desk', language: 'en', zone: 'UTC', viewer: staff.id } as const
  const seen = { reader, list: { view: 'mine' }, selected: null, room: null, why } as const
  const session = { staff, check: async () => staff }
  desk.web.feeds.workbench(session, seen, screen, { address: '127.0.0.1' })
  return screen.open()
}
const holder = async (id: string) => (await desk.desk.store.conversations.find(id))?.agent
const titles = (html = '') =>
  [...html.matchAll(/<h2>(.*?)<\/h2>/gs)].map(([, title = '']) => title.replace(/<[^>]+>/g, ''))

test('a hand-over stands above the choice before it, live and on the page', async () => {
  await goOnDuty(desk, ana)
  const { conversation } = await visit(desk, 'Vera')
  await until(async () => (await holder(conversation)) === ana.id)
  const screen = follow(ana, conversation)
  const newest = () => titles(screen.swaps('decisions').at(-1))
  await until(() => newest().length === 2)
  const chosen = ['Assigned to you: the only one who is free', 'Visit 1 to the queue']
  expect(newest()).toEqual(chosen)
  await goOnDuty(desk, amir)
  await transfer(desk.desk, ana, conversation, { to: `agent:${amir.id}` })
  await until(() => newest().length === 3)
  expect(newest()).toEqual(['Ana handed it to Amir', ...chosen])
  // It brings nothing that this page has no place for.
  expect(screen.frames.every(({ html }) => html.includes('hx-target="#decisions"'))).toBe(true)
  screen.leave()

  const ask = askOf(desk)
  const cookie = await signIn(ask, 'Ana')
  const { text } = await ask('GET', paths.workbench.decisions(conversation), { cookie })
  expect(titles(text)).toEqual(['Ana handed it to Amir', ...chosen])
  expect(text).toContain(`why=${conversation}`)
  expect(text.replace(/<noscript>.*?<\/noscript>/gs, '')).not.toContain('http-equiv="refresh"')
})

test('whoever may not know of a conversation is not told why it is with whom it is', async () => {
  const { conversation } = await visit(desk, 'Vito')
  const stranger: Staff = { ...ana, id: 'stranger', departments: [] }
  const screen = follow(stranger, conversation)
  await until(() => screen.ended === 'forbidden')
  expect(screen.frames).toEqual([])
})

test('each is told to whom it was offered, who declined and who accepted', async () => {
  const [department = ''] = ana.departments
  await putDepartment(desk.desk, { id: department, name: 'Support', acceptance: 'manual' })
  const { conversation } = await visit(desk, 'Vera')
  const ringsAt = async (other?: Staff) => {
    const row = await desk.desk.store.conversations.find(conversation)
    return [ana, amir].find(({ id }) => id === row?.offeredTo && id !== other?.id)
  }
  const first = await until(() => ringsAt())
  await decline(desk.desk, first, conversation)
  const second = await until(() => ringsAt(first))
  await accept(desk.desk, second, conversation)
  await until(async () => (await holder(conversation)) === second.id)
  const { reasons } = await readDecisions(desk.web.reads, conversation)
  const told = reasons.map((reason) =>
    'notice' in reason ? [reason.notice.code] : ['chosen', reason.decision.chosen],
  )
  const offers = [['chosen', second.id], ['passed'], ['chosen', first.id]]
  // What happened in one millisecond may stand either way.
  expect(told[0]).toEqual(['assigned'])
  expect(told.slice(1).toSorted()).toEqual(offers.toSorted())
  const cookie = await signIn(askOf(desk), 'Ana')
  const { text } = await askOf(desk)('GET', paths.workbench.decisions(conversation), { cookie })
  expect(titles(text)).toContain(`${first.name} declined`)
})
