import { expect, test } from 'bun:test'
import { openMailbox } from '../../src/system/mailbox'
import { openSnapshotCache } from '../../src/system/snapshot-cache'

const stored = (version: number) => ({ version, snapshot: { shape: 1, value: 'x', context: {} } })

test('one thing at a time for each address, in the order it came', async () => {
  const mailbox = openMailbox()
  const told: string[] = []
  const work = (name: string, ms: number) => async () => {
    told.push(`${name} begins`)
    await Bun.sleep(ms)
    told.push(`${name} ends`)
  }
  await Promise.all([
    mailbox.enqueue('agent:ana', work('first', 5)),
    mailbox.enqueue('agent:ana', work('second', 0)),
    mailbox.enqueue('agent:ana', work('third', 0)),
  ])
  expect(told).toEqual(
    ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  )
})

test('another address does not wait', async () => {
  const mailbox = openMailbox()
  let release = () => {}
  const held = mailbox.enqueue(
    'agent:ana',
    () => new Promise<void>((resolve) => (release = resolve)),
  )
  expect(await mailbox.enqueue('agent:amir', async () => 'done')).toBe('done')
  release()
  await held
})

test('what fails fails for its sender alone', async () => {
  const mailbox = openMailbox()
  const failed = mailbox.enqueue('agent:ana', () => Promise.reject(new Error('oh')))
  const next = mailbox.enqueue('agent:ana', async () => 'next')
  await expect(failed).rejects.toThrow('oh')
  expect(await next).toBe('next')
})

test('an address that is at rest is forgotten', async () => {
  const mailbox = openMailbox()
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => mailbox.enqueue(`agent:${n}`, () => Bun.sleep(0))),
  )
  await mailbox.drain()
  expect(mailbox.size()).toBe(0)
})

test('the shelf keeps the newest, and only so many', () => {
  const shelf = openSnapshotCache(3)
  for (const [nth, id] of ['a', 'b', 'c', 'a', 'd'].entries()) shelf.put(`agent:${id}`, stored(nth))
  expect(shelf.get('agent:b')).toBeUndefined()
  expect(shelf.get('agent:a')?.version).toBe(3)
  expect(shelf.get('agent:d')?.version).toBe(4)
  shelf.forget('agent:a')
  expect(shelf.get('agent:a')).toBeUndefined()
})
