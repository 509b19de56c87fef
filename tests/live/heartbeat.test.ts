import { afterAll, beforeAll, expect, test } from 'bun:test'
import { connect } from 'node:net'
import { GRACE_MS, SHORTEST_GRACE_MS } from '../../actors/limits'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { setStatus } from '../../src/commands/agents/status'
import { REQUEST_MS, SILENCE_MS } from '../../src/live/presence'
import { paths } from '../../views/paths'
import { openTestClock } from '../support/clock'
import { hire, openTestDesk, PASSWORD, type TestDesk, visit } from '../support/desk'

const { clock: steady, pass, until } = openTestClock()
/** By how much the wall clock was set back, ms. */
let behind = 0
const setBack = (ms: number) => {
  behind = ms
}
const clock = { ...steady, now: () => steady.now() - behind }
/** How long an agent may be silent before what they held has gone to others, ms. */
const GONE_MS = 75_000

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk({ clock })
})
afterAll(() => desk.close())

/** Somebody on duty, who has signed in and asked for nothing since. */
const onDuty = async (name: string) => {
  const url = desk.serve()
  const person = await hire(desk, name)
  const signIn = await fetch(`${url}${paths.session.signIn}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', Host: 'desk.test' },
    body: new URLSearchParams({ email: `${name.toLowerCase()}@desk.test`, password: PASSWORD }),
  })
  const Cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { Host: 'desk.test', 'Sec-Fetch-Site': 'same-origin', Cookie }
  /** As a page of ours opens its stream. */
  const ofPage = { ...headers, 'HX-Request': 'true' }
  const ready = async () => {
    await until(() => desk.web.feeds.presence.has(person.id))
    const outcome = await setStatus(desk.desk, person, { status: 'ready' })
    if (isProblem(outcome)) throw new Error(outcome.reason)
  }
  const rowOf = () => desk.desk.store.agents.find(person.id)
  return { url, person, headers, ofPage, ready, rowOf }
}

const stateOf = async (conversation: string) => {
  const row = await desk.desk.store.conversations.find(conversation)
  return [row?.state, row?.agent]
}

/** They hold a conversation, fall silent, and it goes to the front of the line, to nobody new. */
const expectLost = async (person: Staff, within = GONE_MS) => {
  const { conversation } = await visit(desk, 'Vera')
  await until(async () => (await stateOf(conversation))[1] === person.id)
  await pass(within)
  await until(async () => (await desk.desk.store.agents.find(person.id))?.status === 'away', 100)
  await until(async () => (await stateOf(conversation))[1] === null, 100)
  const later = await visit(desk, 'Vito')
  await pass(1_000)
  const [line] = await desk.desk.store.conversations.lineHeads(person.departments, 10, 0)
  expect(line?.rows.map(({ id, lane }) => [id, lane]).slice(-2)).toEqual([
    [conversation, 0],
    [later.conversation, 1],
  ])
}

/** All who wait are taken, so that each test begins with an empty line. */
const clear = async () => {
  const { store, system } = desk.desk
  for (const { id, visitor } of await store.conversations.open('', 50))
    await system.send(`conversation:${id}`, {
      ...{ type: 'ended', at: clock.now(), by: 'visitor', author: visitor, name: 'Vera' },
    })
  await pass(1_000)
}

test('on a stream whose page never answered they are gone, though it stays open', async () => {
  const { url, person, headers, ofPage, ready } = await onDuty('Ana')
  const stream = await fetch(`${url}${paths.workbench.feedBase}`, { headers: ofPage })
  expect(stream.status).toBe(200)
  await ready()
  // A form that leads to a page, as a script sends it: it is no other page.
  const form = { method: 'POST', headers, body: new URLSearchParams({ status: 'ready' }) }
  expect((await fetch(`${url}${paths.workbench.status}`, form)).url).toEndWith('/workbench')
  await expectLost(person)
  await stream.body?.cancel()
  await clear()
})

test('on a stream whose page answers they are there, and gone when it stops', async () => {
  const { url, person, headers, ofPage, ready, rowOf } = await onDuty('Amir')
  const stream = await fetch(`${url}${paths.workbench.feedBase}`, { headers: ofPage })
  await ready()
  const answer = (body: Record<string, string>) =>
    fetch(`${url}${paths.workbench.presence}`, {
      ...{ method: 'POST', headers, body: new URLSearchParams(body) },
    })
  for (let beat = 0; beat < 8; beat++) {
    expect((await answer({ tab: 'one', page: 'hidden' })).status).toBe(204)
    await pass(15_000)
  }
  expect(await rowOf()).toMatchObject({ status: 'ready', present: true })
  expect((await answer({ tab: 'one', page: 'asleep' })).status).toBe(422)
  // Programs that only look whether their stream is there say that they are, too.
  for (let beat = 0; beat < 4; beat++) {
    await fetch(`${url}${paths.workbench.feedBase}`, { method: 'HEAD', headers })
    await pass(15_000)
  }
  expect(await rowOf()).toMatchObject({ status: 'ready', present: true })
  await expectLost(person)
  await stream.body?.cancel()
  await clear()
})

test('a program that reads a stream, and promised no answers, is there while it is open', async () => {
  const { url, headers, ready, rowOf } = await onDuty('Arlo')
  const reading = new AbortController()
  const { signal } = reading
  const stream = await fetch(`${url}${paths.workbench.feedBase}`, { headers, signal })
  expect(stream.status).toBe(200)
  await ready()
  await pass(3 * REQUEST_MS)
  expect(await rowOf()).toMatchObject({ status: 'ready', present: true })
  reading.abort()
  await until(async () => (await rowOf())?.status === 'away', GRACE_MS + 10_000)
  await clear()
})

test('on a socket that takes every heartbeat and answers none they are gone', async () => {
  const { url, person, headers, ready } = await onDuty('Aino')
  const dead = connect(Number(new URL(url).port), '127.0.0.1')
  let heard = ''
  dead.on('error', () => {})
  dead.on('data', (bytes) => {
    heard += bytes.toString('latin1')
  })
  dead.write(
    `GET ${paths.workbench.socketBase} HTTP/1.1\r\nHost: desk.test\r\nCookie: ${headers.Cookie}\r\n` +
      'Sec-Fetch-Site: same-origin\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await ready()
  await expectLost(person)
  // They were told all the same: it is they who said nothing.
  expect(heard.match(/"hb"/g)?.length).toBeGreaterThan(3)
  dead.destroy()
  await clear()
})

test('a machine whose clock is set back counts silence all the same', async () => {
  const { url, ofPage, person, ready } = await onDuty('Asta')
  const stream = await fetch(`${url}${paths.workbench.feedBase}`, { headers: ofPage })
  await ready()
  setBack(3_600_000)
  await pass(SILENCE_MS + 1_000)
  expect(desk.web.feeds.presence.has(person.id)).toBe(false)
  await stream.body?.cancel()
  setBack(0)
  await clear()
})

test('without a connection they are out of reach a minute after the last request', async () => {
  const { url, person, headers, ready, rowOf } = await onDuty('Adam')
  await fetch(`${url}${paths.workbench.page}`, { headers })
  await ready()
  await pass(REQUEST_MS - 2_000)
  expect(await rowOf()).toMatchObject({ status: 'ready', present: true })
  await fetch(`${url}${paths.workbench.page}`, { headers })
  await until(async () => (await rowOf())?.present === false, REQUEST_MS + 2_000)
  // Nothing new comes to them while what they hold waits for them yet.
  const { conversation } = await visit(desk, 'Vito')
  await pass(SHORTEST_GRACE_MS - 5_000)
  expect(await stateOf(conversation)).toEqual(['waiting', null])
  await until(async () => (await rowOf())?.status === 'away', 10_000)
  expect(await rowOf()).toMatchObject({ id: person.id, lost: true })
})

test('all of them within a minute and a quarter', () => {
  expect(SILENCE_MS + GRACE_MS).toBeLessThan(GONE_MS - 5_000)
  expect(REQUEST_MS + SHORTEST_GRACE_MS).toBeLessThan(GONE_MS)
})
