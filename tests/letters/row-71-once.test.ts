import { afterAll, beforeAll, expect, test } from 'bun:test'
import { type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { headerOf, openSilence } from './mail-server'

const HOUR_MS = 60 * MINUTE_MS
let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
})
afterAll(() => mail.close())

/** Somebody is answered, and is gone. */
const unanswered = async (name: string) => {
  const { id } = await mail.ask(name)
  await mail.answer(id, `For ${name}`)
  mail.pass(6 * MINUTE_MS)
  return { id, got: () => mail.mailsTo(`${name.toLowerCase()}@guest.test`) }
}
const stateOf = async (id: string) => (await mail.desk.desk.store.letters.lastOf(id))?.state

/** Minute after minute, as the worker looks. */
const minutes = async (count: number, url?: string) => {
  for (let n = 0; n < count; n += 1) {
    mail.pass(MINUTE_MS)
    await mail.round(url)
  }
}

test('a server that is down for an hour: each mail goes once when it is back', async () => {
  const [vera, wim] = [await unanswered('Vera'), await unanswered('Wim')]
  // Nobody listens there.
  await minutes(60, 'smtp://127.0.0.1:1')
  expect(await stateOf(vera.id)).toBe('due')
  const tries = (await mail.desk.desk.store.letters.lastOf(vera.id))?.tries ?? 0
  expect(tries).toBeGreaterThan(3)
  expect(tries).toBeLessThan(10)
  mail.pass(HOUR_MS)
  await mail.round()
  await minutes(3)
  expect([vera.got().length, wim.got().length]).toEqual([1, 1])
  expect(await stateOf(wim.id)).toBe('sent')
})

test('a server that refuses for now is asked again, and one that refuses for good is not', async () => {
  const now = await unanswered('Now')
  mail.server.refuse({ code: 451, says: 'Later' })
  await mail.round()
  expect(await stateOf(now.id)).toBe('due')
  mail.server.refuse(undefined)
  await minutes(2)
  expect(now.got()).toHaveLength(1)
  const never = await unanswered('Never')
  mail.server.refuse({ code: 550, says: 'No such user' })
  await mail.round()
  mail.server.refuse(undefined)
  await minutes(3)
  expect(await stateOf(never.id)).toBe('dead')
  expect(never.got()).toHaveLength(0)
})

test('a server that is slow, or says nothing at all, keeps no mail back for long', async () => {
  const slow = await unanswered('Slow')
  mail.server.slow(300)
  await mail.round()
  mail.server.slow(0)
  expect(slow.got()).toHaveLength(1)
  const silent = await unanswered('Silent')
  const silence = await openSilence()
  const began = performance.now()
  await mail.round(silence.url, { connectMs: 200, answerMs: 200 })
  expect(performance.now() - began).toBeLessThan(5_000)
  await silence.close()
  expect(await stateOf(silent.id)).toBe('due')
  await minutes(2)
  expect(silent.got()).toHaveLength(1)
})

test('what is cut off in the middle goes again, and is there once', async () => {
  const { id, got } = await unanswered('Middle')
  mail.server.cutOff('in the middle')
  await mail.round()
  expect(await stateOf(id)).toBe('due')
  expect(got()).toHaveLength(0)
  mail.server.cutOff(undefined)
  await minutes(3)
  expect(got()).toHaveLength(1)
})

test('what was taken and never acknowledged comes again as the same mail', async () => {
  const { id, got } = await unanswered('Twice')
  mail.server.cutOff('after it took it')
  await mail.round()
  expect(await stateOf(id)).toBe('due')
  mail.server.cutOff(undefined)
  await minutes(3)
  expect(await stateOf(id)).toBe('sent')
  // Nobody can know better: readers show what has one Message-ID once.
  const ids = got().map((one) => headerOf(one, 'Message-ID'))
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('mails of a conversation hang together, and say what machines ask', async () => {
  const { id, got } = await unanswered('Thread')
  await mail.round()
  await mail.answer(id, 'And this')
  mail.pass(20 * MINUTE_MS)
  await mail.round()
  const [first, second] = got()
  if (!first || !second) throw new Error('two mails')
  expect(headerOf(first, 'Message-ID')).not.toBe(headerOf(second, 'Message-ID'))
  const root = `<conversation-${id}@desk.test>`
  expect([headerOf(first, 'In-Reply-To'), headerOf(second, 'References')]).toEqual([root, root])
  expect(headerOf(first, 'Auto-Submitted')).toBe('auto-generated')
  expect(headerOf(first, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(headerOf(first, 'Content-Type')).toContain('multipart/alternative')
})
