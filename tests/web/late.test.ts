import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { until, visit } from '../support/desk'
import { type Answer, htmx, json } from './ask'
import { type DeskOfTwo, openDeskOfTwo } from './colleagues'

const { chat, workbench } = paths

let desk: DeskOfTwo['desk']
let ask: DeskOfTwo['ask']
let cookies: DeskOfTwo['cookies']
beforeAll(async () => {
  ;({ desk, ask, cookies } = await openDeskOfTwo())
})
afterAll(() => desk.close())

const row = (id: string) => desk.desk.store.conversations.find(id)
const stateIs = (id: string, state: string) => until(async () => (await row(id))?.state === state)

/** The hidden field that a button of a page sends, by where its form leads. */
const seqOf = ({ text }: Answer, action: string): string => {
  const [, form = ''] = new RegExp(`action="${action}"[^>]*>(.*?)</form>`, 's').exec(text) ?? []
  return /name="seq" value="(\d+)"/.exec(form)?.[1] ?? ''
}

/** A talk of Vera's in Ana's hands, with the pages of both. */
const talk = async () => {
  const { conversation: id, token } = await visit(desk, 'Vera')
  const vera = `bellhop-visitor=${token}`
  const ana = cookies.Ana
  await ask('POST', workbench.claim(id), { form: {}, cookie: ana })
  await stateIs(id, 'active')
  const page = () => ask('GET', workbench.conversation(id), { cookie: ana })
  return { id, vera, ana, page }
}

describe('an end that was held up on its way', () => {
  test('ends nothing that was ended and reopened meanwhile, and is answered as done', async () => {
    const { id, vera, ana, page } = await talk()
    const form = { seq: seqOf(await page(), workbench.closure(id)) }
    expect(Number(form.seq)).toBeGreaterThan(1)
    const end = (headers = {}) => ask('POST', workbench.closure(id), { form, cookie: ana, headers })
    expect((await end()).status).toBe(303)
    await stateIs(id, 'closed')
    expect((await ask('POST', chat.reopening, { form: {}, cookie: vera })).status).toBe(303)
    await stateIs(id, 'waiting')
    expect([(await end()).status, (await end(htmx)).status]).toEqual([303, 204])
    expect((await end(json)).status).toBe(204)
    // Nobody is on duty: it may have been said already that it is a message now.
    expect((await row(id))?.state).toMatch(/^(?:waiting|left)$/)
  })

  test('is the same for a visitor', async () => {
    const { id, vera } = await talk()
    const shown = await ask('GET', chat.page, { cookie: vera })
    const form = { seq: seqOf(shown, chat.closure) }
    expect(Number(form.seq)).toBeGreaterThan(1)
    const end = () => ask('POST', chat.closure, { form, cookie: vera })
    expect((await end()).status).toBe(303)
    await stateIs(id, 'closed')
    const ended = await ask('GET', chat.page, { cookie: vera })
    const again = { seq: seqOf(ended, chat.reopening) }
    const reopen = () => ask('POST', chat.reopening, { form: again, cookie: vera })
    expect((await reopen()).status).toBe(303)
    await stateIs(id, 'waiting')
    expect((await end()).status).toBe(303)
    expect((await row(id))?.state).toBe('waiting')
    // And a reopening that was held up opens nothing that has ended again.
    await ask('POST', chat.closure, { cookie: vera })
    await stateIs(id, 'closed')
    expect((await reopen()).status).toBe(409)
    expect((await row(id))?.state).toBe('closed')
  })

  test('needs no body at all from a program that says nothing of what it saw', async () => {
    const { id, ana } = await talk()
    const headers = { ...json, 'Content-Type': 'application/json' }
    expect((await ask('POST', workbench.closure(id), { cookie: ana, headers })).status).toBe(204)
    await stateIs(id, 'closed')
  })

  test('says no line that is none', async () => {
    const { id, ana } = await talk()
    for (const seq of ['-1', '1.5', 'x', '9'.repeat(20)]) {
      const form = { seq }
      const { status } = await ask('POST', workbench.closure(id), { form, cookie: ana })
      expect(status).toBe(422)
    }
    expect((await row(id))?.state).toBe('active')
  })
})

describe('a claim that was held up on its way', () => {
  test('takes nothing that was taken and ended meanwhile', async () => {
    const { conversation: id, token } = await visit(desk, 'Vito')
    const { Ana: ana, Amir: amir } = cookies
    const shown = await ask('GET', workbench.conversation(id), { cookie: amir })
    const form = { seq: seqOf(shown, workbench.claim(id)) }
    expect(form.seq).toBe('1')
    await ask('POST', workbench.claim(id), { form: {}, cookie: ana })
    await stateIs(id, 'active')
    await ask('POST', workbench.closure(id), { form: {}, cookie: ana })
    await stateIs(id, 'closed')
    const late = () => ask('POST', workbench.claim(id), { form, cookie: amir, headers: json })
    const told = await late()
    expect([told.status, JSON.parse(told.text).error.reason]).toEqual([409, 'already'])
    const cookie = `bellhop-visitor=${token}`
    await ask('POST', chat.reopening, { form: {}, cookie })
    await stateIs(id, 'waiting')
    expect((await late()).status).toBe(409)
    expect((await row(id))?.state).toBe('waiting')
  })
})

test('a hand-over that was held up is not done from another holding', async () => {
  const { id, ana, page } = await talk()
  const [department] = await desk.desk.store.departments.all()
  const seq = seqOf(await page(), workbench.closure(id))
  await ask('POST', workbench.closure(id), { form: {}, cookie: ana })
  await stateIs(id, 'closed')
  await ask('POST', workbench.claim(id), { form: {}, cookie: ana })
  await stateIs(id, 'active')
  const form = { to: `department:${department?.id}`, seq }
  const late = await ask('POST', workbench.transfer(id), { form, cookie: ana, headers: json })
  expect(late.status).toBe(409)
  expect((await row(id))?.agentName).toBe('Ana')
})
