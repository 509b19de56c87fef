import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Bus } from '../../src/bus/bus'
import { type Feeds, openFeeds } from '../../src/feeds/feeds'
import { until } from '../support/desk'
import { type Hall, openHall } from './hall'
import { Screen } from './page'

let hall: Hall
/** Another node's live connections, on the same store: no ring comes through to it. */
let deaf: Feeds
let state: ReturnType<Bus['state']> = 'down'
let reconnected = () => {}
let queries = 0
beforeAll(async () => {
  hall = await openHall()
  const bus: Bus = {
    publish() {},
    subscribe: () => () => {},
    subscribeAll: () => () => {},
    onReconnect(hear) {
      reconnected = hear
      return () => {}
    },
    state: () => state,
    close: async () => {},
  }
  const { store } = hall
  const turns = {
    ...store.turns,
    versions: (addresses: Parameters<typeof store.turns.versions>[0]) => {
      queries++
      return store.turns.versions(addresses)
    },
  }
  const reach = { appeared() {}, vanished() {} }
  deaf = openFeeds({ ...hall.desk.desk, store: { ...store, turns }, bus }, reach)
})
afterAll(async () => {
  deaf.close()
  await hall.desk.close()
})

const follow = async () => {
  const { person, conversation } = await hall.talk()
  const screen = new Screen()
  const reader = { audience: 'visitor', language: 'en', zone: 'UTC', viewer: person.id } as const
  deaf.visitor(person, { conversation, after: 2, reader }, screen, { address: '127.0.0.1' })
  screen.open()
  await until(() => screen.swaps('status').length > 0)
  return { person, conversation, screen }
}

describe('a node that hears nothing', () => {
  test('shows what is said within a second all the same', async () => {
    const { person, conversation, screen } = await follow()
    const began = performance.now()
    await hall.write(person, conversation, 'Does anybody hear me?')
    await until(() => screen.has('Does anybody hear me?'))
    expect(performance.now() - began).toBeLessThan(1500)
    screen.leave()
  })

  test('asks once for all it follows, and reads only what moved', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, follow))
    await Bun.sleep(1200)
    let reads = 0
    const { transcripts } = hall.store
    const after = transcripts.after
    transcripts.after = (...asked) => {
      reads++
      return after(...asked)
    }
    queries = 0
    const [first] = all
    if (first) await hall.write(first.person, first.conversation, 'One of twenty')
    await until(() => first?.screen.has('One of twenty'))
    expect(reads).toBe(1)
    expect(queries).toBeLessThanOrEqual(4)
    transcripts.after = after
    for (const { screen } of all) screen.leave()
  })

  test('asks rarely while the bell works, and at once when it works again', async () => {
    const { person, conversation, screen } = await follow()
    state = 'up'
    await Bun.sleep(600)
    queries = 0
    await hall.write(person, conversation, 'Missed')
    await Bun.sleep(1200)
    expect(queries).toBe(0)
    reconnected()
    await until(() => screen.has('Missed'), 1000)
    screen.leave()
    state = 'down'
  })
})
