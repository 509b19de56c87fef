import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { disableAccount } from '../../src/commands/accounts/disable'
import { enableAccount } from '../../src/commands/accounts/enable'
import { paths } from '../../views/paths'
import { wordsIn } from '../../views/words'
import { languages } from '../../views/words/language'
import { hire, openTestDesk, PASSWORD, type TestDesk } from '../support/desk'
import { type Ask, askOf, signIn } from './ask'

const { session, workbench } = paths
const whose = { role: 'agent', email: 'ana@desk.test' } as const
const why = wordsIn('en').pages.signIn.shutOut

let desk: TestDesk
let ask: Ask
let cookie: string
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  await hire(desk, 'Ana')
  cookie = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

/** What somebody reads who asks for the workbench and is led to the door. */
const door = async (cookie?: string, headers: Record<string, string> = {}) => {
  const as = cookie ? { cookie, headers } : { headers }
  const led = await ask('GET', workbench.page, as)
  expect(led.status).toBe(303)
  return (await ask('GET', led.headers.get('Location') ?? '', as)).text
}

describe('an agent whose account is disabled', () => {
  test('is told why they are out, by the cookie of their session alone', async () => {
    const ended = await signIn(ask, 'Ana')
    await ask('POST', session.signOut, { form: {}, cookie: ended })
    expect(await disableAccount(desk.desk, whose)).not.toHaveProperty('reason')
    expect(await door(cookie)).toContain(why)
    expect(await door(cookie, { 'Accept-Language': 'zh' })).toContain(
      wordsIn('zh').pages.signIn.shutOut,
    )
    for (const other of [undefined, ended, `session=${'x'.repeat(43)}`]) {
      const page = await door(other)
      for (const language of languages)
        expect(page).not.toContain(wordsIn(language).pages.signIn.shutOut)
    }
  })

  test('is answered by the form as anybody is', async () => {
    const enter = async (email: string, as: { cookie?: string }) => {
      const form = { email, password: PASSWORD }
      const { status, text } = await ask('POST', session.signIn, { form, ...as })
      return { status, text: text.replaceAll(email, '').replace(/nonce="[^"]*"|nonce-[\w-]*/g, '') }
    }
    const nobody = await enter('nobody@desk.test', {})
    expect(nobody.status).toBe(401)
    expect(nobody.text).not.toContain(why)
    for (const as of [{}, { cookie }]) expect(await enter('ana@desk.test', as)).toEqual(nobody)
  })

  test('has to sign in anew when they are let in again', async () => {
    await enableAccount(desk.desk, whose)
    expect(await door(cookie)).not.toContain(why)
    const fresh = await signIn(ask, 'Ana')
    expect((await ask('GET', workbench.page, { cookie: fresh })).status).toBe(200)
  })
})
