import { describe, expect, test } from 'bun:test'
import type { Fact } from '../../actors/facts'
import type { Bus } from '../../src/bus/bus'
import { waitFor } from '../support/programs'

const conversation = (id: string, seq?: number): Fact => ({
  topic: `conversation:${id}`,
  what: 'said',
  ...(seq === undefined ? {} : { seq }),
})

const entry: Fact['entry'] = {
  conversation: 'a',
  seq: 1,
  clientId: 'c1',
  by: 'visitor',
  author: 'vera',
  name: 'Vera',
  text: 'Is anybody there?',
  body: { kind: 'text' },
  changes: null,
  edited: null,
  at: 0,
}

/** A bus to ring and one to hear at: the same for one node, another node's for two. */
export type Pair = { here: Bus; there: Bus }

/**
 * What every bus promises. `open` gives a pair that reaches one another, `reached` says when
 * what was rung here must have been heard there.
 */
export const busContract = (name: string, open: () => Promise<Pair>): void => {
  const withPair = async (use: (pair: Pair) => Promise<void>) => {
    const pair = await open()
    await use(pair).finally(() => Promise.all([pair.here.close(), pair.there.close()]))
  }

  /** Rings a last fact and waits for it: all that was rung before it has then been heard. */
  const settled = async ({ here, there }: Pair) => {
    let heard = false
    const leave = there.subscribe('visitor:last', () => {
      heard = true
    })
    here.publish([{ topic: 'visitor:last', what: 'state' }])
    await waitFor('the last ring', () => heard)
    leave()
  }

  describe(`the bus, ${name}`, () => {
    test('a topic is heard, in order, and no other', () =>
      withPair(async (pair) => {
        const heard: (number | undefined)[] = []
        pair.there.subscribe('conversation:a', ({ seq }) => heard.push(seq))
        pair.here.publish([conversation('a', 1), conversation('b', 9), conversation('a', 2)])
        pair.here.publish([conversation('a', 3)])
        await settled(pair)
        expect(heard).toEqual([1, 2, 3])
      }))

    test('this node hears at once, with the entry', () =>
      withPair(async ({ here }) => {
        const heard: Fact[] = []
        here.subscribe('conversation:a', (fact) => heard.push(fact))
        here.publish([{ ...conversation('a', 1), entry }])
        expect(heard).toEqual([{ ...conversation('a', 1), entry }])
      }))

    test('nobody hears one ring twice', () =>
      withPair(async (pair) => {
        let [here, there] = [0, 0]
        pair.here.subscribe('conversation:a', () => here++)
        pair.there.subscribe('conversation:a', () => there++)
        pair.here.publish([conversation('a')])
        await settled(pair)
        expect([here, there]).toEqual([1, 1])
      }))

    test('all of it may be heard', () =>
      withPair(async (pair) => {
        const heard: string[] = []
        pair.there.subscribeAll(({ topic }) => heard.push(topic))
        pair.here.publish([conversation('a'), { topic: 'department:d', what: 'line' }])
        await settled(pair)
        expect(heard).toEqual(['conversation:a', 'department:d', 'visitor:last'])
      }))

    test('who left hears no more, even while it rings, and leaving twice is leaving', () =>
      withPair(async (pair) => {
        const heard: string[] = []
        const leave = [
          pair.there.subscribe('conversation:a', () => {
            heard.push('first')
            for (const go of leave) go()
          }),
          pair.there.subscribe('conversation:a', () => heard.push('second')),
        ]
        pair.here.publish([conversation('a'), conversation('a')])
        await settled(pair)
        for (const go of leave) go()
        expect(heard).toEqual(['first'])
      }))

    test('who comes while it rings hears the next one', () =>
      withPair(async (pair) => {
        const heard: string[] = []
        const come = () => {
          heard.push('old')
          if (heard.length === 1) pair.there.subscribe('conversation:a', () => heard.push('new'))
        }
        pair.there.subscribe('conversation:a', come)
        pair.here.publish([conversation('a')])
        await settled(pair)
        expect(heard).toEqual(['old'])
        pair.here.publish([conversation('a')])
        await settled(pair)
        expect(heard).toEqual(['old', 'old', 'new'])
      }))

    test('one listener may be there twice and leave once', () =>
      withPair(async (pair) => {
        let heard = 0
        const hear = () => heard++
        const leave = pair.there.subscribe('conversation:a', hear)
        pair.there.subscribe('conversation:a', hear)
        leave()
        pair.here.publish([conversation('a')])
        await settled(pair)
        expect(heard).toBe(1)
      }))

    test('a listener that throws hurts nobody', () =>
      withPair(async (pair) => {
        let heard = 0
        pair.there.subscribe('conversation:a', () => {
          throw new Error('oh')
        })
        pair.there.subscribe('conversation:a', () => heard++)
        pair.here.publish([conversation('a'), conversation('a')])
        await settled(pair)
        expect(heard).toBe(2)
      }))

    test('fifty thousand topics cost what one costs', () =>
      withPair(async (pair) => {
        let heard = 0
        const time = (work: () => void) => {
          const began = performance.now()
          work()
          return performance.now() - began
        }
        const leave: (() => void)[] = []
        const came = time(() => {
          for (let n = 0; n < 50_000; n++)
            leave.push(pair.there.subscribe(`visitor:${n}`, () => heard++))
        })
        pair.here.publish([{ topic: 'visitor:49999', what: 'state' }])
        await settled(pair)
        expect(heard).toBe(1)
        const left = time(() => {
          for (const go of leave) go()
        })
        expect(Math.max(came, left)).toBeLessThan(2_000)
      }))

    test('after closing it is quiet and throws nothing', async () => {
      const { here, there } = await open()
      let heard = 0
      here.subscribe('conversation:a', () => heard++)
      await Promise.all([here.close(), there.close()])
      here.publish([conversation('a')])
      await here.close()
      expect(heard).toBe(0)
    })
  })
}
