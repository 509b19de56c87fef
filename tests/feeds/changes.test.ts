import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Entry } from '../../actors/entry'
import { systemClock } from '../../src/clock'
import { until } from '../support/desk'
import { putLine } from '../support/lines'
import { type FollowedDesk, openFollowedDesk } from './harness'
import type { Screen } from './page'

let harness: FollowedDesk
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
})
afterAll(() => harness.desk.close())

/** A conversation whose third line, of Ana, says "wrong" until somebody changes it. */
const written = async (more: Partial<Entry> = {}) => {
  const { person, conversation } = await harness.talk()
  const line = { by: 'agent', author: harness.ana.id, name: 'Ana', text: 'wrong', ...more } as const
  const { clientId } = await putLine(harness.desk, conversation, line)
  const change = (text: string) =>
    putLine(harness.desk, conversation, { ...line, text, changes: clientId })
  const write = (text: string) => harness.write(person, conversation, text)
  return { person, conversation, clientId, change, write }
}

/** What a page shows of the transcript in the end, by DOM id: as htmx would put it there. */
const shownOn = ({ frames }: Screen, until = Number.POSITIVE_INFINITY) => {
  const page = new Map<string, { seq: number; body: string }>()
  for (const { html, seq } of frames) {
    if (seq === null || seq > until) continue
    const id = /<li id="([^"]+)"/.exec(html)?.[1] ?? ''
    const isReplaced = html.includes(`hx-target="#${id}"`)
    const body = /class="body"[^>]*>(.*?)<\/(?:div|span)>/.exec(html)?.[1] ?? ''
    if (!isReplaced || page.has(id))
      page.set(id, { seq: Number(/ data-seq="(\d+)"/.exec(html)?.[1]), body })
  }
  return [...page.values()].toSorted((a, b) => a.seq - b.seq).map(({ body }) => body)
}

describe('a line that changes an entry', () => {
  test('takes its place on the page, and the page stands at the line', async () => {
    const { person, conversation, clientId, change, write } = await written()
    const screen = harness.follow(person, conversation, 0)
    await until(() => screen.seqs.length === 3)
    await change('right')
    await write('thanks')
    await until(() => screen.has('thanks'))
    expect(screen.seqs).toEqual([1, 2, 3, 4, 5])
    expect(screen.afters).toEqual([0, 1, 2, 3, 4])
    const { html = '' } = screen.frames.find(({ seq }) => seq === 4) ?? {}
    expect(html).toStartWith(`<hx-partial hx-target="#e-${clientId}" hx-swap="outerHTML" `)
    expect(html).toContain('data-change="4" data-after="3"')
    expect(html).toContain(`<li id="e-${clientId}" data-seq="3" data-kind="said"`)
    expect(html).toContain('data-edited="4"')
    expect(shownOn(screen)).toEqual(['Hello', expect.any(String), 'right', 'thanks'])
    screen.leave()
  })

  test.each([
    [0, [1, 2, 3, 4, 5, 6]],
    [2, [3, 4, 5, 6]],
    [3, [4, 5, 6]],
    [4, [5, 6]],
    [5, [6]],
  ])('is gone on after like any other, from %p', async (cursor, seqs) => {
    const { person, conversation, change, write } = await written()
    await write('and?')
    await change('right')
    await write('thanks')
    for (const follow of [harness.follow.bind(null, person), harness.bench]) {
      const screen = follow(conversation, cursor)
      await until(() => screen.has('thanks'))
      expect(screen.seqs).toEqual(seqs)
      expect(screen.has('wrong')).toBe(false)
      screen.leave()
    }
  })

  test('is not told again to a page that had it, nor left out for one that had not', async () => {
    const { person, conversation, change, write } = await written()
    const before = harness.follow(person, conversation, 0)
    await until(() => before.seqs.length === 3)
    const had = before.seqs.at(-1) ?? 0
    before.leave()
    await change('better')
    await change('right')
    await write('thanks')
    const after = harness.follow(person, conversation, had)
    await until(() => after.has('thanks'))
    expect(after.seqs).toEqual([4, 5, 6])
    const again = harness.follow(person, conversation, 5)
    await until(() => again.has('thanks'))
    expect(again.seqs).toEqual([6])
    const all = [...before.frames, ...after.frames, ...again.frames]
    expect(shownOn({ frames: all } as Screen)).toEqual([
      ...['Hello', expect.any(String), 'right', 'thanks'],
    ])
    after.leave()
    again.leave()
  })

  test('is read when another node wrote it, once for all who follow', async () => {
    const { person, conversation, change } = await written()
    const screens = Array.from({ length: 20 }, () => harness.follow(person, conversation, 3))
    await until(() => screens.every((screen) => screen.swaps('status').length > 0))
    const { publish } = harness.bus
    harness.bus.publish = () => {}
    await change('right')
    harness.bus.publish = publish
    let reads = 0
    const { shown } = harness.store.transcripts
    harness.store.transcripts.shown = (...asked) => {
      reads++
      return shown(...asked)
    }
    publish([{ topic: `conversation:${conversation}`, what: 'said', seq: 4 }])
    await until(() => screens.every((screen) => screen.has('right')))
    harness.store.transcripts.shown = shown
    expect(reads).toBe(1)
    for (const screen of screens) screen.leave()
  })

  test('of a note stays among colleagues', async () => {
    const { person, conversation, change, write } = await written({ body: { kind: 'note' } })
    const [vera, ana] = [harness.follow(person, conversation, 2), harness.bench(conversation, 2)]
    await until(() => ana.has('wrong'))
    await change('right')
    await write('in the open')
    await until(() => vera.has('in the open') && ana.has('in the open'))
    expect(ana.seqs).toEqual([3, 4, 5])
    expect(vera.seqs).toEqual([5])
    expect(vera.afters).toEqual([2])
    for (const screen of [vera, ana]) screen.leave()
  })

  test('takes no room of a page that starts anew and does not show what it changes', async () => {
    const { person, conversation, change, write } = await written()
    for (let n = 0; n < 50; n++) await write(`line ${n}`)
    await change('right')
    const screen = harness.follow(person, conversation, null)
    await until(() => screen.seqs.length >= 50)
    expect(screen.news).toEqual(['resync'])
    expect(screen.seqs.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, n) => n + 4))
    expect(shownOn(screen)).toEqual(Array.from({ length: 50 }, (_, n) => `line ${n}`))
    screen.leave()
  })

  test('is two pages of the feed after what it changes', async () => {
    const { person, conversation, change, write } = await written()
    await Promise.all(Array.from({ length: 230 }, (_, n) => write(`line ${n}`)))
    await change('right')
    const screen = harness.follow(person, conversation, 0)
    await until(() => screen.seqs.length === 234, 10_000)
    expect(screen.seqs).toEqual(Array.from({ length: 234 }, (_, n) => n + 1))
    expect(shownOn(screen)[2]).toBe('right')
    expect(shownOn(screen)).toHaveLength(233)
    expect(screen.has('wrong')).toBe(false)
    screen.leave()
  }, 20_000)
})
