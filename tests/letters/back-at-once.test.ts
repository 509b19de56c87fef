import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import type { Desk } from '../../src/commands/desk'
import { goBack } from '../../src/commands/letters/back'
import { hashToken } from '../../src/commands/tokens'
import { become } from '../../src/commands/visitors/become'
import { linkIn, type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'

let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
})
afterAll(() => mail.close())

/** Somebody whose mail holds a way back, and how they prove who they are in their own browser. */
const missed = async (name: string) => {
  const { id, person, token } = await mail.ask(name)
  await mail.answer(id, 'It is plugged in')
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  const { pathname, form } = linkIn(mail.mailsTo(`${name.toLowerCase()}@guest.test`).at(-1))
  const link = { id: pathname.split('/').at(-1) ?? '', address: '203.0.113.9' }
  const signature = { until: Number(form.e), proof: form.s }
  const proven = { key: hashToken(name), subject: name, name, email: '', attributes: {} }
  return {
    open: (desk: Desk) => goBack(desk, null, link, signature),
    prove: (desk: Desk) => become(desk, { person, token }, proven),
    isTheirs: async (cookie: string | undefined) =>
      (await mail.desk.desk.store.visits.visitorOf(hashToken(cookie ?? ''))) === person.id,
    token,
  }
}
const cookieOf = (outcome: Awaited<ReturnType<typeof goBack>>) =>
  isProblem(outcome) ? undefined : outcome.token

test('a way back that is opened while they prove who they are leads nobody else in', async () => {
  const { desk } = mail.desk
  // Opened before, and its cookie is written after that.
  const one = await missed('Vera')
  const { visits } = desk.store
  const sent: Parameters<typeof visits.remember>[] = []
  const slow: Desk = {
    ...desk,
    store: {
      ...desk.store,
      visits: {
        ...visits,
        remember: async (...token) => {
          sent.push(token)
          expect(isProblem(await one.prove(desk))).toBe(false)
          return visits.remember(...token)
        },
      },
    },
  }
  const late = await one.open(slow)
  expect(isProblem(late) && late.reason).toBe('talkOfAccount')
  expect(await one.isTheirs(one.token)).toBe(true)
  const made = sent.map(([hash]) => visits.visitorOf(hash))
  expect(await Promise.all(made)).toEqual([undefined])
})

test('nor does one that is opened just before it is so', async () => {
  const { desk } = mail.desk
  const two = await missed('Vito')
  let cookie: string | undefined
  const slow: Desk = {
    ...desk,
    system: {
      ...desk.system,
      send: async (...event) => {
        cookie ??= cookieOf(await two.open(desk))
        return desk.system.send(...event)
      },
    },
  }
  expect(isProblem(await two.prove(slow))).toBe(false)
  expect(cookie).toBeDefined()
  expect(await two.isTheirs(cookie)).toBe(false)
  expect(await two.isTheirs(two.token)).toBe(true)
})
