import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { transfer } from '../../src/commands/conversations/transfer'
import { paths } from '../../views/paths'
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
  await until(() => newest().length === 1)
  expect(newest()).toEqual(['Visit 1 to the line'])
  await goOnDuty(desk, amir)
  await transfer(desk.desk, ana, conversation, { to: `agent:${amir.id}` })
  await until(() => newest().length === 2)
  expect(newest()).toEqual(['Ana handed it to Amir', 'Visit 1 to the line'])
  // It brings nothing that this page has no place for.
  expect(screen.frames.every(({ html }) => html.includes('hx-target="#decisions"'))).toBe(true)
  screen.leave()

  const ask = askOf(desk)
  const cookie = await signIn(ask, 'Ana')
  const { text } = await ask('GET', paths.workbench.decisions(conversation), { cookie })
  expect(titles(text)).toEqual(['Ana handed it to Amir', 'Visit 1 to the line'])
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
