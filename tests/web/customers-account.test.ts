import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { hashToken } from '../../src/commands/tokens'
import { current } from '../../src/commands/visitors/current'
import { paths } from '../../views/paths'
import { clientId, hire, PASSWORD, type TestDesk, until } from '../support/desk'
import { askOf, signIn } from './ask'
import { customerTab, openCustomerDesk, signInAs } from './customers'
import { beginChat, openTab, saidOn, type Tab } from './tab'

const { chat, customers: at } = paths
let desk: TestDesk
let ana: Staff
beforeAll(async () => {
  desk = await openCustomerDesk()
  ana = await hire(desk, 'Ana', 50)
  await setStatus(desk.desk, ana, { status: 'away' })
})
afterAll(() => desk.close())

const tokenOf = (tab: Tab) => tab.jar.get('bellhop-visitor') ?? ''
const visitorOf = async (tab: Tab) =>
  (await desk.desk.store.visits.visitorOf(hashToken(tokenOf(tab)))) ?? ''
const talkOf = async (tab: Tab) => current(desk.desk, await visitorOf(tab))
const accountOf = (email: string) => desk.desk.store.customers.byEmailKey(email)

describe('an account', () => {
  test('changes its name, which whoever answers sees', async () => {
    const tab = await beginChat(desk, 'Who am I?', 'Nobody')
    await customerTab(desk, 'names@guest.example', tab)
    const saved = await tab.submit(at.account, { name: 'Vera Schmidt' })
    expect(saved.to).toBe(at.accountAfter('saved'))
    expect(saved.text).toContain('value="Vera Schmidt"')
    expect(await until(async () => (await talkOf(tab))?.visitorName === 'Vera Schmidt')).toBe(true)
    const refused = await tab.post(at.account, { name: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/id="field-name"[^>]*autofocus/)
  })

  test('changes its address without mail at once, for who knows the password', async () => {
    const tab = await customerTab(desk, 'old@guest.example')
    await customerTab(desk, 'taken@guest.example')
    const wrong = await tab.post(at.email, { email: 'new@guest.example', current_password: 'no' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="new@guest.example"')
    expect(wrong.text).toMatch(/id="field-email-current"[^>]*autofocus/)
    const given = { current_password: PASSWORD }
    const taken = await tab.post(at.email, { email: 'Taken@guest.example', ...given })
    expect([taken.status, taken.text.includes('id="email-problem"')]).toEqual([422, true])
    expect((await tab.submit(at.email, { email: 'new@guest.example', ...given })).to).toBe(
      at.accountAfter('saved'),
    )
    expect((await signInAs(openTab(desk), 'old@guest.example')).status).toBe(401)
    expect((await signInAs(openTab(desk), 'new@guest.example')).status).toBe(303)
  })

  test('changes its password, and all other browsers are signed out', async () => {
    const home = await customerTab(desk, 'secret@guest.example')
    const phone = openTab(desk)
    await signInAs(phone, 'secret@guest.example')
    expect((await phone.get(at.page)).status).toBe(200)
    const weak = { current_password: PASSWORD, new_password: 'short' }
    expect((await home.post(at.password, weak)).text).toContain('id="new_password-problem"')
    const fresh = 'another bell for guests'
    const form = { current_password: PASSWORD, new_password: fresh }
    expect((await home.submit(at.password, form)).to).toBe(at.accountAfter('password'))
    expect((await phone.get(at.page)).headers.get('Location')).toBe(at.signIn)
    expect((await home.get(at.page)).status).toBe(200)
    expect((await signInAs(openTab(desk), 'secret@guest.example')).status).toBe(401)
    const again = { password: fresh }
    expect((await signInAs(openTab(desk), 'secret@guest.example', again)).status).toBe(303)
  })

  test('ends one of its sessions: there they are nobody, in the chat as well', async () => {
    const home = await beginChat(desk, 'Only mine')
    await customerTab(desk, 'ends@guest.example', home)
    const phone = openTab(desk)
    await signInAs(phone, 'ends@guest.example')
    expect(saidOn(await phone.get(chat.page))).toEqual(['Only mine'])
    const { text } = await home.get(at.account)
    const [there = ''] = [...text.matchAll(/action="(\/me\/account\/sessions\/[^"]+)"/g)].map(
      ([, to]) => to ?? '',
    )
    expect((await home.submit(there)).to).toBe(at.accountAfter('ended'))
    expect(saidOn(await phone.get(chat.page))).toEqual([])
    expect((await phone.get(at.page)).headers.get('Location')).toBe(at.signIn)
    expect(saidOn(await home.get(chat.page))).toEqual(['Only mine'])
  })
})

/** Somebody answers in the conversation of a tab. */
const answer = async (tab: Tab, text: string) => {
  const id = (await talkOf(tab))?.id ?? ''
  await claim(desk.desk, ana, id)
  await until(async () => (await desk.desk.store.conversations.find(id))?.agent === ana.id)
  await say(desk.desk, ana, id, { text, client_id: clientId() }, { address: '127.0.0.1' })
  return id
}

test('the export has all that was said and is kept, and nothing that is for colleagues', async () => {
  const tab = await beginChat(desk, 'What do you know of me?', 'Nobody')
  await customerTab(desk, 'export@guest.example', tab)
  const id = await answer(tab, 'Very little')
  const cookie = await signIn(askOf(desk), 'Ana')
  const form = { text: 'A suspicious question, is it not?', client_id: clientId() }
  await askOf(desk)('POST', paths.workbench.notes(id), { cookie, form })
  const { headers, text } = await tab.get(at.export)
  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="my-data-.*\.json"$/)
  const all = JSON.parse(text)
  expect(all.account).toMatchObject({ name: 'Vera Lind', email: 'export@guest.example' })
  expect(all.sessions).toHaveLength(1)
  expect(all.conversations).toHaveLength(1)
  const said = all.conversations[0].said.map((line: { text: string }) => line.text)
  expect(said).toContain('What do you know of me?')
  expect(said).toContain('Very little')
  expect(text).not.toContain('suspicious')
  expect(text).not.toContain('argon2')
})

describe('deleting an account', () => {
  test('wants its address typed and its password, and nothing is lost until then', async () => {
    const tab = await customerTab(desk, 'stays@guest.example')
    const given = { current_password: PASSWORD }
    const other = await tab.post(at.removal, { confirmation: 'other@guest.example', ...given })
    expect([other.status, other.text.includes('id="confirmation-problem"')]).toEqual([422, true])
    const wrong = { confirmation: 'stays@guest.example', current_password: 'no' }
    expect((await tab.post(at.removal, wrong)).status).toBe(422)
    expect((await tab.get(at.page)).status).toBe(200)
  })

  test('leaves what was said, as nobody’s: each conversation another nobody’s', async () => {
    const { store } = desk.desk
    const tab = await beginChat(desk, 'My first question', 'Vera')
    await customerTab(desk, 'goes@guest.example', tab)
    const first = await answer(tab, 'My answer')
    await tab.post(chat.closure)
    await tab.submit(chat.page, {
      ...{ text: 'My second question', client_id: clientId() },
    })
    const second = (await talkOf(tab))?.id ?? ''
    expect(second).not.toBe(first)
    const [visitor, account] = [await visitorOf(tab), await accountOf('goes@guest.example')]
    const phone = openTab(desk)
    await signInAs(phone, 'goes@guest.example')
    const form = { confirmation: 'Goes@guest.example', current_password: PASSWORD }
    expect((await tab.submit(at.removal, form)).to).toBe(at.signInAfter('removed'))
    expect(await accountOf('goes@guest.example')).toBeUndefined()
    expect((await signInAs(openTab(desk), 'goes@guest.example')).status).toBe(401)
    for (const one of [tab, phone]) {
      expect((await one.get(at.page)).headers.get('Location')).toBe(at.signIn)
      expect(saidOn(await one.get(chat.page))).toEqual([])
    }
    const rows = await store.conversations.rows([first, second])
    expect(new Set(rows.map((row) => row.visitor)).size).toBe(2)
    for (const row of rows) {
      expect(row.visitor).not.toBe(visitor)
      expect(row.visitorName).not.toContain('Vera')
      expect(row.closedAt).not.toBeNull()
      const lines = await store.transcripts.after(row.id, 0, 50)
      expect(lines.some(({ text }) => text.startsWith('My '))).toBe(true)
      expect(lines.some(({ name }) => name.includes('Vera'))).toBe(false)
    }
    expect(await store.visitors.find(visitor)).toMatchObject({ name: '', email: '' })
    const [told] = await store.audit.newest(1)
    expect(told).toMatchObject({ act: 'accountRemoved', object: `customer:${account?.id}` })
    expect(JSON.stringify(told)).not.toContain('goes@')
    // The address is free again, and whoever takes it finds nothing of before.
    const again = await customerTab(desk, 'goes@guest.example')
    expect((await again.get(at.page)).text).not.toContain('My first question')
  })
})
