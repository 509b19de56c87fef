import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { paths } from '../../views/paths'
import { clientId, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { conversationRow, saying } from '../support/turns'
import { type Ask, askOf, htmx, json, signIn } from './ask'

let desk: TestDesk
let ask: Ask
let ana: Staff
let cookie: string
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  ana = await hire(desk, 'Ana', 50)
  cookie = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

const { workbench, session } = paths
const setStatus = (status: string) => ask('POST', workbench.status, { form: { status }, cookie })
const stateOf = async (id: string) => (await desk.desk.store.conversations.find(id))?.state

describe('the workbench', () => {
  test('is for those who signed in; others are led to the door, programs told', async () => {
    const page = await ask('GET', workbench.page)
    expect(page.status).toBe(303)
    expect(page.headers.get('Location')).toBe(`${session.signIn}?next=%2Fworkbench`)
    const told = await ask('GET', workbench.page, { headers: json })
    expect(told.status).toBe(401)
    expect(JSON.parse(told.text).error.code).toBe('unknown')
    expect((await ask('GET', workbench.feedBase)).status).toBe(401)
  })

  test('signing in makes nobody ready; a request makes its agent present', async () => {
    await ask('GET', workbench.page, { cookie })
    const agent = await until(async () => {
      const row = await desk.desk.store.agents.find(ana.id)
      return row?.present ? row : undefined
    })
    expect(agent.status).toBe('off')
  })

  test('works by plain forms from ready to the end', async () => {
    await setStatus('ready')
    const { conversation } = await visit(desk, 'Vera', 'My parcel is late')
    await until(async () => (await stateOf(conversation)) === 'active')
    const list = await ask('GET', workbench.page, { cookie })
    expect(list.text).toContain(`id="c-${conversation}"`)
    const room = await ask('GET', workbench.conversation(conversation), { cookie })
    expect(room.text).toContain('My parcel is late')

    expect(list.text).toContain('<noscript><meta http-equiv="refresh" content="10"/></noscript>')
    expect(room.text).not.toContain('http-equiv="refresh"')
    expect(room.text).toContain(`<noscript><iframe class="tail-frame"`)
    const tail = await ask('GET', workbench.tail(conversation, 0), { cookie })
    expect(tail.text).toContain('My parcel is late')
    expect(tail.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
    const form = { text: 'I am looking', client_id: clientId() }
    const said = await ask('POST', workbench.messages(conversation), { form, cookie })
    expect(said.status).toBe(303)
    expect(said.headers.get('Location')).toBe(
      `${workbench.conversation(conversation)}#e-${form.client_id}`,
    )
    const why = await ask('GET', workbench.decisions(conversation), { cookie })
    expect(why.text).toContain('Ana')
    const ended = await ask('POST', workbench.closure(conversation), { form: {}, cookie })
    expect([ended.status, ended.headers.get('Location')]).toEqual([303, workbench.page])
    expect(await stateOf(conversation)).toBe('closed')
  })

  test('tells a page that asks for parts where it goes on', async () => {
    await setStatus('ready')
    const { conversation } = await visit(desk, 'Vito')
    await until(async () => (await stateOf(conversation)) === 'active')
    const asked = { form: {}, cookie, headers: htmx }
    const ended = await ask('POST', workbench.closure(conversation), asked)
    expect([ended.status, ended.headers.get('HX-Location')]).toEqual([204, workbench.page])
    const fragment = await ask('POST', workbench.messages(conversation), {
      form: { text: 'Too late', client_id: clientId() },
      cookie,
      headers: htmx,
    })
    expect(fragment.status).toBe(409)
    expect(fragment.text).toContain('role="alert"')
  })

  test('of a page of closed ones none is passed over, though all ended at once', async () => {
    const closedAt = 5_000
    const ended = Array.from({ length: 60 }, (_, n) => `0199-tie-${String(n).padStart(2, '0')}`)
    for (const id of ended) {
      const more = { department: ana.departments[0] ?? '', state: 'closed' as const, closedAt }
      const summary = { of: 'conversation' as const, ...conversationRow(id, more) }
      await desk.desk.store.turns.commit(saying(id, 1, {}, { summary }))
    }
    const listed: string[] = []
    let next: string | undefined = workbench.list({ view: 'closed' })
    for (let pages = 0; next && pages < 3; pages += 1) {
      const { text }: { text: string } = await ask('GET', next, { cookie })
      listed.push(...[...text.matchAll(/id="c-(0199-tie-\d+)"/g)].map(([, id]) => id ?? ''))
      next = text.match(/"(\/workbench\?view=closed&amp;until=[^"]+)"/)?.[1]?.replace('&amp;', '&')
    }
    expect(listed).toEqual(ended.toReversed())
    const byTime = await ask('GET', `/workbench?view=closed&until=${closedAt}`, { cookie })
    expect(byTime.text).not.toContain('id="c-0199-tie')
  })

  test('keeps the list that was chosen beside whatever is opened and done', async () => {
    await setStatus('ready')
    const { conversation } = await visit(desk, 'Vera')
    await until(async () => (await stateOf(conversation)) === 'active')
    const list = { view: 'closed', until: { at: 9_000_000_000_000, id: 'lamp' } } as const
    const room = workbench.conversation(conversation, list)
    const page = await ask('GET', room, { cookie })
    const written = (href: string) => page.text.includes(`"${href.replaceAll('&', '&amp;')}"`)
    expect(page.text).toContain('<a href="/workbench?view=closed" aria-current="page">')
    expect(written(workbench.list(list))).toBe(true)
    expect(written(workbench.decisions(conversation, list))).toBe(true)
    const why = await ask('GET', workbench.decisions(conversation, list), { cookie })
    expect(why.text).toContain(`href="${room.replaceAll('&', '&amp;')}"`)
    const sent = { cookie, headers: { Referer: `http://desk.test${room}` } }
    const form = { text: 'Hello', client_id: clientId() }
    const said = await ask('POST', workbench.messages(conversation), { ...sent, form })
    expect(said.headers.get('Location')).toBe(`${room}#e-${form.client_id}`)
    const refused = await ask('POST', workbench.transfer(conversation), { ...sent, form: {} })
    expect(refused.text).toContain('<a href="/workbench?view=closed" aria-current="page">')
    const ended = await ask('POST', workbench.closure(conversation), { ...sent, form: {} })
    expect(ended.headers.get('Location')).toBe(workbench.list(list))
    const rows = await ask('GET', workbench.list({ view: 'closed' }), { cookie })
    expect(rows.text).toContain(`href="${workbench.conversation(conversation)}?view=closed"`)
  })

  test('keeps what was typed when it did not go', async () => {
    const { conversation } = await visit(desk, 'Vera')
    await until(async () => (await stateOf(conversation)) === 'active')
    await ask('POST', workbench.closure(conversation), { form: {}, cookie })
    const form = { text: 'A reply that took long to write', client_id: clientId() }
    const page = await ask('POST', workbench.messages(conversation), { form, cookie })
    expect(page.status).toBe(409)
    expect(page.text).toContain(form.text)
  })

  test('knows nothing of what does not exist, whatever it is called', async () => {
    for (const id of [
      '0',
      '1 or 1=1',
      '01a1f8f8-609d-7678-a362-7fc6f2e74879',
      '%7B%22$gt%22:%22%22%7D',
    ])
      for (const path of [workbench.conversation(id), workbench.decisions(id)])
        expect((await ask('GET', path, { cookie })).status, path).toBe(404)
  })

  test('ends with the session: the cookie is worth nothing afterwards', async () => {
    const second = await signIn(ask, 'Ana')
    expect((await ask('GET', workbench.page, { cookie: second })).status).toBe(200)
    await ask('POST', session.signOut, { form: {}, cookie: second })
    expect((await ask('GET', workbench.page, { cookie: second })).status).toBe(303)
    expect((await ask('GET', workbench.page, { cookie })).status).toBe(200)
  })
})
