import { afterAll, beforeAll, expect, test } from 'bun:test'
import { end } from '../../src/commands/conversations/end'
import { openTestClock } from '../support/clock'
import { type FollowedDesk, openFollowedDesk } from './harness'
import type { Screen } from './page'

const { clock, pass, until } = openTestClock()
let harness: FollowedDesk
beforeAll(async () => {
  harness = await openFollowedDesk({ clock, until })
})
afterAll(() => harness.desk.close())

/** What the page of an agent says of a visitor's: in the open room, and on the row. */
const said = (bench: Screen, conversation: string) => {
  const pageOf = (html: string | undefined, id: string) =>
    new RegExp(`id="${id}"[^>]* data-page="(\\w+)"`).exec(html ?? '')?.[1]
  return [
    pageOf(bench.swaps('visitor-page').at(-1), 'visitor-page'),
    pageOf(bench.inbox, `c-${conversation}`),
  ]
}

test('the room and the row say whether the visitor is there, and when they left', async () => {
  const { visitorPages } = harness.desk.web.feeds
  const { person, conversation } = await harness.talk()
  const screen = harness.follow(person, conversation, 2)
  const bench = harness.bench(conversation, 2)
  const both = (page: string) =>
    until(() => Bun.deepEquals(said(bench, conversation), [page, page]))
  await both('open')
  visitorPages.say(person.id, 'tab', 'hidden')
  await both('hidden')
  visitorPages.say(person.id, 'tab', 'open')
  await both('open')
  const frames = bench.frames.length
  await pass(20_000)
  expect(bench.frames.slice(frames)).toEqual([])
  screen.leave()
  await both('gone')
  const left = new Date(visitorPages.of(person.id)?.since ?? 0).toISOString().slice(11, 16)
  expect(bench.swaps('visitor-page').at(-1)).toContain(`Left the page · ${left}`)
  expect(bench.inbox).toContain(`Left the page · ${left}`)
  bench.leave()
})

test('nothing is written for it, nor for whoever is silent', async () => {
  const { store } = harness.desk.desk
  const { person, conversation } = await harness.talk('Vito')
  const versions = () =>
    store.turns.versions([`conversation:${conversation}`, `visitor:${person.id}`])
  const before = await versions()
  const screen = harness.follow(person, conversation, 2)
  const bench = harness.bench(conversation, 2)
  await until(() => said(bench, conversation)[0] === 'open')
  await pass(110_000)
  await until(() => said(bench, conversation)[0] === 'gone')
  expect(await versions()).toEqual(before)
  screen.leave()
  bench.leave()
})

test('of a conversation that is over nobody asks', async () => {
  const { person, conversation } = await harness.talk('Vera')
  harness.follow(person, conversation, 2)
  await end(harness.desk.desk, harness.ana, conversation)
  const bench = harness.bench(conversation, 2, undefined, { view: 'closed' })
  await until(() => bench.inbox.includes(conversation))
  expect(said(bench, conversation)).toEqual([undefined, undefined])
  bench.leave()
})
