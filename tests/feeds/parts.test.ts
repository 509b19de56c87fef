import { expect, test } from 'bun:test'
import { html } from 'hono/html'
import { LRUCache } from 'lru-cache'
import { PartFrames } from '../../src/feeds/parts'
import type { Frame } from '../../src/live/pipe'
import type { Part } from '../../views/part'

type Props = { name: string; unread: number }

let drawn: string[] = []
const part = (id: string, more: Partial<Part<Props>> = {}): Part<Props> => ({
  id,
  draw: ({ name, unread }) => {
    drawn.push(id)
    return html`<p id="${id}">${name} ${unread}</p>`
  },
  ...more,
})
const parts = {
  head: part('head', { key: ({ name }) => name }),
  count: part('count'),
  shared: part('shared', { key: ({ name }) => name, isShared: () => true }),
}
const ids = (frames: readonly Frame[]) =>
  frames.map(({ html }) => /id="(\w+)"/.exec(html)?.[1] ?? '')
const open = (
  known?: Record<string, string>,
  cache = new LRUCache<string, Frame>({ maxSize: 10_000 }),
) => {
  drawn = []
  return new PartFrames<Props>(parts, cache, known)
}

test('all parts are sent first, and then those that changed', () => {
  const page = open()
  expect(ids(page.changed({ name: 'Vera', unread: 0 }))).toEqual(['head', 'count', 'shared'])
  expect(ids(page.changed({ name: 'Vera', unread: 0 }))).toEqual([])
  expect(ids(page.changed({ name: 'Vera', unread: 1 }))).toEqual(['count'])
  expect(ids(page.changed({ name: 'Vito', unread: 1 }))).toEqual(['head', 'count', 'shared'])
})

test('one whose key has not changed is not even drawn', () => {
  const page = open()
  page.changed({ name: 'Vera', unread: 0 })
  drawn = []
  page.changed({ name: 'Vera', unread: 1 })
  expect(drawn).toEqual(['count'])
})

test('what the page shows right already is left alone until it is forgotten', () => {
  const page = open({ head: 'Vera' })
  expect(ids(page.changed({ name: 'Vera', unread: 0 }))).toEqual(['count', 'shared'])
  page.forget('head')
  expect(ids(page.changed({ name: 'Vera', unread: 0 }))).toEqual(['head'])
})

test('one that is the same for all is drawn once for all', () => {
  const cache = new LRUCache<string, Frame>({ maxSize: 10_000 })
  const [one] = open({}, cache).changed({ name: 'Vera', unread: 0 }).slice(-1)
  const [other] = open({}, cache).changed({ name: 'Vera', unread: 5 }).slice(-1)
  expect(drawn).toEqual(['head', 'count'])
  expect(other).toBe(one as Frame)
})
