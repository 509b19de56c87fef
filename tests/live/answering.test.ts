import { afterAll, beforeAll, expect, test } from 'bun:test'
import { AnsweringStreams } from '../../src/live/answering'
import { PAGE_SILENCE_MS } from '../../src/live/open-pages'
import { paths } from '../../views/paths'
import { openTestClock } from '../support/clock'
import { openTestDesk, type TestDesk, visit } from '../support/desk'

const { clock, pass } = openTestClock()
let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk({ clock })
})
afterAll(() => desk.close())

test('a stream whose page answered and then stands still is ended by the desk', async () => {
  const url = desk.serve()
  const { token } = await visit(desk, 'Vera')
  const headers = { Host: 'desk.test', 'Sec-Fetch-Site': 'same-origin', Cookie: `visitor=${token}` }
  const open = (tab: string) => fetch(`${url}${paths.chat.feed(0)}&tab=${tab}`, { headers })
  const answer = async (tab: string) => {
    const body = new URLSearchParams({ tab, page: 'open' })
    const said = await fetch(`${url}${paths.chat.presence}`, { method: 'POST', headers, body })
    expect(said.status).toBe(204)
  }
  const [frozen, awake, program] = await Promise.all([open('frozen'), open('awake'), open('')])
  const ended: string[] = []
  const textOf = async (name: string, stream: Response) => {
    const all = await stream.text()
    ended.push(name)
    return all
  }
  const text = textOf('frozen', frozen)
  for (const still of [textOf('awake', awake), textOf('program', program)]) still.catch(() => {})
  await answer('frozen')
  for (let passed = 0; passed <= PAGE_SILENCE_MS; passed += 20_000) {
    expect(ended).toEqual([])
    await answer('awake')
    await pass(20_000)
  }
  expect(await text).toContain('event: slow')
  expect(ended).toEqual(['frozen'])
})

test('who never answered is left alone, and of two pages of one name both are known', async () => {
  const ended: string[] = []
  const streams = new AnsweringStreams(clock)
  const closable = (name: string) => ({ end: () => void ended.push(name) })
  streams.open('vera', 'silent', closable('silent'))
  const closed = streams.open('vera', 'tab', closable('before'))
  streams.open('vera', 'tab', closable('after'))
  streams.open('vito', 'tab', closable('other'))
  streams.spoke('vera', 'tab')
  closed()
  await pass(PAGE_SILENCE_MS + 5_000)
  expect(new Set(ended)).toEqual(new Set(['after']))
  streams.close()
})
