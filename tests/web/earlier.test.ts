import { afterAll, beforeAll, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId, openTestDesk, type TestDesk } from '../support/desk'
import { openTab, saidOn } from './tab'

const { chat } = paths
const LINES = 60

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

test('a long talk is paged back without losing the line one was at', async () => {
  const tab = openTab(desk)
  for (let n = 1; n <= LINES; n += 1) {
    const form = { text: `Number ${n}`, client_id: clientId() }
    await tab.post(n === 1 ? chat.page : chat.messages, form)
  }
  const page = await tab.get(chat.page)
  expect(saidOn(page).at(-1)).toBe(`Number ${LINES}`)
  const link = /href="(\/chat\?before=\d+)#(e-[\w-]+)"/.exec(page.text)
  const [, earlier = '', oldest = ''] = link ?? []
  const all = Array.from({ length: LINES }, (_, n) => `Number ${n + 1}`)
  // Who has no script finds that line on the next page too, and is led to it.
  const before = await tab.get(earlier)
  expect(saidOn(before)).toEqual(all)
  for (const { text } of [page, before]) expect(text).toContain(`<li id="${oldest}"`)
  expect(before.text).not.toContain('?before=')
  // A script is given only what its page does not show.
  const alone = await tab.get(earlier, { accept: 'fragment' })
  expect([...saidOn(alone), ...saidOn(page)]).toEqual(all)
  expect(alone.text).not.toContain('<html')
  expect(alone.text).not.toContain('?before=')
})
