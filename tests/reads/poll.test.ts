import { afterAll, beforeAll, describe, expect, spyOn, test } from 'bun:test'
import type { Bus } from '../../src/bus/bus'
import { hashToken } from '../../src/commands/tokens'
import { sendInvitation } from '../../src/commands/visitors/invite'
import { type Feeds, openFeeds } from '../../src/feeds/feeds'
import { type OpenReads, openReads } from '../../src/reads/open'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { Screen } from '../feeds/page'
import { openTestClock } from '../support/clock'

const testClock = openTestClock()
const { until } = testClock

let harness: FollowedDesk
/** Another node's live connections, on the same store: no ring comes through to it. */
let deaf: Feeds
let reads: OpenReads
let state: ReturnType<Bus['state']> = 'down'
let reconnected = () => {}
let queries = 0
/** What a comparison waits for. */
let held: Promise<void> | null = null
beforeAll(async () => {
  harness = await openFollowedDesk(testClock)
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
  const { store } = harness
  const turns = {
    ...store.turns,
    versions: async (addresses: Parameters<typeof store.turns.versions>[0]) => {
      queries++
      const hold = held
      const versions = await store.turns.versions(addresses)
      await hold
      return versions
    },
  }
  const reach = { appeared() {}, vanished() {} }
  reads = openReads({ ...harness.desk.desk, store: { ...store, turns }, bus })
  deaf = openFeeds(reads, reach)
})
afterAll(async () => {
  deaf.close()
  reads.close()
  await harness.desk.close()
})

const follow = async () => {
  const { person, conversation } = await harness.talk()
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
    const began = testClock.now()
    await harness.write(person, conversation, 'Does anybody hear me?')
    await until(() => screen.has('Does anybody hear me?'))
    expect(testClock.now() - began).toBeLessThan(1000)
    screen.leave()
  })

  test('asks once for all it follows, and reads only what moved', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, follow))
    await testClock.pass(1200)
    let reads = 0
    const { transcripts } = harness.store
    const after = transcripts.after
    transcripts.after = (...asked) => {
      reads++
      return after(...asked)
    }
    queries = 0
    const [first] = all
    if (first) await harness.write(first.person, first.conversation, 'One of twenty')
    await until(() => first?.screen.has('One of twenty'))
    expect(reads).toBe(1)
    expect(queries).toBeLessThanOrEqual(4)
    transcripts.after = after
    for (const { screen } of all) screen.leave()
  })

  test('asks rarely while the bell works, and at once when it works again', async () => {
    const { person, conversation, screen } = await follow()
    state = 'up'
    await testClock.pass(600)
    queries = 0
    await harness.write(person, conversation, 'Missed')
    await testClock.pass(1200)
    expect(queries).toBe(0)
    reconnected()
    await until(() => screen.has('Missed'), 1000)
    screen.leave()
    state = 'down'
  })

  test('ends the stream of a cookie that is nobody’s any more, and of no other', async () => {
    const { store } = harness
    const follows = async () => {
      const { person, conversation, token } = await harness.talk()
      const screen = new Screen()
      const reader = {
        audience: 'visitor',
        language: 'en',
        zone: 'UTC',
        viewer: person.id,
      } as const
      const hash = hashToken(token)
      const stands = async () => (await store.visits.visitorOf(hash)) === person.id
      const caller = { address: '127.0.0.1', stands }
      deaf.visitor(person, { conversation, after: 2, reader }, screen, caller)
      screen.open()
      return { screen, hash }
    }
    const [gone, stays] = [await follows(), await follows()]
    await testClock.pass(6_000)
    expect([gone.screen.ended, stays.screen.ended]).toEqual([null, null])
    await store.visits.dropTokens([gone.hash])
    await until(() => gone.screen.ended !== null, 6_000)
    expect([gone.screen.ended, stays.screen.ended]).toEqual(['signedOut', null])
    // A store that does not answer says nothing of anybody.
    const { visitorOf } = store.visits
    store.visits.visitorOf = () => Promise.reject(new Error('away'))
    await testClock.pass(6_000)
    expect(stays.screen.ended).toBeNull()
    store.visits.visitorOf = visitorOf
    stays.screen.leave()
  })

  test('brings who has the form before a chat what they are asked', async () => {
    const { desk } = harness.desk
    const token = hashToken('a browser that has written nothing yet')
    const visitor = desk.clock.id()
    const screen = new Screen()
    const reader = { id: token, language: 'en', zone: 'UTC', token } as const
    deaf.start(reader, screen, { address: '127.0.0.1' })
    screen.open()
    await testClock.pass(1_000)
    await harness.store.visits.remember(token, visitor, desk.clock.now())
    const by = { agent: 'ana', agentName: 'Ana', trigger: null }
    const sent = await sendInvitation(desk, visitor, { words: 'May I help you?', ...by })
    expect(sent).toBeNull()
    await until(() => screen.has('May I help you?'), 6_000)
    screen.leave()
  })

  test('doubts once more when the bell comes back while it compares', async () => {
    const { person, conversation, screen } = await follow()
    state = 'up'
    const release = Promise.withResolvers<void>()
    held = release.promise
    const invalidated = spyOn(reads.departments, 'invalidate')
    try {
      queries = 0
      reconnected()
      await until(() => queries === 1)
      // What the comparison has read is from before this, and no other one comes by itself.
      await harness.write(person, conversation, 'Said meanwhile')
      reconnected()
      expect(invalidated).toHaveBeenCalledTimes(2)
      release.resolve()
      await until(() => screen.has('Said meanwhile'), 2000)
      expect(queries).toBe(2)
    } finally {
      held = null
      release.resolve()
      invalidated.mockRestore()
      screen.leave()
      state = 'down'
    }
  })
})
