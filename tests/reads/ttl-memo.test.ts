import { beforeEach, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { type TtlMemo, ttlMemo } from '../../src/reads/ttl-memo'

/** What was asked and is not answered yet, in the order it was asked. */
let asked: PromiseWithResolvers<string>[]
let now: number
let name: TtlMemo<string>
beforeEach(() => {
  asked = []
  now = 0
  name = ttlMemo({ ...systemClock, ticks: () => now }, () => {
    const question = Promise.withResolvers<string>()
    asked.push(question)
    return question.promise
  })
})

test('who asks at once, or soon after, has the same answer', async () => {
  const both = [name.get(), name.get()]
  asked[0]?.resolve('Support')
  expect(await Promise.all(both)).toEqual(['Support', 'Support'])
  now = 4_999
  expect(await name.get()).toBe('Support')
  expect(asked).toHaveLength(1)
})

test('it is asked for again when it has aged', async () => {
  name.get()
  asked[0]?.resolve('Support')
  now = 5_000
  const next = name.get()
  asked[1]?.resolve('Help')
  expect(await next).toBe('Help')
})

test('a failure is told to all who wait for it, and not kept', async () => {
  const both = [name.get(), name.get()]
  asked[0]?.reject(new Error('The database is away'))
  for (const each of both) await expect(each).rejects.toThrow('The database is away')
  const next = name.get()
  asked[1]?.resolve('Support')
  expect(await next).toBe('Support')
})

test('what was on its way when it was dropped is told, and not kept', async () => {
  const early = name.get()
  name.drop()
  const late = name.get()
  asked[1]?.resolve('Help')
  asked[0]?.resolve('Support')
  expect(await Promise.all([early, late])).toEqual(['Support', 'Help'])
  expect(await name.get()).toBe('Help')
  expect(asked).toHaveLength(2)
})

test('a failure of what was dropped takes nothing from the answer after it', async () => {
  const early = name.get()
  name.drop()
  const late = name.get()
  asked[0]?.reject(new Error('The database is away'))
  await expect(early).rejects.toThrow('The database is away')
  asked[1]?.resolve('Help')
  expect(await Promise.all([late, name.get()])).toEqual(['Help', 'Help'])
  expect(asked).toHaveLength(2)
})
