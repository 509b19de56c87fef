import { afterAll, beforeAll, expect, test } from 'bun:test'
import { startFormIn, startFormName, WHOLE_DESK } from '../../actors/start/form'
import { formPaths } from '../../views/office/forms'
import { invitationPaths } from '../../views/office/invitations'
import { sitesPaths } from '../../views/office/sites'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const page = formPaths.page(WHOLE_DESK)
const formNow = async () =>
  startFormIn(await office.desk.desk.store.accounts.setting(startFormName(WHOLE_DESK)))
const statuses = (all: readonly { status: number }[]) => all.map(({ status }) => status).toSorted()
const times = <Made>(count: number, make: (n: number) => Promise<Made>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)))

test('of several who save one form before a chat in one moment one does, and nothing is half of each', async () => {
  const { version = '' } = fieldsOf((await office.get(page)).text, formPaths.welcome(WHOLE_DESK))
  const sent = await times(5, (n) =>
    n % 2 === 0
      ? office.post(formPaths.welcome(WHOLE_DESK), { version, greeting_en: `Hello ${n}` })
      : office.post(formPaths.fields(WHOLE_DESK), { version, key: `order${n}`, label_en: 'Order' }),
  )
  expect(statuses(sent)).toEqual([303, 409, 409, 409, 409])
  const { greeting, fields } = await formNow()
  expect([greeting.en !== '', fields.length > 0].filter(Boolean)).toHaveLength(1)
})

test('a program that says no version writes over nothing that came in the same moment', async () => {
  const before = (await formNow()).fields.length
  const sent = await times(5, (n) =>
    office.post(formPaths.fields(WHOLE_DESK), { key: `k${n}`, label_en: `Field ${n}` }, json),
  )
  const taken = sent.filter(({ status }) => status === 200 || status === 201).length
  expect(taken).toBeGreaterThan(0)
  expect((await formNow()).fields.length).toBe(before + taken)
})

test('who comes late sees both, and saves by sending again', async () => {
  const action = formPaths.welcome(WHOLE_DESK)
  const { version = '' } = fieldsOf((await office.get(page)).text, action)
  await office.follow(
    await office.post(action, { version, greeting_en: 'Good day', questions: 'Open?' }),
  )
  const late = await office.post(action, { version, greeting_en: 'Welcome', questions: 'Open?' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Somebody else changed this meanwhile')
  expect(late.text).toContain('As saved now: Good day')
  expect(late.text).not.toContain('As saved now: Open?')
  expect(late.text).toContain('Welcome</textarea>')
  const again = fieldsOf(late.text, action)
  await office.follow(
    await office.post(action, { version: again.version ?? '', greeting_en: 'Welcome' }),
  )
  expect((await formNow()).greeting.en).toBe('Welcome')
})

test('so it is with what visitors agree to, and with the sites', async () => {
  const consent = formPaths.consent(WHOLE_DESK)
  const { version = '' } = fieldsOf((await office.get(page)).text, consent)
  const agreed = await times(3, (n) => office.post(consent, { version, text_en: `Terms ${n}` }))
  expect(statuses(agreed)).toEqual([303, 409, 409])
  expect((await formNow()).consent.texts).toHaveLength(1)
  const sites = fieldsOf((await office.get(sitesPaths.page)).text, sitesPaths.page)
  const named = await times(3, (n) =>
    office.post(sitesPaths.page, {
      ...{ version: sites.version ?? '', origins: `https://shop${n}.example` },
      ...{ position: 'left', color: '#123456' },
    }),
  )
  expect(statuses(named)).toEqual([303, 409, 409])
})

test('what invites visitors is added by all who add it', async () => {
  const trigger = (n: number) => ({ pattern: `/p${n}`, after: '10s', text: `May we help ${n}?` })
  const sent = await times(4, (n) => office.post(invitationPaths.list, trigger(n), json))
  expect(statuses(sent)).toEqual([201, 201, 201, 201])
  const told = JSON.parse((await office.get(invitationPaths.list, json)).text)
  expect(told.lines).toHaveLength(4)
})
