import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { isProblem } from '../../actors/problem'
import { blockNetwork } from '../../src/commands/blocks/block'
import { keepOut } from '../../src/commands/blocks/keep-out'
import { lift } from '../../src/commands/blocks/lift'
import { ana, type TestDesk } from './desk'
import { openAt, said, until, untilLive, write } from './people'
import { openTalk, REFUSED, scene, TIME } from './scene'

const sina = {
  kind: 'staff',
  id: 'sina',
  name: 'Sina',
  role: 'supervisor',
  departments: [],
} as const
const SAYS = 'You cannot send messages here'
const HOUR_MS = 3_600_000

/** Keeps whoever is in the newest talk out for a time, ms; answers the id of the block. */
const block = async ({ desk }: TestDesk, lastsMs: number | null) => {
  const [row] = await desk.store.conversations.open('', 10)
  const [visitor, conversation] = [row?.visitor ?? '', row?.id ?? '']
  const whom = { scope: 'visitor', value: visitor, visitor, conversation, reason: '' } as const
  return keepOut(desk, sina, whom, lastsMs)
}
const says = (page: Page) => page.locator('#connection').innerText()
const composer = (page: Page) => page.locator('#composer textarea')

/** Counts how often a page asks for its stream, from now on. */
const countStreams = (page: Page) => {
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/chat/feed')) asked += 1
  })
  return () => asked
}

test.concurrent(
  'who is kept out reads that and until when, keeps their words, and is live again once they are taken',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    await composer(vera).fill('What I had begun to write')
    const asked = countStreams(vera)
    const id = await block(desk, HOUR_MS)
    await until(
      'the page to say so',
      async () => (await says(vera)).startsWith(`${SAYS} until `),
      true,
    )
    expect(await says(vera)).not.toContain('Offline')
    expect(await composer(vera).inputValue()).toBe('What I had begun to write')
    await Bun.sleep(3_000)
    expect(asked()).toBe(1)
    // What is sent all the same comes back with the reason.
    await composer(vera).press('Enter')
    const problem = () => vera.locator('#composer .form-problem').innerText()
    await until('the reason', async () => (await problem()).startsWith(SAYS), true)
    expect(await composer(vera).inputValue()).toBe('What I had begun to write')
    // A page that is opened meanwhile says the same, and asks once.
    await vera.reload()
    await until('the page to say so', async () => (await says(vera)).startsWith(SAYS), true)
    expect(await composer(vera).inputValue()).toBe('What I had begun to write')
    await lift(desk.desk, sina, id)
    await composer(vera).press('Enter')
    await until('it to be said', () => said(agent), ['Hello?', 'What I had begun to write'])
    await untilLive(vera)
    await write(agent, 'Here we go again')
    await until('the answer', async () => (await said(vera)).at(-1), 'Here we go again')
  }, REFUSED),
  TIME,
)

test.concurrent(
  'all tabs of who is kept out say so, and of one that writes once they are let in all are live',
  scene(async (desk, cast) => {
    const { agent, vera } = await openTalk(desk, cast)
    const other = await vera.context().newPage()
    await other.goto(vera.url())
    await untilLive(other)
    const id = await block(desk, null)
    for (const page of [vera, other])
      await until('each to say so', async () => (await says(page)).startsWith(`${SAYS}.`), true)
    await lift(desk.desk, sina, id)
    await write(other, 'In again')
    for (const page of [vera, other]) {
      await untilLive(page)
      await until('it to be said', async () => (await said(page)).at(-1), 'In again')
    }
    await write(agent, 'So you are')
    for (const page of [vera, other])
      await until('the answer', async () => (await said(page)).at(-1), 'So you are')
  }, REFUSED),
  TIME,
)

test.concurrent(
  'a network that is kept out while streams are open is told so, talking or before a chat',
  scene(async (desk, cast) => {
    const { vera } = await openTalk(desk, cast)
    const stranger = cast.keep(await openAt(`${desk.url}/chat`))
    await stranger.locator('textarea[name=text]').fill('My first words')
    const added = await blockNetwork(desk.desk, sina, { network: '127.0.0.0/8' })
    if (isProblem(added)) throw new Error(added.reason)
    await until('the page to say so', async () => (await says(vera)).startsWith(`${SAYS}.`), true)
    await stranger.locator('main form.stack button[type=submit]').click()
    await stranger.getByText(SAYS).waitFor()
    expect(await stranger.locator('textarea[name=text]').inputValue()).toBe('My first words')
  }, REFUSED),
  TIME,
)

test.concurrent(
  'without a script the page says it too, before anything is written and after',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const vera = await cast.visitor(
      { name: 'Vera', text: 'Hello?' },
      { javaScriptEnabled: false, locale: 'zh-CN' },
    )
    const id = await block(desk, HOUR_MS)
    await vera.reload()
    expect(await says(vera)).toMatch(/^您在 \d\d:\d\d 之前无法在此发送消息/)
    await composer(vera).fill('没有发出的话')
    await vera.locator('#composer .send').click()
    await vera.locator('#composer .form-problem').getByText('之前无法在此发送消息').waitFor()
    expect(await composer(vera).inputValue()).toBe('没有发出的话')
    await lift(desk.desk, sina, id)
    await vera.locator('#composer .send').click()
    await until('it to be said', async () => (await said(vera)).includes('没有发出的话'), true)
  }, REFUSED),
  TIME,
)

test.concurrent(
  'a page whose talk is another by now says that it is not live, and not that the network is away',
  scene(async (desk, cast) => {
    const { vera } = await openTalk(desk, cast)
    await vera.route('**/chat/feed*', (route) => route.fulfill({ status: 404, body: '' }))
    await vera.context().setOffline(true)
    await vera.context().setOffline(false)
    await until(
      'the page to say so',
      () => says(vera),
      'No longer live. Reload the page to see how it stands',
    )
    const asked = countStreams(vera)
    await Bun.sleep(2_000)
    expect(asked()).toBe(0)
    await vera.unroute('**/chat/feed*')
    await write(vera, 'But I am here')
    await untilLive(vera)
  }, REFUSED),
  TIME,
)
