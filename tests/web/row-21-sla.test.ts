import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import { isProblem } from '../../actors/problem'
import { reply } from '../../src/commands/conversations/reply'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import { openTestClock } from '../support/clock'
import { goOnDuty, hire, openTestDesk, type TestDesk } from '../support/desk'
import { askOf, cookieIn, json, signIn } from './ask'
import { first } from './beginners'

const { clock, pass, until } = openTestClock(Date.UTC(2026, 10, 23, 10))
let desk: TestDesk
let ask: ReturnType<typeof askOf>
beforeAll(async () => {
  desk = await openTestDesk({ clock })
  ask = askOf(desk)
  const settings = { slaFirst: 60_000, slaNext: 120_000 }
  expect(await configureDepartment(desk.desk, 'support', settings)).toBeNull()
})
afterAll(() => desk.close())

const store = () => desk.desk.store
const rowOf = (id: string) => store().conversations.row(id)
const toldIn = async (id: string) =>
  (await store().transcripts.after(id, 0, 50)).flatMap((entry) => {
    const notice = noticeOf(entry)
    return notice?.code === 'sla' ? [{ at: entry.at, share: notice.share, kind: notice.kind }] : []
  })
const begin = async () => {
  const answer = await ask('POST', paths.chat.page, { form: first(), headers: json })
  return { id: String(JSON.parse(answer.text).conversation), cookie: cookieIn(answer, 'visitor') }
}

describe('what a department promises', () => {
  test('is counted down, told of to colleagues alone, and late within a second', async () => {
    const { id, cookie } = await begin()
    const began = (await rowOf(id))?.openedAt ?? 0
    expect((await rowOf(id))?.sla).toEqual({
      ...{ kind: 'first', dueAt: began + 60_000, soonAt: began + 45_000, left: 60_000 },
    })
    await pass(61_000)
    const told = await until(async () => {
      const all = await toldIn(id)
      return all.length === 3 ? all : null
    })
    expect(told.map(({ share }) => share)).toEqual([50, 80, 100])
    expect((told[2]?.at ?? 0) - began).toBeWithin(60_000, 61_001)
    const { text } = await ask('GET', paths.chat.page, { cookie })
    expect(text.includes('The time for the first answer')).toBe(false)

    const ana = await hire(desk, 'Ana')
    await goOnDuty(desk, ana)
    await until(async () => (await rowOf(id))?.agent === ana.id)
    const colleague = await signIn(ask, 'Ana')
    const bench = await ask('GET', paths.workbench.conversation(id), { cookie: colleague })
    expect(bench.text.includes('The time for the first answer has run out.')).toBe(true)
    expect(bench.text).toMatch(/class="chip bad sla" title="Late: first answer" data-due="-\d+"/)

    const words = { text: 'Here I am.', client_id: clock.id() }
    expect(isProblem(await reply(desk.desk, ana, id, words, { address: '' }))).toBe(false)
    expect((await rowOf(id))?.sla).toBeNull()
    await ask('POST', paths.chat.messages, { cookie, form: first(), headers: json })
    await until(async () => (await rowOf(id))?.sla?.kind === 'next')
  })

  test('is set like all that a department is: in the office, by a flag, and as it is written', async () => {
    const { settings } = (await store().departments.find('support')) ?? {}
    expect(settings).toMatchObject({
      slaFirst: 60_000,
      slaNext: 120_000,
      slaSolve: 0,
      slaHaste: 100,
    })
    const wrong = await configureDepartment(desk.desk, 'support', { slaFirst: -1 })
    expect(isProblem(wrong) && wrong.field).toBe('slaFirst')
  })
})
