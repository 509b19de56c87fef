import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { isProblem } from '../../actors/problem'
import { startFormName, WHOLE_DESK } from '../../actors/start/form'
import { end } from '../../src/commands/conversations/end'
import { openEraser } from '../../src/commands/privacy/eraser'
import { start } from '../../src/commands/visitors/start'
import { conversationPaths } from '../../views/office/conversations/list'
import { privacyPaths } from '../../views/office/privacy/details'
import { visitorPaths } from '../../views/office/visitors/list'
import { clientId } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 60_000)
afterAll(() => office.close())

const ADDRESS = '203.0.113.77'
const asks = async (name: string, more: object = {}, address = ADDRESS) => {
  const { desk } = office.desk
  const input = { name, text: 'Hello there', client_id: clientId(), ...more }
  const started = await start(desk, null, input, { address, language: 'en' })
  if (isProblem(started)) throw new Error(started.reason)
  return started
}
const newest = async () => (await office.desk.desk.store.audit.newest(1))[0]

test('a person is looked up, typed once more, erased, and the page says what went', async () => {
  await asks('Vera Quill', { email: 'vera@guest.example' })
  const looked = await office.post(privacyPaths.look, { visitor: 'vera@guest.example' })
  expect(looked.status).toBe(201)
  expect(looked.text).toContain('Visitors: 1. Accounts: 0. Conversations: 1.')
  expect(looked.text).toContain('Nothing was changed.')
  expect(looked.text).not.toContain('The erasure has begun')
  const fields = fieldsOf(looked.text, privacyPaths.erasures)
  expect(fields).toMatchObject({ visitor: 'vera@guest.example', confirmation: '' })
  const wrong = await office.post(privacyPaths.erasures, { ...fields, confirmation: 'vera' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('type exactly what stands above')
  expect(wrong.text).toContain('value="vera"')
  const right = { ...fields, confirmation: 'vera@guest.example' }
  const begun = await office.follow(await office.post(privacyPaths.erasures, right))
  expect(begun.text).toContain('The erasure has begun')
  expect(begun.text).toContain('under way')
  expect(await newest()).toMatchObject({ act: 'erased', actorName: 'Olga' })
  await openEraser({ node: 'node', desk: office.desk.desk }).round()
  const { text } = await office.get(privacyPaths.page)
  expect(text).toContain('<dt>Messages and answers</dt><dd>1</dd>')
  expect(text).not.toContain('vera@guest.example')
  const told = JSON.parse((await office.get(privacyPaths.page, json)).text)
  expect(told.erasures[0]).toMatchObject({ step: 'done', counts: { visitors: 1 } })
  const nobody = await office.post(privacyPaths.look, { visitor: 'vera@guest.example' })
  expect(nobody.status).toBe(422)
  expect(nobody.text).toContain('Nobody is known by this')
})

test('a legal hold is set and lifted, and keeps what it is about', async () => {
  const { visitor, conversation } = await asks('Kai', { email: 'kai@guest.example' })
  const bare = await office.post(privacyPaths.holds, { held: visitor, reason: '' })
  expect(bare.status).toBe(422)
  expect(bare.text).toContain(`value="${visitor}"`)
  const none = await office.post(privacyPaths.holds, { held: 'x', reason: 'Case 1' })
  expect([none.status, none.text.includes('no visitor and no conversation')]).toEqual([422, true])
  const held = await office.post(privacyPaths.holds, { held: conversation, reason: 'Case 1' })
  expect((await office.follow(held)).text).toContain('Case 1')
  const looked = await office.post(privacyPaths.look, { visitor: 'kai@guest.example' })
  expect(looked.text).toContain('A legal hold keeps it')
  const refused = await office.post(
    privacyPaths.erasures,
    { visitor: 'kai@guest.example', confirmation: 'kai@guest.example' },
    json,
  )
  expect(refused.status).toBe(409)
  const lifted = await office.post(privacyPaths.release(`conversation:${conversation}`))
  expect((await office.follow(lifted)).text).toContain('It may be erased again.')
  expect(await newest()).toMatchObject({ act: 'released', detail: { reason: 'Case 1' } })
})

test('what is kept of addresses is as the desk says, from then on', async () => {
  const { desk } = office.desk
  const addressOf = async (visitor: string) =>
    (await desk.system.current(`visitor:${visitor}`))?.context.address
  const save = async (keepAddresses: string) => {
    const { text } = await office.get(privacyPaths.page)
    const at = privacyPaths.settings('addresses')
    await office.follow(await office.post(at, { ...fieldsOf(text, at), keepAddresses }))
  }
  expect(await addressOf((await asks('A')).visitor)).toBe(ADDRESS)
  await save('cut')
  expect(await addressOf((await asks('B')).visitor)).toBe('203.0.113.0/24')
  const six = '2001:db8:1:2::/64'
  expect(await addressOf((await asks('C', {}, six)).visitor)).toBe('2001:db8:1::/48')
  await save('none')
  expect(await addressOf((await asks('D')).visitor)).toBe('')
  await save('whole')
})

test('the page of a visitor says to which version they agreed, in its words', async () => {
  const { desk } = office.desk
  const text = (version: number) => ({
    ...{ of: WHOLE_DESK, version, at: 1 },
    text: { en: `We keep this, version ${version}`, zh: '' },
  })
  const consent = { required: true, texts: [text(1), text(2)] }
  await desk.store.accounts.setSetting(startFormName(WHOLE_DESK), JSON.stringify({ consent }))
  const { visitor } = await asks('Noor', { consent: `${WHOLE_DESK}.2` })
  const shown = await office.get(visitorPaths.page(visitor))
  expect(shown.text).toContain('Agreed to version 2 (English)')
  expect(shown.text).toContain('We keep this, version 2')
  expect(shown.text).toContain(`action="${privacyPaths.look}"`)
  const told = JSON.parse((await office.get(visitorPaths.page(visitor), json)).text)
  expect(told.consents).toMatchObject([{ version: 2, language: 'en' }])
  await desk.store.accounts.setSetting(startFormName(WHOLE_DESK), null)
})

test('what is kept no longer is foreseen, and goes by one button', async () => {
  const { desk } = office.desk
  const { conversation, visitor } = await asks('Old')
  await end(desk, { kind: 'visitor', id: visitor }, conversation)
  const file = new Database(join(office.desk.config.dataDir, 'bellhop.db'))
  file.run('update conversations set closed_at = 1 where id = ?', [conversation])
  file.close()
  const at = privacyPaths.settings('retention')
  const { text } = await office.get(privacyPaths.page)
  expect(text).not.toContain('Delete now')
  const saved = await office.post(at, { ...fieldsOf(text, at), keepDays: '30' })
  const shown = (await office.follow(saved)).text
  expect(shown).toContain('Support (30 days): 1 to delete')
  expect(shown).toContain('Delete now')
  const deleted = await office.follow(await office.post(privacyPaths.retention))
  expect(deleted.text).toContain('Support (30 days): 0 to delete')
  expect(await newest()).toMatchObject({ act: 'expired', detail: { conversations: 1 } })
  const gone = await office.get(conversationPaths.page(conversation))
  expect(gone.status).toBe(404)
  await desk.store.accounts.setSetting('desk.retention', null)
})

test('who may not do so does not come here', async () => {
  const { ask, cookies } = office
  for (const cookie of [cookies.agent, cookies.supervisor])
    expect((await ask('GET', privacyPaths.page, { cookie })).status).toBe(403)
  const form = { visitor: 'kai@guest.example' }
  const sent = await ask('POST', privacyPaths.archive, { cookie: cookies.supervisor, form })
  expect(sent.status).toBe(403)
})
