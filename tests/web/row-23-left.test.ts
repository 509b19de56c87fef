import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { agentToken } from '../../src/commands/agents/link'
import { setStatus } from '../../src/commands/agents/status'
import { departmentPaths } from '../../views/office/departments'
import { paths } from '../../views/paths'
import { goOnDuty, hire, until } from '../support/desk'
import { cookieIn, json } from './ask'
import { beginners, first } from './beginners'
import { type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
const { send, begun, linesOf, rowOf } = beginners(() => office)

describe('when nobody is there', () => {
  test('it is said first, and a message is left with an address', async () => {
    const { text } = await office.ask('GET', paths.chat.page)
    expect(text.indexOf('Nobody is here just now.')).toBeLessThan(text.indexOf('name="text"'))
    expect(text).toContain(`formaction="${paths.chat.leftMessage}"`)
    for (const path of [paths.chat.leftMessage, paths.chat.callback]) {
      const told = await send({}, path, json)
      expect([told.status, JSON.parse(told.text).error.field]).toEqual([422, 'email'])
      const id = await begun({ email: 'vera@example.org' }, path)
      const row = await rowOf(id)
      expect(row).toMatchObject({ state: 'left', messageLeft: true, tags: ['offline'] })
      expect((await office.desk.desk.store.visitors.find(row?.visitor ?? ''))?.email).toBe(
        'vera@example.org',
      )
    }
  })

  test('whoever would rather wait begins a chat as ever, without an address', async () => {
    const { text } = await office.ask('GET', paths.chat.page)
    expect(text.slice(text.indexOf('id="start"'))).toMatch(/<button[^>]*>Wait in line<\/button>/)
    const id = await begun({})
    await until(async () => (await rowOf(id))?.state === 'left')
    const row = await rowOf(id)
    expect(row).toMatchObject({ messageLeft: false, tags: [] })
  })

  test('one more message from who waits leaves it at that', async () => {
    const answer = await send({})
    const cookie = cookieIn(answer, 'visitor')
    const more = first({ text: 'And the other one?', email: 'vera@example.org' })
    const asked = { cookie, form: more, headers: json }
    const told = await office.ask('POST', paths.chat.leftMessage, asked)
    const { conversation } = JSON.parse(told.text)
    const row = await rowOf(conversation)
    expect(row).toMatchObject({ messageLeft: true })
    const texts = (await linesOf(conversation)).map(({ text }) => text)
    expect(texts).toContain('And the other one?')
  })

  test('a visitor who waits leaves it at the message, or waits on', async () => {
    const answer = await send({})
    const cookie = cookieIn(answer, 'visitor')
    const shown = () => office.ask('GET', paths.chat.page, { cookie })
    await until(async () => (await shown()).text.includes(`action="${paths.chat.leftMessage}"`))
    const at = (path: string, more = {}, headers = {}) =>
      office.ask('POST', path, { cookie, form: more, headers })
    const none = await at(paths.chat.leftMessage, { email: 'nowhere' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('value="nowhere"')
    // The button stands in the form that asks for an address, and asks for none.
    expect((await at(paths.chat.waiting, { email: 'nowhere' })).status).toBe(303)
    expect((await at(paths.chat.leftMessage, { email: 'vito@example.org' })).status).toBe(303)
    expect((await at(paths.chat.leftMessage, {}, json)).status).toBe(200)
    expect((await shown()).text).not.toContain(`action="${paths.chat.leftMessage}"`)
    expect((await at(paths.chat.waiting, {}, json)).status).toBe(409)
  })
})

describe('a link to one agent', () => {
  test('leads to them first, and says so when they are not free', async () => {
    const { desk } = office
    const amir = await hire(desk, 'Amir', 40)
    const link = agentToken(desk.desk, amir.id)
    const away = await office.ask('GET', paths.chat.to(link))
    expect(away.text).toContain('Amir is not free just now')
    const lines = await linesOf(await begun({ link }))
    expect(lines.map(({ body }) => body)).toContainEqual({
      kind: 'notice',
      notice: { code: 'askedFor', name: 'Amir', free: false },
    })
    const berta = await hire(desk, 'Berta', 40)
    const gone = [await goOnDuty(desk, berta), await goOnDuty(desk, amir)]
    const rows = () => desk.desk.store.agents.find(amir.id)
    await until(async () => (await rows())?.status === 'ready' && (await rows())?.present)
    expect((await office.ask('GET', paths.chat.to(link))).text).toContain(
      'You are writing to Amir.',
    )
    const ids = [await begun({ link }), await begun({ link }), await begun({ link })]
    for (const id of ids)
      await until(async () => (await desk.desk.store.conversations.row(id))?.agent === amir.id)
    for (const end of gone) end()
    await setStatus(desk.desk, amir, { status: 'off' })
    await setStatus(desk.desk, berta, { status: 'off' })
  })

  test('is in the office, where they answer', async () => {
    const { text } = await office.get(departmentPaths.page('support'))
    const [token] = /\/chat\?agent=([^"]+)/.exec(text)?.slice(1) ?? []
    const led = await office.ask('GET', paths.chat.to(decodeURIComponent(token ?? '')))
    expect(led.text).toContain('name="link"')
  })

  test('of nobody, or changed, is none', async () => {
    for (const link of ['', 'x', 'a.b', `${office.desk.config.secret}.x`]) {
      const { status, text } = await office.ask('GET', paths.chat.to(link))
      expect([status, text.includes('name="link"')]).toEqual([200, false])
    }
  })
})
