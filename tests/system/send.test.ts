import { describe, expect, test } from 'bun:test'
import type { Committed } from '../../src/store/ports/turns'
import type { Store } from '../../src/store/store'
import { Unavailable } from '../../src/store/unavailable'
import { openShopForAll } from './fixtures'
import { opened, openNode, said } from './nodes'

const { database, node, at } = await openShopForAll()

describe('what a person sends', () => {
  test('is written, answered, and leads to all that follows', async () => {
    const sent = await node.send('conversation:lamp', opened(at()))
    expect(sent.outcome).toBe('done')
    expect(await node.state('conversation:lamp')).toEqual({
      active: { turn: 'awaitingAgent', hands: 'steady' },
    })
    const entries = await database.store.transcripts.last('lamp', 10)
    expect(entries.map(({ seq, body }) => [seq, body.kind])).toEqual([
      [1, 'text'],
      [2, 'notice'],
    ])
  })

  test('rings its topics, with the entry for whoever is on this node', async () => {
    node.facts.length = 0
    await node.send('conversation:lamp', said(at(), 'client-rings'))
    expect(node.facts.map(({ topic, what }) => [topic, what])).toEqual([
      ['conversation:lamp', 'said'],
      ['agent:ana', 'row'],
    ])
    expect(node.facts[0]?.entry?.text).toBe('Well')
  })

  test('is answered as done when it comes again, and changes nothing', async () => {
    await node.send('conversation:lamp', said(at(), 'client-twice', 'once'))
    const again = await node.send('conversation:lamp', said(at(), 'client-twice', 'other words'))
    expect(again).toMatchObject({ outcome: 'repeat', entry: { text: 'once' } })
    expect(await database.store.transcripts.byClientId('lamp', 'client-twice')).toMatchObject({
      text: 'once',
    })
  })

  test('is one entry when it comes twice at once', async () => {
    const both = await Promise.all([
      node.system.send('conversation:lamp', said(at(), 'client-both')),
      node.system.send('conversation:lamp', said(at(), 'client-both')),
    ])
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'repeat'])
  })

  test('is refused where it cannot be, is in no journal then, and says what was seen', async () => {
    const before = (await database.store.turns.load('conversation:lamp'))?.version
    const sent = await node.send('conversation:lamp', {
      ...{ type: 'reopened', at: at(), by: 'visitor', name: 'Vera' },
    })
    expect(sent).toMatchObject({ outcome: 'refused', stored: { version: before } })
    expect((await database.store.turns.load('conversation:lamp'))?.version).toBe(before)
  })

  test('is answered as done after its conversation has ended, when it was said before', async () => {
    await node.send('conversation:lamp', {
      ...{ type: 'ended', at: at(), by: 'visitor', author: 'vera', name: 'Vera' },
    })
    const again = await node.send('conversation:lamp', said(at(), 'client-twice', 'once'))
    expect(again.outcome).toBe('repeat')
    const late = await node.send('conversation:lamp', said(at(), 'client-late'))
    expect(late.outcome).toBe('refused')
  })

  test('of a hundred at once loses none and leaves no gap', async () => {
    await node.send('conversation:chair', opened(at()))
    const all = Array.from({ length: 100 }, (_, n) =>
      node.system.send('conversation:chair', said(at(), `client-${n}`)),
    )
    const outcomes = await Promise.all(all)
    expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true)
    const seqs = database.look<{ seq: number }>(
      `select seq from entries where conversation = 'chair' order by seq`,
    )
    expect(seqs.map(({ seq }) => seq)).toEqual(Array.from({ length: 102 }, (_, n) => n + 1))
  })
})

describe('two nodes over one store', () => {
  /** Counts how commits ended, and holds the first of each node until both are there. */
  const crossing = (store: Store, outcomes: Committed[], both: () => Promise<void>): Store => ({
    ...store,
    turns: {
      ...store.turns,
      commit: async (turn, consumes) => {
        await both()
        const outcome = await store.turns.commit(turn, consumes)
        outcomes.push(outcome)
        return outcome
      },
    },
  })

  /** Opens when two have come. */
  const gate = () => {
    let come = 0
    let open = () => {}
    const both = new Promise<void>((resolve) => {
      open = resolve
    })
    return () => {
      come += 1
      if (come >= 2) open()
      return both
    }
  }

  test('that say something at once: one wins, the other loads again and comes after', async () => {
    await node.send('conversation:table', opened(at()))
    const outcomes: Committed[] = []
    const both = gate()
    const north = openNode(database, crossing(database.store, outcomes, both))
    const south = openNode(database, crossing(database.store, outcomes, both))
    const sent = await Promise.all([
      north.system.send('conversation:table', said(at(), 'from-north', 'north')),
      south.system.send('conversation:table', said(at(), 'from-south', 'south')),
    ])
    expect(sent.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect(outcomes.toSorted()).toEqual(['done', 'done', 'stale'])
    const texts = (await database.store.transcripts.last('table', 2)).map(({ text }) => text)
    expect(texts.toSorted()).toEqual(['north', 'south'])
  })

  test('that send the same at once: it is said once, and both are answered with it', async () => {
    const outcomes: Committed[] = []
    const both = gate()
    const north = openNode(database, crossing(database.store, outcomes, both))
    const south = openNode(database, crossing(database.store, outcomes, both))
    const sent = await Promise.all(
      [north, south].map(({ system }) =>
        system.send('conversation:table', said(at(), 'from-both', 'the same')),
      ),
    )
    expect(sent.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'repeat'])
    const rows = database.look(`select seq from entries where client_id = 'from-both'`)
    expect(rows).toHaveLength(1)
  })

  test('what one has on its shelf is not believed against the store', async () => {
    const north = openNode(database, database.store)
    const south = openNode(database, database.store)
    await north.send('conversation:table', said(at(), 'shelf-1'))
    for (let n = 0; n < 5; n += 1)
      await south.send('conversation:table', said(at(), `shelf-2-${n}`))
    expect((await north.send('conversation:table', said(at(), 'shelf-3'))).outcome).toBe('done')
  })
})

test('when the store cannot be written it says so, and the next one goes through', async () => {
  await node.send('conversation:desk', opened(at()))
  let down = true
  const failing: Store = {
    ...database.store,
    turns: {
      ...database.store.turns,
      commit: (turn, consumes) =>
        down ? Promise.reject(new Error('away')) : database.store.turns.commit(turn, consumes),
    },
  }
  const third = openNode(database, failing)
  await expect(third.system.send('conversation:desk', said(at(), 'down-1'))).rejects.toThrow('away')
  down = false
  expect((await third.send('conversation:desk', said(at(), 'down-1'))).outcome).toBe('done')
})

test('a store that cannot be read parks nobody', async () => {
  const away = () => Promise.reject(new Unavailable('The database is away'))
  const failing: Store = { ...database.store, turns: { ...database.store.turns, load: away } }
  const other = openNode(database, failing)
  const sent = other.system.send('conversation:lamp', said(at(), 'away-1'))
  await expect(sent).rejects.toThrow('The database is away')
  await expect(other.system.current('conversation:lamp')).rejects.toThrow('The database is away')
  expect(other.system.parked()).toEqual([])
})
